"""Date pages: all dates, and what was published and what is spoken of in each year, month and day."""

from calendar import monthcalendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsarchive.annotation import DateExpression, DateRole
from newsarchive.article import Article
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.almanac import Almanac, DateEntry, Tally, Unit
from newsarchive.pages.concordance import Line, line_around
from newsarchive.pages.date_words import date_words, weekday
from newsarchive.pages.page import Page
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Setting
from newsarchive.pages.told import Told, by_date, by_role


@dataclass(frozen=True, slots=True)
class Month:
    """A month as a calendar: weeks from Monday to Sunday, each day with its tally if it has a page.

    A day is (number, tally); (0, None) is a place of another month.
    """

    tally: Tally
    weeks: tuple[tuple[tuple[int, Tally | None], ...], ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year and its months that have a page."""

    tally: Tally
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Unresolved:
    """An expression of which no single reading stands, with its readings in words, in its sentence."""

    line: Line
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Beside:
    """The pages of the same unit before and after one."""

    earlier: DateEntry | None
    later: DateEntry | None


def date_pages(setting: Setting) -> Iterator[Page]:
    """Yield the page of all dates, then one for each year, month and day that has something to show."""
    yield _all_page(setting)
    for unit in Unit:
        entries = setting.indexes.almanac.of(unit)
        for earlier, entry, later in zip((None, *entries), entries, (*entries[1:], None), strict=False):
            yield _unit_page(setting, entry, _Beside(earlier, later))


def _all_page(setting: Setting) -> Page:
    almanac = setting.indexes.almanac
    years = tuple(_year(almanac, entry) for entry in almanac.of(Unit.YEAR))
    stretches = by_date(setting, almanac.stretches)
    unresolved = tuple(_unresolved(setting, almanac.ambiguous))
    sections = chosen(
        {
            "years": ("Years", years),
            "calendar": ("Calendar", any(year.months for year in years)),
            "stretches": ("Longer than a year", stretches or almanac.published),
            "ambiguous": ("Ambiguous", unresolved),
        }
    )
    values = {"years": years, "stretches": stretches, "published": almanac.published, "unresolved": unresolved}
    return sectioned_page(setting, "dates.html", "dates/", "Dates", sections, values)


def _unit_page(setting: Setting, entry: DateEntry, beside: _Beside) -> Page:
    almanac = setting.indexes.almanac
    published = _published(almanac, entry)
    told = by_role(setting, entry.spoken, entry.id)
    around = by_role(setting, entry.around, entry.id)
    year = _year(almanac, entry) if entry.unit == Unit.YEAR else None
    month = _month(almanac, entry) if entry.unit == Unit.MONTH else None
    planned = _planned(setting, almanac, entry) if month else ()
    sections = chosen(
        {
            "calendar": ("Calendar", month or (year and year.months)),
            "published": ("Published", published),
            "planned": ("Planned for this month", planned),
            "spoken": ("Spoken of", told),
            "around": (f"Spoken of: longer stretches around this {entry.unit}", around),
        }
    )
    values = {
        "entry": entry, "beside": beside, "year": year, "month": month, "published": published, "planned": planned,
        "told": told, "around": around, "above": _above(almanac, entry),
    }  # fmt: skip
    return sectioned_page(setting, "date.html", entry.address, _title(entry), sections, values, _described(entry))


def _title(entry: DateEntry) -> str:
    words = date_words(entry.id)
    return f"{weekday(parse_edtf(entry.id).first)}, {words}" if entry.unit == Unit.DAY else words


def _described(entry: DateEntry) -> str:
    counts = f"{len(entry.published)} articles published, {len(entry.spoken)} expressions"
    return f"{date_words(entry.id)} in the archive: {counts} that speak of it."


def _published(almanac: Almanac, entry: DateEntry) -> tuple[Article, ...]:
    """Return the articles of a day; of a month, with those of its days; of a year, those dated by the year alone."""
    if entry.unit != Unit.MONTH:
        return entry.published
    return (*entry.published, *(article for day in almanac.parts_of(entry) for article in day.published))


def _above(almanac: Almanac, entry: DateEntry) -> tuple[Tally, ...]:
    """Return the year, and for a day the month, that the date lies in."""
    ids = [entry.id[:length] for length in (4, 7) if length < len(entry.id)]
    return tuple(almanac.tallies[id_] for id_ in ids)


def _year(almanac: Almanac, entry: DateEntry) -> Year:
    return Year(almanac.tallies[entry.id], tuple(_month(almanac, part) for part in almanac.parts_of(entry)))


def _month(almanac: Almanac, entry: DateEntry) -> Month:
    days = {int(day.id[-2:]): almanac.tallies[day.id] for day in almanac.parts_of(entry)}
    weeks = monthcalendar(int(entry.id[:4]), int(entry.id[5:]))
    return Month(almanac.tallies[entry.id], tuple(tuple((day, days.get(day)) for day in week) for week in weeks))


def _planned(setting: Setting, almanac: Almanac, entry: DateEntry) -> tuple[Told, ...]:
    entries = (entry, *almanac.parts_of(entry))
    spoken = (expression for one in entries for expression in one.spoken)
    return by_date(setting, [expression for expression in spoken if expression.role == DateRole.PLANNED])


def _unresolved(setting: Setting, expressions: Iterable[DateExpression]) -> Iterator[Unresolved]:
    articles = setting.archive.article_by_id
    for expression in expressions:
        line = line_around(articles[expression.article], expression.span)
        yield Unresolved(line, tuple(date_words(edtf) for edtf in expression.candidates))
