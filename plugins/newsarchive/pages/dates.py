"""Date pages: all dates, and what was published and what is spoken of in each year, month and day."""

from calendar import monthcalendar
from collections import Counter
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
from newsarchive.registry.entity import Entity


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
class DateView:
    """What the page of a year, month or day shows.

    `beside` are the pages of the same unit before and after it, `above` what it lies in, `months` the calendars of its
    months, or its own. `named` are the entities in the sentences of `told`.
    """

    entry: DateEntry
    beside: tuple[DateEntry | None, DateEntry | None]
    above: tuple[Tally, ...]
    months: tuple[Month, ...]
    published: tuple[Article, ...]
    planned: tuple[Told, ...]
    told: tuple[Told, ...]
    named: tuple[Named, ...]
    around: tuple[Told, ...]


def date_pages(setting: Setting) -> Iterator[Page]:
    """Yield the page of all dates, then one for each year, month and day that has something to show."""
    yield _all_page(setting)
    for unit in Unit:
        entries = setting.indexes.almanac.of(unit)
        for earlier, entry, later in zip((None, *entries), entries, (*entries[1:], None), strict=False):
            yield _unit_page(setting, entry, (earlier, later))


def _all_page(setting: Setting) -> Page:
    almanac = setting.indexes.almanac
    years = tuple(Year(almanac.tallies[entry.id], _months(almanac, entry)) for entry in almanac.of(Unit.YEAR))
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


def _unit_page(setting: Setting, entry: DateEntry, beside: tuple[DateEntry | None, DateEntry | None]) -> Page:
    view = _view(setting, entry, beside)
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
    title = _title(entry)
    return sectioned_page(setting, "date.html", entry.address, title, sections, {"view": view}, _described(entry))


def _view(setting: Setting, entry: DateEntry, beside: tuple[DateEntry | None, DateEntry | None]) -> DateView:
    almanac = setting.indexes.almanac
    return DateView(
        entry=entry,
        beside=beside,
        above=_above(almanac, entry),
        months=_months(almanac, entry),
        published=_published(almanac, entry),
        planned=_planned(setting, almanac, entry) if entry.unit == Unit.MONTH else (),
        told=by_role(setting, entry.spoken, entry.id),
        named=tuple(_named(setting, entry.spoken)),
        around=by_role(setting, entry.around, entry.id),
    )


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
    entries = (entry, *almanac.parts_of(entry))
    spoken = (expression for one in entries for expression in one.spoken)
    return by_date(setting, [expression for expression in spoken if expression.role == DateRole.PLANNED])


def _named(setting: Setting, expressions: Iterable[DateExpression]) -> Iterator[Named]:
    """Yield the entities that stand in the same sentences as the expressions, those in the most sentences first."""
    indexes, entities = setting.indexes, setting.archive.registry.by_id
    sentences = {indexes.sentence(expression) for expression in expressions}
    counts = Counter(entity for sentence in sentences for entity in indexes.entities_of_sentence.get(sentence, ()))
    for entity, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield Named(entities[entity], count)


def _unresolved(setting: Setting, expressions: Iterable[DateExpression]) -> Iterator[Unresolved]:
    articles = setting.archive.article_by_id
    for expression in expressions:
        line = line_around(articles[expression.article], expression.span)
        yield Unresolved(line, tuple(date_words(edtf) for edtf in expression.candidates))
