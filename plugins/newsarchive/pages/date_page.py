"""The page of a year, month or day: what was published and what is spoken of."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from newsarchive.annotate.synopsis import ROLES
from newsarchive.annotation import DateRole
from newsarchive.article import Article
from newsarchive.digest import digest
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.almanac import Almanac, DateEntry, Unit, home_of
from newsarchive.pages.article_row import article_list_html
from newsarchive.pages.date_html import (
    Beside,
    DateView,
    calendar_html,
    date_html,
    elsewhere_html,
    further_html,
    named_html,
)
from newsarchive.pages.date_words import date_words, weekday
from newsarchive.pages.month import counts_of_months, months_of
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.sections import chosen
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.sheets import MOST
from newsarchive.pages.spoken import NO_ROWS, SpokenRows
from newsarchive.pages.told_html import nothing, told_by_date, told_by_role

FEW_TOLD = 6
"""Sentences that a page repeats from the pages of other dates; of more it gives the number and the way there."""

FEW_PUBLISHED = 24
"""Articles that the page of a month repeats from those of its days; of more its calendar gives the number."""


class DateSheet(NamedTuple):  # a large archive has thousands
    """One of the pages of a date: its address, its number from 1, and what it lists."""

    address: str
    number: int
    published: tuple[Article, ...]
    spoken: SpokenRows


def unit_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for each year, month and day that has something to show, and for its further pages."""
    almanac = setting.indexes.almanac
    for unit in Unit:
        entries = almanac.of(unit)
        ids = [None, *[entry.id for entry in entries], None]
        for entry, beside in zip(entries, zip(ids, ids[2:], strict=False), strict=True):
            yield from _plans(setting, entry, beside)


def _plans(setting: Setting, entry: DateEntry, beside: Beside) -> Iterator[Plan]:
    almanac = setting.indexes.almanac
    sheets = date_sheets(almanac, entry)
    first, *others = sheets
    inputs = digest((*_listed(setting, first), *_first_only(setting, entry, beside), len(sheets)))
    yield Plan(first.address, inputs, partial(_first_page, setting, entry, sheets, beside))
    for sheet in others:
        yield Plan(sheet.address, digest(_listed(setting, sheet)), partial(_further_page, setting, entry, sheet))


def _listed(setting: Setting, sheet: DateSheet) -> Iterator[int | bytes]:
    """Yield what the lists of a sheet show: of the first and the last article, they may have but a part."""
    yield setting.indexes.digests_of(sheet.published)
    yield _evidence(setting, sheet.spoken)
    yield from sheet.spoken.numbers[[0, -1]].tolist() if sheet.spoken else ()


def _first_only(setting: Setting, entry: DateEntry, beside: Beside) -> Iterator[str | int | bytes | None]:
    """Yield what the first page of a date shows beside its lists."""
    almanac = setting.indexes.almanac
    yield from (*beside, len(entry.published), len(entry.spoken))
    yield _evidence(setting, entry.spoken) if len(entry.spoken) > MOST else None
    yield _briefly(setting, entry.around)
    if entry.unit != Unit.DAY:  # as nearly all are
        yield _briefly(setting, _planned(almanac, entry))
        yield repr(counts_of_months(almanac, entry))


def _briefly(setting: Setting, spoken: SpokenRows) -> str | bytes:
    """Return what is shown of expressions that are told only where they are few."""
    return _evidence(setting, spoken) if len(spoken) <= FEW_TOLD else " ".join(sorted(filter(None, spoken.values)))


def _evidence(setting: Setting, spoken: SpokenRows) -> bytes:
    """Return the digests of the articles that a page shows sentences of."""
    return setting.indexes.digests_at(spoken.positions)


def date_sheets(almanac: Almanac, entry: DateEntry) -> tuple[DateSheet, ...]:
    """Return the pages of a year, month or day: its own, and `2/` and so on below it for what is too much for one."""
    published = _published(almanac, entry)
    if len(published) <= MOST and len(entry.spoken) <= MOST:
        return (DateSheet(entry.address, 1, published, entry.spoken),)
    starts = range(0, max(len(published), len(entry.spoken)), MOST)
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
        title=_title(entry),
        above=_above(entry),
        calendar=calendar_html(here, months_of(almanac, entry)),
        published=article_list_html(here, sheet.published, entry.id),
        planned=told_by_date(here, planned, nothing) if len(planned) <= FEW_TOLD else _elsewhere_html(here, planned),
        told=told_by_role(here, sheet.spoken, entry.id),
        further=further_html(here, [(one.address, one.number) for one in sheets[1:]]),
        named=named_html(here, entry.spoken),
        around=told_by_role(here, around, entry.id) if len(around) <= FEW_TOLD else _elsewhere_html(here, around),
        beside=beside,
    )
    return _page(here, entry, view, _described(entry))


def _further_page(setting: Setting, entry: DateEntry, sheet: DateSheet) -> Page:
    """Return a further page of a date: only what its first had no place for."""
    here = Here(sheet.address, setting)
    view = DateView(
        title=f"{_title(entry)}, {sheet.number}",
        above=(*_above(entry), entry.id),
        published=article_list_html(here, sheet.published, entry.id),
        told=told_by_role(here, sheet.spoken, entry.id),
    )
    return _page(here, entry, view)


def _page(here: Here, entry: DateEntry, view: DateView, described: str = "") -> Page:
    sections = chosen(
        {
            "calendar": ("Calendar", view.calendar),
            "published": ("Published", view.published),
            "planned": ("Planned for this month", view.planned),
            "spoken": ("Spoken of", view.told),
            "named": ("Named in these sentences", view.named),
            "around": (f"Longer stretches around this {entry.unit}", view.around),
        }
    )
    headings = tuple(Heading(2, anchor, words) for anchor, words in sections.items())
    return Page(here.address, view.title, date_html(here, view, sections), headings, described)


def _title(entry: DateEntry) -> str:
    words = date_words(entry.id)
    return f"{weekday(parse_edtf(entry.id).first)}, {words}" if entry.unit == Unit.DAY else words


def _described(entry: DateEntry) -> str:
    counts = f"{len(entry.published)} articles published, {len(entry.spoken)} expressions"
    return f"{date_words(entry.id)} in the archive: {counts} that speak of it."


def _above(entry: DateEntry) -> tuple[str, ...]:
    """Return the year, and for a day the month, that the date lies in."""
    return tuple(entry.id[:length] for length in (4, 7) if length < len(entry.id))


def _planned(almanac: Almanac, entry: DateEntry) -> SpokenRows:
    """Return what is planned for a month and its days."""
    table = entry.spoken.table
    if entry.unit != Unit.MONTH:
        return SpokenRows(table, NO_ROWS)
    rows = np.concatenate([part.spoken.rows for part in (entry, *almanac.parts_of(entry))])
    return SpokenRows(table, rows[table.roles[rows] == ROLES.index(DateRole.PLANNED)])


def _elsewhere(spoken: SpokenRows) -> list[tuple[str, int]]:
    """Count expressions by the dates on whose pages their sentences stand, in order of time; "" is all dates."""
    counts: Counter[str] = Counter()
    for value, times in Counter(spoken.values).items():
        counts[home_of(value or "") or ""] += times
    return sorted(counts.items())


def _elsewhere_html(here: Here, spoken: SpokenRows) -> str:
    return elsewhere_html(here, _elsewhere(spoken))
