"""The tables: the same data as CSV (RFC 4180, UTF-8), for spreadsheets and statistics.

A list within an item has a table of its own. What is not known is an empty cell. Cells hold the text letter by letter,
also where it begins like a formula: a spreadsheet should import them as text.
"""

from collections.abc import Callable, Iterator

from newsarchive.archive import Archive
from newsarchive.export import csv_lines
from newsarchive.export.listing import Listing, csv_form

Row = tuple[object, ...]


def _entities(archive: Archive) -> Iterator[Row]:
    for one in archive.registry.entities:
        point = (one.point.latitude, one.point.longitude, one.point.source) if one.point else (None, None, None)
        yield one.id, one.address, one.kind, one.part_of, *point


def _names(archive: Archive) -> Iterator[Row]:
    named = ((one.id, name) for one in archive.registry.entities for name in one.names)
    return ((entity, name.text, name.language, name.script, name.source) for entity, name in named)


def _identifiers(archive: Archive) -> Iterator[Row]:
    return ((one.id, *pair) for one in archive.registry.entities for pair in one.identifiers)


def _passages(archive: Archive) -> Iterator[Row]:
    for one in archive.passages:
        for number, witness in enumerate(one.witnesses):
            article, head = (
                archive.article_by_id[witness.article],
                (one.id, f"passages/{one.id}/", one.words, one.earliest),
            )
            for part in witness.parts:
                yield *head, number, article.id, *part, article.text_of(part)


def _divergences(archive: Archive) -> Iterator[Row]:
    for one in archive.passages:
        for number, divergence in enumerate(one.divergences):
            for reading in divergence.readings:
                yield one.id, number, divergence.kind, reading.witness, reading.text


def _of_archive(name: str, columns: tuple[str, ...], made: Callable[[Archive], Iterator[Row]]) -> Listing:
    return Listing(f"{name}.csv", csv_form(columns), of_archive=lambda archive: map(csv_lines.line, made(archive)))


TABLES = (
    Listing("articles.csv", csv_form(csv_lines.ARTICLES), csv_lines.article_lines),
    Listing("blocks.csv", csv_form(csv_lines.BLOCKS), csv_lines.block_lines),
    _of_archive("entities", ("id", "url", "kind", "part_of", "latitude", "longitude", "point_source"), _entities),
    _of_archive("names", ("entity", "text", "language", "script", "source"), _names),
    _of_archive("identifiers", ("entity", "register", "identifier"), _identifiers),
    Listing("mentions.csv", csv_form(csv_lines.MENTIONS), csv_lines.mention_lines),
    Listing("dates.csv", csv_form(csv_lines.DATES), csv_lines.date_lines),
    Listing("statements.csv", csv_form(csv_lines.STATEMENTS), csv_lines.statement_lines),
    _of_archive("passages", ("passage", "url", "words", "earliest", "witness", *csv_lines.PLACE), _passages),
    _of_archive("divergences", ("passage", "divergence", "kind", "witness", "text"), _divergences),
    Listing("suppressed.csv", csv_form(csv_lines.SUPPRESSED), csv_lines.suppressed_lines),
)
