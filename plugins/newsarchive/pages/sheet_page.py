"""The pages of a long list's sheets."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from newsarchive.digest import digest
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheets import Sheet

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Whole:
    """What the sheets are of: the address and title of its page, its list's anchor there, and the list in words.

    `noun` is what the list is of, one of them.
    """

    address: str
    title: str
    anchor: str
    words: str
    noun: str = "article"


def sheet_plans(  # noqa: PLR0913, PLR0917  # all that a sheet is made of
    setting: Setting,
    template: str,
    whole: Whole,
    sheets: Sequence[Sheet[Item]],
    shown: Callable[[Sheet[Item]], object],
    inputs: Callable[[Sheet[Item]], bytes],
) -> Iterator[Plan]:
    """Yield a plan for each of `sheets`; the template sees `shown` of each, and leads to the sheets beside it.

    `inputs` is a digest of all that `shown` shows of a sheet.
    """
    for earlier, sheet, later in zip((None, *sheets), sheets, (*sheets[1:], None), strict=False):
        beside = (earlier, later)
        yield Plan(
            sheet.address,
            digest((repr(whole), sheet.words, repr(sheet.parts), *map(_named, beside), inputs(sheet))),
            partial(_sheet_page, setting, template, whole, sheet, beside, shown),
        )


def _named(sheet: Sheet[Item] | None) -> str | None:
    return f"{sheet.address} {sheet.words}" if sheet else None


def _sheet_page(  # noqa: PLR0913, PLR0917  # all that a sheet is made of
    setting: Setting,
    template: str,
    whole: Whole,
    sheet: Sheet[Item],
    beside: tuple[Sheet[Item] | None, Sheet[Item] | None],
    shown: Callable[[Sheet[Item]], object],
) -> Page:
    title = f"{whole.words}: {sheet.words}"
    values = {"whole": whole, "sheet": sheet, "shown": shown(sheet), "beside": beside}
    return Page(sheet.address, title, setting.render(template, sheet.address, title=title, **values))
