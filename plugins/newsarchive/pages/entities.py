"""The indexes of people, places, organisations and events."""

from collections.abc import Iterator

from newsarchive.pages.index_row import index_rows
from newsarchive.pages.page import Page
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Setting
from newsarchive.registry.entity import Room

_TITLES = {
    Room.PEOPLE: "People",
    Room.PLACES: "Places",
    Room.ORGANISATIONS: "Organisations",
    Room.EVENTS: "Events",
}


def entities_pages(setting: Setting) -> Iterator[Page]:
    """Yield the indexes of all rooms but that of the districts; the index of places lists the districts too."""
    for room, title in _TITLES.items():
        yield _index_page(setting, room, title)


def _index_page(setting: Setting, room: Room, title: str) -> Page:
    entities = setting.archive.registry.entities
    rows = index_rows(setting, (entity for entity in entities if entity.room == room))
    districts = index_rows(setting, (entity for entity in entities if _stands_apart(room, entity.room)))
    sections = chosen({"all": (f"All {title.lower()}", rows), "districts": ("Districts", districts)})
    return sectioned_page(setting, "entities.html", f"{room}/", title, sections, {"rows": rows, "districts": districts})


def _stands_apart(room: Room, other: Room) -> bool:
    return room == Room.PLACES and other == Room.DISTRICTS
