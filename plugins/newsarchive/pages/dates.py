"""Date pages: all dates, and what was published and what is spoken of in each year, month and day."""

from calendar import monthcalendar
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
from newsarchive.pages.sheet_page import Whole, sheet_pages
from newsarchive.pages.sheets import MOST, LongList, excerpt, numbered_list
from newsarchive.pages.told import Told, by_date, by_role
from newsarchive.registry.entity import Entity

MOST_MONTHS = 24
"""Months whose calendars the page of all dates shows; where there are more, the years' own pages do."""

MOST_AROUND = 20
"""Sentences of longer stretches around a date that its page shows: each stands whole on the page of its own stretch."""

MOST_NAMED = 40
"""Entities that a date's page lists as named in its sentences, those in the most of them."""

_ROOT, _TITLE = "dates/", "Dates"


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
class Named:
    """An entity that is named in the sentences that speak of a date, and in how many."""

    entity: Entity
    sentences: int


@dataclass(frozen=True, slots=True)
class Unresolved:
    """An expression of which no single reading stands, with its readings in words, in its sentence."""

    line: Line
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateSheet:
    """One of the pages of a date: its address, its number from 1, and what it lists."""

    address: str
    number: int
    published: tuple[Article, ...]
    spoken: tuple[DateExpression, ...]


@dataclass(frozen=True, slots=True)
class DateView:
    """What the page of a year, month or day shows.

    `beside` are the pages of the same unit before and after it, `above` what it lies in, `months` the calendars of its
    months, or its own. `named` are the entities in the sentences of `told`. `further` are the pages that go on with
    what `sheet`, which is shown, has no place for.
    """

    entry: DateEntry
    sheet: DateSheet
    above: tuple[Tally, ...]
    published: tuple[Article, ...]
    told: tuple[Told, ...]
    beside: tuple[DateEntry | None, DateEntry | None] = (None, None)
    months: tuple[Month, ...] = ()
    planned: tuple[Told, ...] = ()
    named: tuple[Named, ...] = ()
    around: tuple[Told, ...] = ()
    more_around: int = 0
    further: tuple[DateSheet, ...] = ()


def date_pages(setting: Setting) -> Iterator[Page]:
    """Yield the page of all dates, then one for each year, month and day that has something to show.

    What is too much for a page goes on to its sheets.
    """
    almanac = setting.indexes.almanac
    yield _all_page(setting)
    yield from _sheets_of_stretches(setting, almanac)
    yield from _sheets_of_ambiguous(setting, almanac)
    for unit in Unit:
        entries = almanac.of(unit)
        for earlier, entry, later in zip((None, *entries), entries, (*entries[1:], None), strict=False):
            first, *others = date_sheets(almanac, entry)
            yield _unit_page(entry, _view(setting, entry, first, (earlier, later), others), setting)
            for sheet in others:
                yield _unit_page(entry, _further_view(setting, entry, sheet), setting)


def _all_page(setting: Setting) -> Page:
    almanac = setting.indexes.almanac
    years = tuple(Year(almanac.tallies[entry.id], _months(almanac, entry)) for entry in almanac.of(Unit.YEAR))
    few = sum(len(year.months) for year in years) <= MOST_MONTHS
    stretches, ambiguous = excerpt(almanac.stretches), excerpt(almanac.ambiguous)
    told, published = by_date(setting, stretches.shown), excerpt(almanac.published)
    unresolved = tuple(_unresolved(setting, ambiguous.shown))
    sections = chosen(
        {
            "years": ("Years", years),
            "calendar": ("Calendar", few and any(year.months for year in years)),
            "stretches": ("Longer than a year", told or published.shown),
            "ambiguous": ("Ambiguous", unresolved),
        }
    )
    values = {
        "years": years,
        "stretches": told,
        "all_stretches": stretch_list(almanac).years,
        "published": published,
        "unresolved": unresolved,
        "all_ambiguous": ambiguous_list(almanac).years,
    }
    return sectioned_page(setting, "dates.html", _ROOT, _TITLE, sections, values)


def stretch_list(almanac: Almanac) -> LongList[DateExpression]:
    """Return the sheets of the expressions that cross years, where they are too many for the page of all dates."""
    return numbered_list(f"{_ROOT}stretches/", "Longer than a year", almanac.stretches)


def ambiguous_list(almanac: Almanac) -> LongList[DateExpression]:
    """Return the sheets of the ambiguous expressions, where they are too many for the page of all dates."""
    return numbered_list(f"{_ROOT}ambiguous/", "Ambiguous", almanac.ambiguous)


def _sheets_of_stretches(setting: Setting, almanac: Almanac) -> Iterator[Page]:
    whole = Whole(_ROOT, _TITLE, "stretches", _TITLE)
    sheets = stretch_list(almanac).sheets
    yield from sheet_pages(setting, "told_sheet.html", whole, sheets, lambda sheet: by_date(setting, sheet.items))


def _sheets_of_ambiguous(setting: Setting, almanac: Almanac) -> Iterator[Page]:
    whole = Whole(_ROOT, _TITLE, "ambiguous", _TITLE)
    sheets = ambiguous_list(almanac).sheets
    template = "ambiguous_sheet.html"
    yield from sheet_pages(setting, template, whole, sheets, lambda sheet: tuple(_unresolved(setting, sheet.items)))


def date_sheets(almanac: Almanac, entry: DateEntry) -> tuple[DateSheet, ...]:
    """Return the pages of a year, month or day: its own, and `2/` and so on below it for what is too much for one."""
    published = _published(almanac, entry)
    starts = range(0, max(len(published), len(entry.spoken), 1), MOST)
    return tuple(
        DateSheet(
            entry.address if number == 1 else f"{entry.address}{number}/",
            number,
            published[start : start + MOST],
            entry.spoken[start : start + MOST],
        )
        for number, start in enumerate(starts, start=1)
    )


def _unit_page(entry: DateEntry, view: DateView, setting: Setting) -> Page:
    sections = chosen(
        {
            "calendar": ("Calendar", view.months),
            "published": ("Published", view.published),
            "planned": ("Planned for this month", view.planned),
            "spoken": ("Spoken of", view.told),
            "named": ("Named in these sentences", view.named),
            "around": (f"Spoken of: longer stretches around this {entry.unit}", view.around),
        }
    )
    number = view.sheet.number
    title = _title(entry) if number == 1 else f"{_title(entry)}, {number}"
    values = {"view": view}
    return sectioned_page(setting, "date.html", view.sheet.address, title, sections, values, _described(entry))


def _view(
    setting: Setting,
    entry: DateEntry,
    sheet: DateSheet,
    beside: tuple[DateEntry | None, DateEntry | None],
    further: Sequence[DateSheet],
) -> DateView:
    almanac = setting.indexes.almanac
    return DateView(
        entry=entry,
        sheet=sheet,
        beside=beside,
        above=_above(almanac, entry),
        months=_months(almanac, entry),
        published=sheet.published,
        planned=_planned(setting, almanac, entry) if entry.unit == Unit.MONTH else (),
        told=by_role(setting, sheet.spoken, entry.id),
        named=tuple(_named(setting, entry.spoken)),
        around=by_role(setting, entry.around[:MOST_AROUND], entry.id),
        more_around=max(0, len(entry.around) - MOST_AROUND),
        further=tuple(further),
    )


def _further_view(setting: Setting, entry: DateEntry, sheet: DateSheet) -> DateView:
    """Return what a further page of a date shows: only what its first had no place for."""
    above = (*_above(setting.indexes.almanac, entry), setting.indexes.almanac.tallies[entry.id])
    told = by_role(setting, sheet.spoken, entry.id)
    return DateView(entry=entry, sheet=sheet, above=above, published=sheet.published, told=told)


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


def _months(almanac: Almanac, entry: DateEntry) -> tuple[Month, ...]:
    """Return the calendars of a year's months, or of a month; a day has none."""
    if entry.unit == Unit.YEAR:
        return tuple(_month(almanac, part) for part in almanac.parts_of(entry))
    return (_month(almanac, entry),) if entry.unit == Unit.MONTH else ()


def _month(almanac: Almanac, entry: DateEntry) -> Month:
    days = {int(day.id[-2:]): almanac.tallies[day.id] for day in almanac.parts_of(entry)}
    weeks = monthcalendar(int(entry.id[:4]), int(entry.id[5:]))
    return Month(almanac.tallies[entry.id], tuple(tuple((day, days.get(day)) for day in week) for week in weeks))


def _planned(setting: Setting, almanac: Almanac, entry: DateEntry) -> tuple[Told, ...]:
    """Return what is planned for a month; of very much the first, for it all stands on the days' own pages."""
    entries = (entry, *almanac.parts_of(entry))
    spoken = (expression for one in entries for expression in one.spoken)
    planned = [expression for expression in spoken if expression.role == DateRole.PLANNED]
    return by_date(setting, excerpt(planned).shown)


def _named(setting: Setting, expressions: Iterable[DateExpression]) -> Iterator[Named]:
    """Yield the entities that stand in the same sentences as the expressions, those in the most sentences first."""
    indexes, entities = setting.indexes, setting.archive.registry.by_id
    sentences = {indexes.sentence(expression) for expression in expressions}
    counts = Counter(entity for sentence in sentences for entity in indexes.entities_of_sentence.get(sentence, ()))
    for entity, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_NAMED]:
        yield Named(entities[entity], count)


def _unresolved(setting: Setting, expressions: Iterable[DateExpression]) -> Iterator[Unresolved]:
    articles = setting.archive.article_by_id
    for expression in expressions:
        line = line_around(articles[expression.article], expression.span)
        yield Unresolved(line, tuple(date_words(edtf) for edtf in expression.candidates))
