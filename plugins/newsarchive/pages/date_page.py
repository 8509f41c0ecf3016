"""The page of a year, month or day: what was published and what is spoken of."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from newsarchive.annotation import DateRole
from newsarchive.article import Article
from newsarchive.digest import digest
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.almanac import Almanac, DateEntry, Unit, home_of
from newsarchive.pages.article_row import article_list_html, words_in
from newsarchive.pages.date_words import date_words, weekday
from newsarchive.pages.month import Month, counts_of_months, months_of
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.sheets import MOST
from newsarchive.pages.spoken import Spoken
from newsarchive.pages.told_html import nothing, told_by_date, told_by_role

FEW_TOLD = 6
"""Sentences that a page repeats from the pages of other dates; of more it gives the number and the way there."""

FEW_PUBLISHED = 24
"""Articles that the page of a month repeats from those of its days; of more its calendar gives the number."""

MOST_NAMED = 5
"""Entities that a date's page lists as named in its sentences, those beside it most often."""

NOTHING = Markup()
Beside = tuple[DateEntry | None, DateEntry | None]


@dataclass(frozen=True, slots=True)
class DateSheet:
    """One of the pages of a date: its address, its number from 1, and what it lists."""

    address: str
    number: int
    published: tuple[Article, ...]
    spoken: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class DateView:
    """What the page of a year, month or day shows.

    What is `Markup` is a list, "" where there is nothing to list. `above` are the dates in which this one lies,
    `beside` those of the same unit before and after it that have a page, `months` the calendars of its months, or its
    own. `planned` and `around` hold sentences where they are few, else they say where these stand. `further` are the
    pages that go on with what `sheet`, which is shown, has no place for.
    """

    entry: DateEntry
    sheet: DateSheet
    above: tuple[str, ...]
    published: Markup
    told: Markup
    beside: Beside = (None, None)
    months: tuple[Month, ...] = ()
    planned: Markup = NOTHING
    named: Markup = NOTHING
    around: Markup = NOTHING
    further: tuple[DateSheet, ...] = ()


def unit_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for each year, month and day that has something to show, and for its further pages."""
    almanac = setting.indexes.almanac
    for unit in Unit:
        entries = almanac.of(unit)
        for earlier, entry, later in zip((None, *entries), entries, (*entries[1:], None), strict=False):
            yield from _plans(setting, entry, (earlier, later))


def _plans(setting: Setting, entry: DateEntry, beside: Beside) -> Iterator[Plan]:
    almanac = setting.indexes.almanac
    sheets = date_sheets(almanac, entry)
    first, *others = sheets
    inputs = digest((*_listed(setting, first), *_first_only(setting, entry, beside), len(sheets)))
    yield Plan(first.address, inputs, partial(_first_page, setting, entry, sheets, beside))
    for sheet in others:
        yield Plan(sheet.address, digest(_listed(setting, sheet)), partial(_further_page, setting, entry, sheet))


def _listed(setting: Setting, sheet: DateSheet) -> Iterator[str | int | bytes]:
    """Yield what the lists of a sheet show: of the first and the last article, they may have but a part."""
    yield _evidence(setting, sheet.published, sheet.spoken)
    if sheet.spoken:
        yield from (sheet.spoken[0].number, sheet.spoken[-1].number)


def _first_only(setting: Setting, entry: DateEntry, beside: Beside) -> Iterator[str | int | bytes | None]:
    """Yield what the first page of a date shows beside its lists."""
    almanac = setting.indexes.almanac
    yield from (one.id if one else None for one in beside)
    yield from (len(entry.published), len(entry.spoken))
    yield repr(counts_of_months(almanac, entry))
    yield _evidence(setting, (), entry.spoken) if len(entry.spoken) > MOST else None
    for told in (_planned(almanac, entry), entry.around):
        yield _evidence(setting, (), told) if len(told) <= FEW_TOLD else repr(_elsewhere(told))


def _evidence(setting: Setting, published: Iterable[Article], spoken: Iterable[Spoken]) -> bytes:
    """Return the digests of the articles that a page shows anything of."""
    indexes = setting.indexes
    told = b"".join([indexes.digests[position] for position in dict.fromkeys(one.position for one in spoken)])
    return b"".join([*(indexes.digest_of(article.id) for article in published), b"|", told])


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


def _published(almanac: Almanac, entry: DateEntry) -> tuple[Article, ...]:
    """Return the articles of a date; of a month also those of its days, where they are few."""
    if entry.unit != Unit.MONTH or almanac.tallies[entry.id].published > FEW_PUBLISHED:
        return entry.published
    return (*entry.published, *(article for day in almanac.parts_of(entry) for article in day.published))


def _first_page(setting: Setting, entry: DateEntry, sheets: Sequence[DateSheet], beside: Beside) -> Page:
    almanac, sheet = setting.indexes.almanac, sheets[0]
    here = Here(sheet.address, setting)
    planned, around = _planned(almanac, entry), entry.around
    view = DateView(
        entry=entry,
        sheet=sheet,
        beside=beside,
        above=_above(entry),
        months=months_of(almanac, entry),
        published=article_list_html(here, sheet.published, entry.id),
        told=told_by_role(here, sheet.spoken, entry.id),
        planned=told_by_date(here, planned, nothing) if len(planned) <= FEW_TOLD else _elsewhere_html(here, planned),
        named=_named_html(here, entry.spoken),
        around=told_by_role(here, around, entry.id) if len(around) <= FEW_TOLD else _elsewhere_html(here, around),
        further=tuple(sheets[1:]),
    )
    return _page(setting, view, _title(entry))


def _further_page(setting: Setting, entry: DateEntry, sheet: DateSheet) -> Page:
    """Return a further page of a date: only what its first had no place for."""
    here = Here(sheet.address, setting)
    view = DateView(
        entry=entry,
        sheet=sheet,
        above=(*_above(entry), entry.id),
        published=article_list_html(here, sheet.published, entry.id),
        told=told_by_role(here, sheet.spoken, entry.id),
    )
    return _page(setting, view, f"{_title(entry)}, {sheet.number}")


def _page(setting: Setting, view: DateView, title: str) -> Page:
    entry = view.entry
    sections = chosen(
        {
            "calendar": ("Calendar", view.months),
            "published": ("Published", view.published),
            "planned": ("Planned for this month", view.planned),
            "spoken": ("Spoken of", view.told),
            "named": ("Named in these sentences", view.named),
            "around": (f"Longer stretches around this {entry.unit}", view.around),
        }
    )
    described = _described(entry) if view.sheet.number == 1 else ""
    return sectioned_page(setting, "date.html", view.sheet.address, title, sections, {"view": view}, described)


def _title(entry: DateEntry) -> str:
    words = date_words(entry.id)
    return f"{weekday(parse_edtf(entry.id).first)}, {words}" if entry.unit == Unit.DAY else words


def _described(entry: DateEntry) -> str:
    counts = f"{len(entry.published)} articles published, {len(entry.spoken)} expressions"
    return f"{date_words(entry.id)} in the archive: {counts} that speak of it."


def _above(entry: DateEntry) -> tuple[str, ...]:
    """Return the year, and for a day the month, that the date lies in."""
    return tuple(entry.id[:length] for length in (4, 7) if length < len(entry.id))


def _planned(almanac: Almanac, entry: DateEntry) -> tuple[Spoken, ...]:
    """Return what is planned for a month and its days."""
    if entry.unit != Unit.MONTH:
        return ()
    spoken = (one for part in (entry, *almanac.parts_of(entry)) for one in part.spoken)
    return tuple(one for one in spoken if one.role == DateRole.PLANNED)


def _elsewhere(spoken: Iterable[Spoken]) -> list[tuple[str, int]]:
    """Count expressions by the dates on whose pages their sentences stand, in order of time; "" is all dates."""
    return sorted(Counter(home_of(one.edtf or "") or "" for one in spoken).items())


def _elsewhere_html(here: Here, spoken: Iterable[Spoken]) -> Markup:
    return _counted(
        (here.link(f"dates/{home}/", "spoken"), date_words(home), count)
        if home
        else (here.link("dates/", "stretches"), "longer than a year", count)
        for home, count in _elsewhere(spoken)
    )


def _named_html(here: Here, spoken: Iterable[Spoken]) -> Markup:
    """Name the entities that stand in the same sentences as the expressions, the most frequent first."""
    entities = here.setting.archive.registry.by_id
    counts = Counter([entity for one in spoken for entity in one.entities])
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_NAMED]
    named = ((entities[id_], count) for id_, count in most)
    return _counted(
        (here.link(entity.address), words_in(here, entity.names[0].text, entity.names[0].language), count)
        for entity, count in named
    )


def _counted(links: Iterable[tuple[str, str, int]]) -> Markup:
    """Return links (address, words as HTML, how often) in one paragraph; "" where there is none."""
    listed = ", ".join([f'<a href="{href}">{words}</a> ×{count}' for href, words, count in links])
    return Markup(f"<p>{listed}</p>" if listed else "")  # noqa: S704  # texts are escaped
