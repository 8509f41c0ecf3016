"""The indexes of people, places, organisations and events."""

from collections.abc import Iterator, Sequence
from functools import partial

from newsarchive.pages.index_row import IndexRow, index_rows, rows_inputs
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Setting
from newsarchive.registry.entity import Room

_TITLES = {
    Room.PEOPLE: "People",
    Room.PLACES: "Places",
    Room.ORGANISATIONS: "Organisations",
    Room.EVENTS: "Events",
}


def entities_plans(setting: Setting) -> Iterator[Plan]:
    """Yield plans for the indexes of all rooms but that of the districts; that of places lists the districts too."""
    entities = setting.archive.registry.entities
    for room, title in _TITLES.items():
        rows = index_rows(setting, (entity for entity in entities if entity.room == room))
        districts = index_rows(setting, (entity for entity in entities if _stands_apart(room, entity.room)))
        make = partial(_index_page, setting, title, rows, districts)
        yield Plan(f"{room}/", rows_inputs((*rows, *districts)), make)


def _index_page(setting: Setting, title: str, rows: Sequence[IndexRow], districts: Sequence[IndexRow]) -> Page:
    sections = chosen({"all": (f"All {title.lower()}", rows), "districts": ("Districts", districts)})
    values = {"rows": rows, "districts": districts}
    return sectioned_page(setting, "entities.html", f"{title.lower()}/", title, sections, values)


def _stands_apart(room: Room, other: Room) -> bool:
    return room == Room.PLACES and other == Room.DISTRICTS
