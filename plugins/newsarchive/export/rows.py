"""Rows: the archive's objects as the items of the data files, in the archive's order."""

from collections.abc import Iterator

from newsarchive.annotation import DateExpression, Divergence, Witness
from newsarchive.archive import Archive
from newsarchive.article import Article, Source, Span
from newsarchive.export.items import (
    AmbiguousDateItem,
    ArticleItem,
    BlockItem,
    DateItem,
    DivergenceItem,
    EntityItem,
    MentionItem,
    NameItem,
    PassageItem,
    PointItem,
    ReadingItem,
    SourceItem,
    SpanItem,
    StatementItem,
    SuppressedItem,
    WitnessItem,
)
from newsarchive.registry.entity import Entity, Point


def article_items(archive: Archive) -> Iterator[ArticleItem]:
    """Yield each article."""
    return map(_article, archive.articles)


def entity_items(archive: Archive) -> Iterator[EntityItem]:
    """Yield each entity of the registry, whether an article mentions it or not."""
    return map(_entity, archive.registry.entities)


def mention_items(archive: Archive) -> Iterator[MentionItem]:
    """Yield each mention that leads to an entity."""
    for one in archive.mentions:
        yield MentionItem(one.article, *_place(one.span), one.text, one.entity, one.name)


def date_items(archive: Archive) -> Iterator[DateItem | AmbiguousDateItem]:
    """Yield each date expression."""
    return map(_date, archive.dates)


def statement_items(archive: Archive) -> Iterator[StatementItem]:
    """Yield each statement."""
    for one in archive.statements:
        yield StatementItem(one.article, *_place(one.span), one.text, one.speaker, one.verb)


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


def suppressed_items(archive: Archive) -> Iterator[SuppressedItem]:
    """Yield all that was found and left out, by article and place, with the names and dates that stayed ambiguous."""
    order = {(article.id, block.id): at for article in archive.articles for at, block in enumerate(article.blocks)}

    def place(one: SuppressedItem) -> tuple[str, int, int, int, str, str, str]:
        at = order[one.article, one.block]
        return one.article, at, one.start, one.end, one.kind, one.reason, one.detail

    yield from sorted((*_suppressed(archive), *_ambiguous_mentions(archive), *_ambiguous_dates(archive)), key=place)


def _suppressed(archive: Archive) -> Iterator[SuppressedItem]:
    for one in archive.suppressed:
        yield SuppressedItem(one.kind, one.reason, one.article, *_place(one.span), one.text, one.detail)


def _ambiguous_mentions(archive: Archive) -> Iterator[SuppressedItem]:
    for one in archive.ambiguous:
        detail = ", ".join(one.candidates)
        yield SuppressedItem("mention", "ambiguous", one.article, *_place(one.span), one.text, detail)


def _ambiguous_dates(archive: Archive) -> Iterator[SuppressedItem]:
    for one in archive.dates:
        if one.edtf is None:
            detail = ", ".join(one.candidates)
            yield SuppressedItem("date", "ambiguous", one.article, *_place(one.span), one.text, detail)


def _article(article: Article) -> ArticleItem:
    return ArticleItem(
        id=article.id,
        url=article.address,
        title=article.title,
        title_origin=article.title_origin,
        date=article.date,
        date_origin=article.date_origin,
        date_evidence=None if article.date_evidence is None else _part(article, article.date_evidence),
        source=None if article.source is None else _source(article.source),
        language=article.language,
        rights=article.rights,
        retold=article.retold,
        blocks=tuple(BlockItem(one.id, one.kind, one.text, one.by, one.credit) for one in article.blocks),
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


def _date(one: DateExpression) -> DateItem | AmbiguousDateItem:
    place = _place(one.span)
    if one.edtf is None:
        return AmbiguousDateItem(one.article, *place, one.text, None, one.role, one.anchor, one.candidates)
    return DateItem(one.article, *place, one.text, one.edtf, one.role, one.anchor)


def _witness(archive: Archive, witness: Witness) -> WitnessItem:
    article = archive.article_by_id[witness.article]
    return WitnessItem(witness.article, tuple(_part(article, span) for span in witness.parts))


def _divergence(divergence: Divergence) -> DivergenceItem:
    readings = tuple(ReadingItem(reading.witness, reading.text) for reading in divergence.readings)
    return DivergenceItem(divergence.kind, readings)


def _source(source: Source) -> SourceItem:
    return SourceItem(source.name, source.url, source.author, source.agency)


def _point(point: Point) -> PointItem:
    return PointItem(point.latitude, point.longitude, point.source)


def _part(article: Article, span: Span) -> SpanItem:
    return SpanItem(*_place(span), article.text_of(span))


def _place(span: Span) -> tuple[str, int, int]:
    return span.block, span.start, span.end
