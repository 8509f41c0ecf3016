"""Rows: the entities of the registry as the items of the data files, in the registry's order."""

from collections.abc import Iterator

from newsarchive.archive import Archive
from newsarchive.export.items import EntityItem, NameItem, PointItem
from newsarchive.registry.entity import Entity, Point


def entity_items(archive: Archive) -> Iterator[EntityItem]:
    """Yield each entity of the registry, whether an article mentions it or not."""
    return map(_entity, archive.registry.entities)


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
