"""District pages: a district with its articles, places, dates and passages; and the index of all districts."""

from collections.abc import Iterator, Sequence

from newsarchive.pages.entity import described, entity_sections, entity_sheets, entity_view
from newsarchive.pages.index_row import index_rows
from newsarchive.pages.map import LocatorMap, locator_map
from newsarchive.pages.namings import named_with
from newsarchive.pages.page import Page
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheets import MOST
from newsarchive.pages.told import by_date, counted_dates
from newsarchive.registry.entity import Entity, Room


def district_pages(setting: Setting) -> Iterator[Page]:
    """Yield the index of the districts, then a page for each, with sheets of its own where many articles name it."""
    districts = [entity for entity in setting.archive.registry.entities if entity.room == Room.DISTRICTS]
    yield _index_page(setting, districts)
    for district in districts:
        yield _district_page(setting, district)
        yield from entity_sheets(setting, district, _title(district))


def _index_page(setting: Setting, districts: Sequence[Entity]) -> Page:
    rows = index_rows(setting, districts)
    drawing = district_map(setting)
    sections = chosen({"all": ("All districts", rows), "map": ("On the map", drawing)})
    title, address = "Districts", f"{Room.DISTRICTS}/"
    return sectioned_page(setting, "entities.html", address, title, sections, {"rows": rows, "map": drawing})


def district_map(setting: Setting) -> LocatorMap | None:
    """Draw all districts that have a point, their own or that of a place in them, the most mentioned first."""
    indexes = setting.indexes
    districts = [entity for entity in setting.archive.registry.entities if entity.room == Room.DISTRICTS]
    ranked = sorted(districts, key=lambda entity: (-indexes.mentions_count(entity), entity.id))
    places = (indexes.gazetteer.place_of(entity, main=True) for entity in ranked)
    return locator_map([place for place in places if place])


def _district_page(setting: Setting, district: Entity) -> Page:
    view = entity_view(setting, district)
    beside = setting.indexes.dates_beside(named_with(district, setting.indexes.parts))
    dates, counted = (by_date(setting, beside), ()) if len(beside) <= MOST else ((), counted_dates(beside))
    sections = entity_sections(view, {"places": ("Its places", view.parts), "dates": ("Its dates", dates or counted)})
    values = {"view": view, "entity": district, "dates": dates, "counted": counted}
    return sectioned_page(
        setting, "district.html", district.address, _title(district), sections, values, described(view)
    )


def _title(district: Entity) -> str:
    """Return the first name, with the kind where the name does not say it: the seat may be called the same."""
    named = district.kind.casefold() in district.label.casefold()
    return district.label if named else f"{district.label} ({district.kind})"
