"""The pages of a long list's sheets."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newsarchive.pages.page import Page
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheets import Sheet

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Whole:
    """What the sheets are of: the address and title of its page, its list's anchor there, and the list in words."""

    address: str
    title: str
    anchor: str
    words: str


def sheet_pages(
    setting: Setting,
    template: str,
    whole: Whole,
    sheets: Sequence[Sheet[Item]],
    shown: Callable[[Sheet[Item]], object],
) -> Iterator[Page]:
    """Yield a page for each of `sheets`; the template sees `shown` of each, and leads to the sheets beside it."""
    for earlier, sheet, later in zip((None, *sheets), sheets, (*sheets[1:], None), strict=False):
        title = f"{whole.words}: {sheet.words}"
        values = {"whole": whole, "sheet": sheet, "shown": shown(sheet), "beside": (earlier, later)}
        html = setting.render(template, sheet.address, title=title, **values)
        yield Page(sheet.address, title, html)
