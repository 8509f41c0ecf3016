"""District pages: a district with its articles, places, dates and passages; and the index of all districts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import numpy as np

from newsarchive.pages.almanac import home_of
from newsarchive.pages.chart_html import map_html
from newsarchive.pages.companions import Circle
from newsarchive.pages.entity import entity_inputs, entity_sheets, view_page
from newsarchive.pages.entity_html import parts_html
from newsarchive.pages.entity_view import EntityView, Gathered, entity_view, gathered
from newsarchive.pages.index_row import IndexRow, index_rows, rows_inputs
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.map import LocatorMap, locator_map
from newsarchive.pages.namings import naming_list
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.sheets import Part
from newsarchive.pages.spoken import NO_ROWS, SpokenRows
from newsarchive.pages.told_html import told_by_date
from newsarchive.registry.entity import Entity, Room

_MOST_TOLD = 40  # dates that a district's page tells in their sentences; of more it counts
_MOST_COUNTED = 60  # days, or else months, that it counts one by one


def district_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for the index of the districts, then one for each, and for its sheets if many articles name it."""
    districts = [entity for entity in setting.archive.registry.entities if entity.room == Room.DISTRICTS]
    rows = index_rows(setting, districts)
    yield Plan(f"{Room.DISTRICTS}/", rows_inputs(rows), partial(_index_page, setting, rows))
    for district in districts:
        known, circle = gathered(setting.indexes, district), setting.indexes.companions.circle(district.id)
        listed = naming_list(district, setting.indexes.periods, known.listed)
        make = partial(_district_page, setting, known, circle, listed.years)
        yield Plan(district.address, entity_inputs(setting.indexes, known, circle), make)
        yield from entity_sheets(setting, known, _title(district), listed.sheets)


def _index_page(setting: Setting, rows: Sequence[IndexRow]) -> Page:
    title, address, drawing = "Districts", f"{Room.DISTRICTS}/", district_map(setting)
    drawn = map_html(Here(address, setting), drawing, "chart-map", "The districts") if drawing else ""
    sections = chosen({"all": ("All districts", rows), "map": ("On the map", drawn)})
    return sectioned_page(setting, "entities.html", address, title, sections, {"rows": rows, "map": drawn})


def district_map(setting: Setting) -> LocatorMap | None:
    """Draw all districts that have a point, their own or that of a place in them, the most mentioned first."""
    indexes = setting.indexes
    districts = [entity for entity in setting.archive.registry.entities if entity.room == Room.DISTRICTS]
    ranked = sorted(districts, key=lambda entity: (-indexes.mentions_count(entity), entity.id))
    places = (indexes.gazetteer.place_of(entity, main=True) for entity in ranked)
    return locator_map([place for place in places if place])


def _district_page(setting: Setting, known: Gathered, circle: Circle | None, years: Sequence[Part]) -> Page:
    here, view = Here(known.entity.address, setting), entity_view(setting, known, circle, years)
    own = {"places": ("Its places", _places(here, view)), "dates": ("Its dates", _dates(here, known))}
    return view_page(here, view, _title(known.entity), own)


def _places(here: Here, view: EntityView) -> str:
    said = "The mentions of its places count among its own below, each with the place beside it."
    return f'{parts_html(here, view.parts)}<p class="na-from">{said}</p>\n' if view.parts else ""


def _dates(here: Here, known: Gathered) -> str:
    """Return the dates that stand in the same sentences: told in these where they are few, else counted."""
    beside = _dates_beside(here.setting.indexes, known)
    if len(beside) <= _MOST_TOLD:
        said = "Dates that stand in the same sentences, each as its article tells it."
        told = told_by_date(here, beside)
        return f'<p class="na-from">{said}</p>\n{told}\n' if beside else ""
    said = "The dates that most often stand in the same sentences, and how often."
    counts = [
        f'{here.date_label(edtf)} <span class="na-from">{times}</span>'
        for edtf, times in _counted(Counter(beside.values))
    ]
    return f'<p class="na-from">{said}</p>\n<p>{", ".join(counts)}</p>\n' if counts else ""


def _dates_beside(indexes: Indexes, known: Gathered) -> SpokenRows:
    """Return the resolved dates that stand in the same sentences as a district or a part of it."""
    beside, spoken = indexes.named_beside.rows_of_entity, indexes.spoken
    rows = np.unique(np.concatenate([beside.get(id_, NO_ROWS) for id_ in known.ids]))
    return SpokenRows(spoken, rows[spoken.resolved[rows]])


def _counted(times: Mapping[str | None, int]) -> list[tuple[str, int]]:
    """Count dates in the smallest units of which there are not too many to list: days, months or years.

    `times` is how often there is each EDTF value. What is less exact than the unit counts by itself; what crosses years
    is left to the page of all dates.
    """
    counts: Counter[str] = Counter()
    for edtf, number in times.items():
        if edtf and (home := home_of(edtf)):
            counts[home] += number
    for digits in (7, 4):
        if len(counts) <= _MOST_COUNTED:
            break
        days, counts = counts, Counter()
        for day, number in days.items():
            counts[day[:digits]] += number
    return sorted(counts.items())


def _title(district: Entity) -> str:
    """Return the first name, with the kind where the name does not say it: the seat may be called the same."""
    named = district.kind.casefold() in district.label.casefold()
    return district.label if named else f"{district.label} ({district.kind})"
