"""The tables: the same data as CSV (RFC 4180, UTF-8), for spreadsheets and statistics.

A list within an item has a table of its own. What is not known is an empty cell. Cells hold the text letter by letter,
also where it begins like a formula: a spreadsheet should import them as text.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from newsarchive.archive import Archive
from newsarchive.export import rows
from newsarchive.export.items import (
    BlockItem,
    MentionItem,
    NameItem,
    PointItem,
    SourceItem,
    SpanItem,
    StatementItem,
    SuppressedItem,
)

Row = tuple[object, ...]
_PLACE = ("article", "block", "start", "end", "text")


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of table: its name, its columns, and how the archive fills it."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Archive], Iterable[Row]]

    def content(self, archive: Archive) -> bytes:
        """Return the table of `archive` as CSV, with a line of the columns' names first."""
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(self.columns)
        writer.writerows(map(_cell, row) for row in self.rows(archive))
        return text.getvalue().encode()


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def _columns(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _cells(kind: type[Any]) -> Callable[[Any], Row]:
    """Return what makes a row of an item, and a row of empty cells of None."""
    columns = _columns(kind)
    values = attrgetter(*columns)
    return lambda item: (None,) * len(columns) if item is None else values(item)


_block, _mention, _name, _point = _cells(BlockItem), _cells(MentionItem), _cells(NameItem), _cells(PointItem)
_source, _span, _statement, _suppressed = map(_cells, (SourceItem, SpanItem, StatementItem, SuppressedItem))
_article = attrgetter("id", "url", "title", "title_origin", "date", "date_origin", "language", "rights", "retold")


def _articles(archive: Archive) -> Iterator[Row]:
    for one in rows.article_items(archive):
        yield *_article(one), *_span(one.date_evidence), *_source(one.source)


def _blocks(archive: Archive) -> Iterator[Row]:
    return ((one.id, *_block(block)) for one in rows.article_items(archive) for block in one.blocks)


def _entities(archive: Archive) -> Iterator[Row]:
    return ((one.id, one.url, one.kind, one.part_of, *_point(one.point)) for one in rows.entity_items(archive))


def _names(archive: Archive) -> Iterator[Row]:
    return ((one.id, *_name(name)) for one in rows.entity_items(archive) for name in one.names)


def _identifiers(archive: Archive) -> Iterator[Row]:
    return ((one.id, *pair) for one in rows.entity_items(archive) for pair in one.identifiers.items())


def _mentions(archive: Archive) -> Iterator[Row]:
    return map(_mention, rows.mention_items(archive))


def _dates(archive: Archive) -> Iterator[Row]:
    for one in archive.dates:
        place = one.article, one.span.block, one.span.start, one.span.end, one.text
        yield *place, one.edtf, one.role, one.anchor, " ".join(one.candidates)


def _statements(archive: Archive) -> Iterator[Row]:
    return map(_statement, rows.statement_items(archive))


def _passages(archive: Archive) -> Iterator[Row]:
    for one in rows.passage_items(archive):
        for number, witness in enumerate(one.witnesses):
            for part in witness.parts:
                yield one.id, one.url, one.words, one.earliest, number, witness.article, *_span(part)


def _divergences(archive: Archive) -> Iterator[Row]:
    for one in archive.passages:
        for number, divergence in enumerate(one.divergences):
            for reading in divergence.readings:
                yield one.id, number, divergence.kind, reading.witness, reading.text


def _suppressions(archive: Archive) -> Iterator[Row]:
    return map(_suppressed, rows.suppressed_items(archive))


TABLES = (
    Table(
        "articles",
        (
            *("id", "url", "title", "title_origin", "date", "date_origin", "language", "rights", "retold"),
            *("evidence_block", "evidence_start", "evidence_end", "evidence_text"),
            *("source_name", "source_url", "source_author", "source_agency"),
        ),
        _articles,
    ),
    Table("blocks", ("article", "block", "kind", "text", "by", "credit"), _blocks),
    Table("entities", ("id", "url", "kind", "part_of", "latitude", "longitude", "point_source"), _entities),
    Table("names", ("entity", "text", "language", "script", "source"), _names),
    Table("identifiers", ("entity", "register", "identifier"), _identifiers),
    Table("mentions", _columns(MentionItem), _mentions),
    Table("dates", (*_PLACE, "edtf", "role", "anchor", "candidates"), _dates),
    Table("statements", _columns(StatementItem), _statements),
    Table("passages", ("passage", "url", "words", "earliest", "witness", *_PLACE), _passages),
    Table("divergences", ("passage", "divergence", "kind", "witness", "text"), _divergences),
    Table("suppressed", _columns(SuppressedItem), _suppressions),
)
