"""Rows: what the archive has as a whole, as the items of the data files, in the archive's order."""

from collections.abc import Iterator

from newsarchive.annotation import Divergence, Witness
from newsarchive.archive import Archive
from newsarchive.article import Article, Span
from newsarchive.export.items import (
    DivergenceItem,
    EntityItem,
    NameItem,
    PassageItem,
    PointItem,
    ReadingItem,
    SpanItem,
    WitnessItem,
)
from newsarchive.registry.entity import Entity, Point


def entity_items(archive: Archive) -> Iterator[EntityItem]:
    """Yield each entity of the registry, whether an article mentions it or not."""
    return map(_entity, archive.registry.entities)


def passage_items(archive: Archive) -> Iterator[PassageItem]:
    """Yield each passage."""
    for passage in archive.passages:
        yield PassageItem(
            id=passage.id,
            url=f"passages/{passage.id}/",
            words=passage.words,
            witnesses=tuple(_witness(archive, witness) for witness in passage.witnesses),
            earliest=passage.earliest,
            divergences=tuple(map(_divergence, passage.divergences)),
        )


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


def _witness(archive: Archive, witness: Witness) -> WitnessItem:
    article = archive.article_by_id[witness.article]
    return WitnessItem(witness.article, tuple(_part(article, span) for span in witness.parts))


def _divergence(divergence: Divergence) -> DivergenceItem:
    readings = tuple(ReadingItem(reading.witness, reading.text) for reading in divergence.readings)
    return DivergenceItem(divergence.kind, readings)


def _point(point: Point) -> PointItem:
    return PointItem(point.latitude, point.longitude, point.source)


def _part(article: Article, span: Span) -> SpanItem:
    return SpanItem(span.block, span.start, span.end, article.text_of(span))
