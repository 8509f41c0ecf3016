"""The data files: all of the archive as JSON that other programs read, the JSON Schema of each file, and tables.

A JSON file is UTF-8 with one item a line, so that a change of one article changes few lines, and closes with a newline.
What a site publishes may be compressed, file by file. All is made in parts, each of a run of articles, and joined.
"""

import marshal
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib.metadata import version

from pydantic import TypeAdapter

from newsarchive.annotation import Annotations, Suppressed
from newsarchive.archive import Archive, grouped
from newsarchive.article import Article
from newsarchive.export.files import FILES
from newsarchive.export.items import SCHEMA_NUMBER, FileItem, IndexItem
from newsarchive.export.listing import Listing, Piece, joined, piece
from newsarchive.export.record import Record
from newsarchive.export.schema import list_schema, object_schema, schema_bytes
from newsarchive.export.tables import TABLES
from newsarchive.parts import Part, inputs_of, runs

FOLDER = "data"
MOST_PLAIN = 4_000_000
"""Bytes of the longest file that a site publishes as it is; a longer one is compressed."""

_LISTINGS = (*(file.listing for file in FILES), *TABLES)
_NOTHING = Annotations()


def data_files(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the site (`data/articles.json` …) and the content of every data file, schema and table."""
    return _files(archive, (part.make() for part in data_parts(archive, str.encode)), math.inf)


def published_files(archive: Archive, parts: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield what a site publishes of `data_files`: those of more than `MOST_PLAIN` bytes compressed, with `.gz` added.

    `parts` are what the archive's parts have made, in their order.
    """
    return _files(archive, parts, MOST_PLAIN)


def data_parts(archive: Archive, digest_of: Callable[[str], bytes]) -> Iterator[Part]:
    """Yield a part for each run of the archive's articles: its lines of every data file.

    `digest_of` an article's id is a digest of its text and of all that was found in it by itself.
    """
    left_out = grouped(archive.left_out, lambda one: one.article)
    for run in runs(archive.articles):
        beside = tuple(left_out.get(article.id, ()) for article in run)
        told = repr(beside).encode("utf-8", "surrogatepass")
        inputs = inputs_of((b"data", told, *(digest_of(article.id) for article in run)))
        yield Part(inputs, partial(_pieces, archive, run, beside))


def _pieces(archive: Archive, run: Sequence[Article], beside: Sequence[tuple[Suppressed, ...]]) -> bytes:
    """Return the pieces that a run of articles adds to each listing; `beside` is what was left out between articles."""
    found = (archive.annotations.get(article.id, _NOTHING) for article in run)
    records = tuple(map(Record, run, found, beside))
    pieces = (piece(one, [line for record in records for line in one.of_record(record)]) for one in _LISTINGS)
    return marshal.dumps([(one.lines, one.size, one.member) for one in pieces])


def _files(archive: Archive, parts: Iterable[bytes], most_plain: float) -> Iterator[tuple[str, bytes]]:
    made = [[Piece(*row) for row in marshal.loads(part)] for part in parts]  # noqa: S302  # a part's own values
    of_listing = {one.name: [pieces[number] for pieces in made] for number, one in enumerate(_LISTINGS)}
    entries, tables = [], []
    for file in FILES:
        lines, name, content = _joined(archive, file.listing, of_listing.pop(file.listing.name), most_plain)
        entries.append(FileItem(name, f"{file.name}.schema.json", lines))
        yield f"{FOLDER}/{name}", content
        yield f"{FOLDER}/{file.name}.schema.json", schema_bytes(list_schema(file.name, file.description, file.adapter))
    for table in TABLES:
        _, name, content = _joined(archive, table, of_listing.pop(table.name), most_plain)
        tables.append(name)
        yield f"{FOLDER}/{name}", content
    index = TypeAdapter(IndexItem)
    item = IndexItem(SCHEMA_NUMBER, version("newsarchive"), tuple(entries), tuple(tables))
    yield f"{FOLDER}/index.json", index.dump_json(item, indent=2) + b"\n"
    yield f"{FOLDER}/index.schema.json", schema_bytes(object_schema(index))


def _joined(archive: Archive, listing: Listing, pieces: Sequence[Piece], most_plain: float) -> tuple[int, str, bytes]:
    """Return the number of lines, the name and the content of the file of a listing."""
    whole = [one for one in (*pieces, piece(listing, list(listing.of_archive(archive)))) if one.lines]
    name, content = joined(listing, whole, most_plain)
    return sum(one.lines for one in whole), name, content
