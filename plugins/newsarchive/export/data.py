"""The data files: all of the archive as JSON that other programs read, the JSON Schema of each file, and tables.

A JSON file is UTF-8 with one item a line, so that a change of one article changes few lines, and closes with a newline.
What a site publishes may be compressed, file by file. All is made in parts and joined, which parses nothing: the lines
of a run of articles are a part, those of the registry and of all passages another, and the schemas a third.
"""

import json
import marshal
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib.metadata import version
from itertools import chain

from newsarchive.annotation import Suppressed
from newsarchive.archive import Archive, grouped
from newsarchive.article import Article
from newsarchive.digest import digest
from newsarchive.export.files import FILES
from newsarchive.export.listing import COMPRESSED, Joined, Listing, Piece, piece
from newsarchive.export.record import Record
from newsarchive.export.tables import TABLES
from newsarchive.parts import Part

FOLDER = "data"
SCHEMA_NUMBER = 1
"""The number of the form of the files; it rises when a key of their items changes."""

MOST_PLAIN = 4_000_000
"""Bytes of the longest file that a site publishes as it is; a longer one is compressed."""

MOST_TABLED = 1_000
"""Articles of the largest archive whose site publishes tables too: they say once more what the other files say."""

_LISTS = tuple(file.listing for file in FILES)


def data_files(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the site (`data/articles.json` …) and the content of every data file, schema and table."""
    parts = [part.make() for part in _parts(archive, TABLES, str.encode, str.encode)]
    return _files(_joined(TABLES, parts, math.inf), parts)


def published_files(archive: Archive, parts: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield what a site publishes of `data_files`: those of more than `MOST_PLAIN` bytes compressed, with `.gz` added.

    A site of more than `MOST_TABLED` articles publishes no tables. `parts` are what `data_parts` have made, in their
    order.
    """
    return _files(_joined(_published_tables(archive), parts, MOST_PLAIN), parts)


def data_paths() -> frozenset[str]:
    """Return the paths of all data files, schemas and tables, as they are where nothing is compressed."""
    names = [path for file in FILES for path in (f"{file.name}.json", f"{file.name}.schema.json")]
    return frozenset(
        f"{FOLDER}/{name}" for name in (*names, *(t.name for t in TABLES), "index.json", "index.schema.json")
    )


def published_path(published: Iterable[str], path: str) -> str:
    """Return which of the paths `published` has the data file of `path`; where none has, that of the data's page."""
    named = {name.removesuffix(COMPRESSED): name for name in published}
    return named.get(path, f"{FOLDER}/index.md")


def data_parts(
    archive: Archive, digest_of: Callable[[str], bytes], digest_of_passage: Callable[[str], bytes]
) -> Iterator[Part]:
    """Yield the parts of all files that a site publishes.

    `digest_of` an article's id is a digest of its text and of all that was found in it by itself, `digest_of_passage` a
    passage's id one of the passage and of the texts that it stands in.
    """
    return _parts(archive, _published_tables(archive), digest_of, digest_of_passage)


def _published_tables(archive: Archive) -> Sequence[Listing]:
    return TABLES if len(archive.articles) <= MOST_TABLED else ()


def _parts(
    archive: Archive,
    tables: Sequence[Listing],
    digest_of: Callable[[str], bytes],
    digest_of_passage: Callable[[str], bytes],
) -> Iterator[Part]:
    yield Part(digest((b"schemas",)), _schemas)
    listings = (*_LISTS, *tables)
    passages = (digest_of_passage(passage.id) for passage in archive.passages)
    yield Part(digest((b"whole", len(tables), *passages)), partial(_pieces_of_archive, archive, listings))
    left_out = grouped(archive.left_out, lambda one: one.article)
    for run in archive.runs:
        beside = tuple(left_out.get(article.id, ()) for article in run)
        told = repr((len(tables), beside)).encode("utf-8", "surrogatepass")
        inputs = digest((b"data", told, *(digest_of(article.id) for article in run)))
        yield Part(inputs, partial(_pieces, archive, listings, run, beside))


def _schemas() -> bytes:
    """Return the schemas of all files, and last that of their index."""
    from newsarchive.export.schema import schemas_of  # noqa: PLC0415  # `kinds` says why

    return marshal.dumps(schemas_of(FILES))


def _pieces_of_archive(archive: Archive, listings: Iterable[Listing]) -> bytes:
    """Return the pieces that the archive as a whole adds to each listing."""
    return _kept(piece(one, list(one.of_archive(archive))) for one in listings)


def _pieces(
    archive: Archive,
    listings: Sequence[Listing],
    run: Sequence[Article],
    beside: Sequence[tuple[Suppressed, ...]],
) -> bytes:
    """Return the pieces that a run of articles adds to each listing; `beside` is what was left out between articles."""
    found = (archive.rows_in(article.id) for article in run)
    records = tuple(map(Record, run, found, beside))
    return _kept(piece(one, list(chain.from_iterable(map(one.of_record, records)))) for one in listings)


def _kept(pieces: Iterable[Piece]) -> bytes:
    return marshal.dumps([(one.lines, one.size, one.member) for one in pieces])


def _joined(tables: Sequence[Listing], parts: Sequence[bytes], most_plain: float) -> list[Joined]:
    """Return the JSON files, then the tables."""
    _, *made = parts
    pieces = [[Piece(*row) for row in marshal.loads(part)] for part in made]  # noqa: S302  # a part's own values
    of_listing = zip((*_LISTS, *tables), zip(*pieces, strict=True), strict=True)
    return [Joined(listing, tuple(one for one in found if one.lines), most_plain) for listing, found in of_listing]


def _files(joined: Sequence[Joined], parts: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    *schemas, schema_of_index = marshal.loads(parts[0])  # noqa: S302  # a part's own values
    entries = []
    for file, one, schema in zip(FILES, joined, schemas, strict=False):
        entries.append({"path": one.name, "json_schema": f"{file.name}.schema.json", "items": one.lines})
        yield f"{FOLDER}/{one.name}", one.content
        yield f"{FOLDER}/{file.name}.schema.json", schema
    tables = joined[len(FILES) :]
    yield from ((f"{FOLDER}/{table.name}", table.content) for table in tables)
    names = [table.name for table in tables]
    index = {"schema": SCHEMA_NUMBER, "version": version("newsarchive"), "files": entries, "tables": names}
    yield f"{FOLDER}/index.json", json.dumps(index, ensure_ascii=False, indent=2).encode() + b"\n"
    yield f"{FOLDER}/index.schema.json", schema_of_index
