"""District pages: a district with its articles, places, dates and passages; and the index of all districts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsarchive.annotation import DateExpression
from newsarchive.pages.entity import described, entity_view
from newsarchive.pages.index_row import index_rows
from newsarchive.pages.map import LocatorMap, locator_map
from newsarchive.pages.page import Page
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Setting
from newsarchive.pages.told import by_date
from newsarchive.registry.entity import Entity, Room


def district_pages(setting: Setting) -> Iterator[Page]:
    """Yield the index of the districts, then a page for each."""
    districts = [entity for entity in setting.archive.registry.entities if entity.room == Room.DISTRICTS]
    yield _index_page(setting, districts)
    for district in districts:
        yield _district_page(setting, district)


def _index_page(setting: Setting, districts: Sequence[Entity]) -> Page:
    rows = index_rows(setting, districts)
    drawing = district_map(setting)
    sections = chosen({"all": ("All districts", rows), "map": ("On the map", drawing)})
    title, address = "Districts", f"{Room.DISTRICTS}/"
    return sectioned_page(setting, "districts.html", address, title, sections, {"rows": rows, "map": drawing})


def district_map(setting: Setting) -> LocatorMap | None:
    """Draw all districts that have a point, their own or that of a place in them, the most mentioned first."""
    indexes = setting.indexes
    districts = [entity for entity in setting.archive.registry.entities if entity.room == Room.DISTRICTS]
    ranked = sorted(districts, key=lambda entity: (-indexes.mentions_count(entity), entity.id))
    places = (indexes.gazetteer.place_of(entity, main=True) for entity in ranked)
    return locator_map([place for place in places if place])


def _district_page(setting: Setting, district: Entity) -> Page:
    named = (district, *_within(district, setting.indexes.parts))
    view = entity_view(setting, district, named)
    dates = by_date(setting, _dates_beside(setting, named))
    sections = chosen(
        {
            "names": ("Names", view.names),
            "map": ("Where it lies", view.map),
            "places": ("Its places", view.parts),
            "dates": ("Its dates", dates),
            "time": ("Through time", view.timeline),
            "articles": ("In the articles", view.articles),
            "reasons": ("Why these are linked", view.reasons),
            "with": ("Stands with", view.network),
            "statements": ("Statements", view.statements),
            "passages": ("Passages", view.passages),
            "unlinked": ("Left unlinked", view.unlinked),
        }
    )
    values = {"view": view, "entity": district, "dates": dates}
    return sectioned_page(
        setting, "district.html", district.address, _title(district), sections, values, described(view)
    )


def _title(district: Entity) -> str:
    """Return the first name, with the kind where the name does not say it: the seat may be called the same."""
    named = district.kind.casefold() in district.label.casefold()
    return district.label if named else f"{district.label} ({district.kind})"


def _within(whole: Entity, parts: Mapping[str, Sequence[Entity]]) -> Iterator[Entity]:
    """Yield the parts of `whole`, and theirs; a circle is gone round once."""
    seen = {whole.id}
    waiting = list(parts.get(whole.id, ()))
    while waiting:
        entity = waiting.pop(0)
        if entity.id not in seen:
            seen.add(entity.id)
            waiting.extend(parts.get(entity.id, ()))
            yield entity


def _dates_beside(setting: Setting, named: Iterable[Entity]) -> Iterator[DateExpression]:
    """Yield the resolved dates that stand in the same sentences as the names of the entities."""
    held = setting.indexes.dates_of_sentence
    for sentence in setting.indexes.sentences_of([entity.id for entity in named]):
        yield from (expression for expression in held.get(sentence, ()) if expression.edtf is not None)
