"""The pages of a long list's sheets; thousands of them, so no template writes what stands around the list."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from markupsafe import Markup, escape

from newsarchive.digest import digest
from newsarchive.pages.counted import counted
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.sheets import Cuttable, Part, Sheet

Items = TypeVar("Items", bound=Cuttable)


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
    sheets: Sequence[Sheet[Items]],
    shown: Callable[[Sheet[Items]], object],
    inputs: Callable[[Sheet[Items]], bytes],
) -> Iterator[Plan]:
    """Yield a plan for each of `sheets`, whose list the template writes; it sees `whole`, and `shown` of each.

    `inputs` is a digest of all that `shown` shows of a sheet.
    """

    def written(here: Here, sheet: Sheet[Items]) -> str:
        return here.setting.render(template, here.address, whole=whole, shown=shown(sheet))

    return written_sheet_plans(setting, whole, sheets, written, inputs)


def written_sheet_plans(
    setting: Setting,
    whole: Whole,
    sheets: Sequence[Sheet[Items]],
    written: Callable[[Here, Sheet[Items]], str],
    inputs: Callable[[Sheet[Items]], bytes],
) -> Iterator[Plan]:
    """Yield a plan for each of `sheets`, which leads to the sheets beside it; `written` is the list of each as HTML.

    `inputs` is a digest of all that `written` shows of a sheet.
    """
    same = repr(whole)
    for earlier, sheet, later in zip((None, *sheets), sheets, (*sheets[1:], None), strict=False):
        beside = (earlier, later)
        yield Plan(
            sheet.address,
            digest((same, sheet.words, repr(sheet.parts), *map(_named, beside), inputs(sheet))),
            partial(_sheet_page, setting, whole, sheet, beside, written),
        )


def _named(sheet: Sheet[Items] | None) -> str | None:
    return f"{sheet.address} {sheet.words}" if sheet else None


def _sheet_page(
    setting: Setting,
    whole: Whole,
    sheet: Sheet[Items],
    beside: tuple[Sheet[Items] | None, Sheet[Items] | None],
    written: Callable[[Here, Sheet[Items]], str],
) -> Page:
    title, here = f"{whole.words}: {sheet.words}", Here(sheet.address, setting)
    home = f'<a href="{escape(here.link(whole.address, whole.anchor))}">{escape(whole.title)}</a>'
    html = (
        f'<div class="na-page na-wide">\n<h1>{escape(title)}</h1>\n<p class="na-from">Of {home}.</p>\n'
        f"{part_list(here, sheet.parts, whole.noun)}{written(here, sheet)}\n{_neighbours(here, *beside)}</div>"
    )
    return Page(sheet.address, title, Markup(html))  # noqa: S704  # texts and values are escaped


def _neighbours(here: Here, earlier: Sheet[Items] | None, later: Sheet[Items] | None) -> str:
    before = f"<p>Before: {_way(here, earlier, 'prev')}</p>\n" if earlier else ""
    after = f"<p>After: {_way(here, later, 'next')}</p>\n" if later else ""
    opened = '<nav class="na-neighbours" aria-label="Before and after">'
    return f"{opened}\n{before}{after}</nav>\n" if earlier or later else ""


def _way(here: Here, sheet: Sheet[Items], relation: str) -> str:
    return f'<a href="{escape(here.link(sheet.address))}" rel="{relation}">{escape(sheet.words)}</a>'


def part_list(here: Here, parts: Iterable[Part], noun: str) -> str:
    """Return the years, or the months, of a list that is too long for a page; "" for none."""
    rows = [
        f'<li><a href="{escape(here.link(part.address))}">{escape(part.words)}</a> '
        f'<span class="na-from">{counted(part.count, noun)}</span></li>\n'
        for part in parts
    ]
    return f'<ul class="na-years">\n{"".join(rows)}</ul>\n\n' if rows else ""
