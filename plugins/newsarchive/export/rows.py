"""Rows: the lines of the registry's entities in the data."""

from collections.abc import Iterable, Iterator

from newsarchive.export.items import EntityItem, NameItem, PointItem
from newsarchive.export.kinds import adapter_of
from newsarchive.registry.entity import Entity, Point


def entity_lines(entities: Iterable[Entity]) -> Iterator[str]:
    """Yield the line of each of `entities`, in their order."""
    return (adapter_of(EntityItem).dump_json(_entity(one)).decode() for one in entities)


def _entity(entity: Entity) -> EntityItem:
    return EntityItem(
        id=entity.id,
        url=entity.address,
        kind=entity.kind,
        names=tuple(NameItem(name.text, name.language, name.script, name.source) for name in entity.names),
        part_of=entity.part_of,
        point=None if entity.point is None else _point(entity.point),
        identifiers=dict(entity.identifiers),
    )


def _point(point: Point) -> PointItem:
    return PointItem(point.latitude, point.longitude, point.source)
