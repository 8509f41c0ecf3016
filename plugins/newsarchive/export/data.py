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
from newsarchive.digest import digest
from newsarchive.export.files import FILES
from newsarchive.export.items import SCHEMA_NUMBER, FileItem, IndexItem
from newsarchive.export.listing import Listing, Piece, joined, piece
from newsarchive.export.record import Record
from newsarchive.export.schema import list_schema, object_schema, schema_bytes
from newsarchive.export.tables import TABLES
from newsarchive.parts import Part, runs

FOLDER = "data"
MOST_PLAIN = 4_000_000
"""Bytes of the longest file that a site publishes as it is; a longer one is compressed."""

MOST_TABLED = 1_000
"""Articles of the largest archive whose site publishes tables too: they say once more what the other files say."""

_LISTS = tuple(file.listing for file in FILES)
_NOTHING = Annotations()


def data_files(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the site (`data/articles.json` …) and the content of every data file, schema and table."""
    return _files(archive, TABLES, (part.make() for part in _parts(archive, TABLES, str.encode)), math.inf)


def published_files(archive: Archive, parts: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield what a site publishes of `data_files`: those of more than `MOST_PLAIN` bytes compressed, with `.gz` added.

    A site of more than `MOST_TABLED` articles publishes no tables. `parts` are what `data_parts` have made, in their
    order.
    """
    return _files(archive, _published_tables(archive), parts, MOST_PLAIN)


def data_paths() -> frozenset[str]:
    """Return the paths of all data files, schemas and tables, as they are where nothing is compressed."""
    names = [path for file in FILES for path in (f"{file.name}.json", f"{file.name}.schema.json")]
    return frozenset(
        f"{FOLDER}/{name}" for name in (*names, *(t.name for t in TABLES), "index.json", "index.schema.json")
    )


def published_path(archive: Archive, parts: Sequence[bytes], path: str) -> str:
    """Return the path at which a site publishes the data file of `path`; where it does not, that of the data's page.

    `parts` are what `data_parts` have made, in their order.
    """
    published = {name.removesuffix(".gz"): name for name, _ in published_files(archive, parts)}
    return published.get(path, f"{FOLDER}/index.md")


def data_parts(archive: Archive, digest_of: Callable[[str], bytes]) -> Iterator[Part]:
    """Yield a part for each run of the archive's articles: its lines of every file that a site publishes.

    `digest_of` an article's id is a digest of its text and of all that was found in it by itself.
    """
    return _parts(archive, _published_tables(archive), digest_of)


def _published_tables(archive: Archive) -> Sequence[Listing]:
    return TABLES if len(archive.articles) <= MOST_TABLED else ()


def _parts(archive: Archive, tables: Sequence[Listing], digest_of: Callable[[str], bytes]) -> Iterator[Part]:
    left_out = grouped(archive.left_out, lambda one: one.article)
    for run in runs(archive.articles):
        beside = tuple(left_out.get(article.id, ()) for article in run)
        told = repr((len(tables), beside)).encode("utf-8", "surrogatepass")
        inputs = digest((b"data", told, *(digest_of(article.id) for article in run)))
        yield Part(inputs, partial(_pieces, archive, (*_LISTS, *tables), run, beside))


def _pieces(
    archive: Archive,
    listings: Sequence[Listing],
    run: Sequence[Article],
    beside: Sequence[tuple[Suppressed, ...]],
) -> bytes:
    """Return the pieces that a run of articles adds to each listing; `beside` is what was left out between articles."""
    found = (archive.annotations.get(article.id, _NOTHING) for article in run)
    records = tuple(map(Record, run, found, beside))
    pieces = (piece(one, [line for record in records for line in one.of_record(record)]) for one in listings)
    return marshal.dumps([(one.lines, one.size, one.member) for one in pieces])


def _files(
    archive: Archive, published: Sequence[Listing], parts: Iterable[bytes], most_plain: float
) -> Iterator[tuple[str, bytes]]:
    made = [[Piece(*row) for row in marshal.loads(part)] for part in parts]  # noqa: S302  # a part's own values
    of_listing = {one.name: [pieces[number] for pieces in made] for number, one in enumerate((*_LISTS, *published))}
    entries, tables = [], []
    for file in FILES:
        lines, name, content = _joined(archive, file.listing, of_listing.pop(file.listing.name), most_plain)
        entries.append(FileItem(name, f"{file.name}.schema.json", lines))
        yield f"{FOLDER}/{name}", content
        yield f"{FOLDER}/{file.name}.schema.json", schema_bytes(list_schema(file.name, file.description, file.adapter))
    for table in published:
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
