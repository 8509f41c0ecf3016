"""The page of all dates, the sheets of what it has no place for, and the pages of years, months and days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsarchive.article import Span
from newsarchive.digest import digest
from newsarchive.pages.almanac import Almanac, DateEntry, Tally, Unit
from newsarchive.pages.article_row import article_list_html
from newsarchive.pages.concordance import Line, Sentence, line_of
from newsarchive.pages.date_html import calendar_html
from newsarchive.pages.date_page import unit_plans
from newsarchive.pages.date_words import date_words
from newsarchive.pages.month import counts_of_months, months_of
from newsarchive.pages.month_html import KEY
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.sheet_page import Whole, sheet_plans
from newsarchive.pages.sheets import LongList, Sheet, excerpt, numbered_list
from newsarchive.pages.spoken import Spoken, SpokenRows
from newsarchive.pages.told_html import told_by_date

MOST_MONTHS = 24
"""Months whose calendars the page of all dates shows; where there are more, the years' own pages do."""

_ROOT, _TITLE = "dates/", "Dates"


@dataclass(frozen=True, slots=True)
class Year:
    """A year, and the calendars of its months that have a page as HTML, "" where they stand on the year's own page."""

    tally: Tally
    calendar: str


@dataclass(frozen=True, slots=True)
class Unresolved:
    """An expression of which no single reading stands, with its readings in words, in its sentence."""

    line: Line
    candidates: tuple[str, ...]


def date_plans(setting: Setting) -> Iterator[Plan]:
    """Yield the plan of the page of all dates, then one for each year, month and day that has something to show.

    What is too much for a page goes on to its sheets.
    """
    yield Plan(_ROOT, digest(_inputs(setting)), lambda: _all_page(setting))
    yield from _sheets_of_stretches(setting)
    yield from _sheets_of_ambiguous(setting)
    yield from unit_plans(setting)


def _inputs(setting: Setting) -> Iterator[str | int | bytes]:
    """Yield what the page of all dates shows."""
    almanac = setting.indexes.almanac
    years, few = almanac.of(Unit.YEAR), _few_months(almanac)
    yield repr([(year.id, almanac.tallies[year.id].published, almanac.tallies[year.id].spoken) for year in years])
    yield repr([counts_of_months(almanac, year) for year in years] if few else None)
    for spoken in (almanac.stretches, almanac.ambiguous):
        yield len(spoken)
        yield _digests(setting, excerpt(spoken).shown)
    yield len(almanac.published)
    yield b"".join([setting.indexes.digest_of(article.id) for article in excerpt(almanac.published).shown])


def _digests(setting: Setting, spoken: Iterable[Spoken]) -> bytes:
    digests = setting.indexes.digests
    return b"".join([digests[position] for position in dict.fromkeys(position for position, _ in spoken)])


def _few_months(almanac: Almanac) -> bool:
    return len(almanac.of(Unit.MONTH)) <= MOST_MONTHS


def _all_page(setting: Setting) -> Page:
    almanac, here = setting.indexes.almanac, Here(_ROOT, setting)
    years = tuple(_year(here, almanac, entry) for entry in almanac.of(Unit.YEAR))
    told, published = told_by_date(here, excerpt(almanac.stretches).shown), excerpt(almanac.published)
    unresolved = tuple(_unresolved(setting, excerpt(almanac.ambiguous).shown))
    sections = chosen(
        {
            "years": ("Years", years),
            "calendar": ("Calendar", any(year.calendar for year in years)),
            "stretches": ("Longer than a year", told or published.shown),
            "ambiguous": ("Ambiguous", unresolved),
        }
    )
    values = {
        "years": years,
        "calendar_key": KEY,
        "stretches": told,
        "all_stretches": stretch_list(almanac).years,
        "published": article_list_html(here, published.shown),
        "more_published": published.more,
        "unresolved": unresolved,
        "all_ambiguous": ambiguous_list(almanac).years,
    }
    return sectioned_page(setting, "dates.html", _ROOT, _TITLE, sections, values)


def _year(here: Here, almanac: Almanac, entry: DateEntry) -> Year:
    months = months_of(almanac, entry) if _few_months(almanac) else ()
    return Year(almanac.tallies[entry.id], calendar_html(here, months))


def stretch_list(almanac: Almanac) -> LongList[SpokenRows]:
    """Return the sheets of the expressions that cross years, where they are too many for the page of all dates."""
    return numbered_list(f"{_ROOT}stretches/", "Longer than a year", almanac.stretches)


def ambiguous_list(almanac: Almanac) -> LongList[SpokenRows]:
    """Return the sheets of the ambiguous expressions, where they are too many for the page of all dates."""
    return numbered_list(f"{_ROOT}ambiguous/", "Ambiguous", almanac.ambiguous)


def _sheets_of_stretches(setting: Setting) -> Iterator[Plan]:
    whole, sheets = Whole(_ROOT, _TITLE, "stretches", _TITLE), stretch_list(setting.indexes.almanac).sheets

    def shown(sheet: Sheet[SpokenRows]) -> object:
        return told_by_date(Here(sheet.address, setting), sheet.items)

    yield from sheet_plans(setting, "told_sheet.html", whole, sheets, shown, lambda sheet: _listed(setting, sheet))


def _sheets_of_ambiguous(setting: Setting) -> Iterator[Plan]:
    whole, sheets = Whole(_ROOT, _TITLE, "ambiguous", _TITLE), ambiguous_list(setting.indexes.almanac).sheets

    def shown(sheet: Sheet[SpokenRows]) -> object:
        return tuple(_unresolved(setting, sheet.items))

    yield from sheet_plans(setting, "ambiguous_sheet.html", whole, sheets, shown, lambda sheet: _listed(setting, sheet))


def _listed(setting: Setting, sheet: Sheet[SpokenRows]) -> bytes:
    """Return a digest of what a sheet lists; of its first and its last article it may have but a part."""
    (_, first), (_, last) = sheet.items[0], sheet.items[-1]
    return digest((first.number, last.number, _digests(setting, sheet.items)))


def _unresolved(setting: Setting, expressions: Iterable[Spoken]) -> Iterator[Unresolved]:
    indexes = setting.indexes
    for position, ref in expressions:
        article, (*_, candidates, _) = indexes.articles[position], indexes.rows(position).dates[ref.number]
        sentence = Sentence(article.id, ref.block, ref.first, ref.last)
        line = line_of(article, sentence, [Span(ref.block, ref.start, ref.end)])
        yield Unresolved(line, tuple(date_words(edtf) for edtf in candidates))
