"""Cache: what one build found between texts, kept for the next.

Two files in a folder: `index.bin`, an index of texts by their digests, and `drafts.json`, the passages that were made
of it. Both name the method that made them and carry checksums. A file that is damaged, foreign or of another method
is as good as none; it never raises and never decides anything. Of the index only that is kept which takes long to find:
the words as numbers, in the order of the texts, and what they have in common. Where words stand, and the grams that
they make, are soon found again for the few texts that are asked for.
"""

import hashlib
import json
import logging
import marshal
import mmap
import os
import sys
import tempfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import IO, Any, TypeVar

import numpy as np

from newsarchive.annotate.passages.column import Cell, Column
from newsarchive.annotate.passages.draft import Draft
from newsarchive.annotate.passages.evidence import Objection
from newsarchive.annotate.passages.index import Index
from newsarchive.annotate.passages.match import Match
from newsarchive.annotate.passages.row import Keys, Marks, Row
from newsarchive.annotate.passages.words import Texts, words_of
from newsarchive.annotation import DivergenceKind
from newsarchive.article import Article, Span

INDEX, DRAFTS = "index.bin", "drafts.json"
HEAD = 128
"""Bytes at the head of an index: the method, a CRC-32 of all that follows, and the number of words."""

_DAMAGE = (OSError, ValueError, KeyError, IndexError, TypeError, EOFError)
_fields = attrgetter(*(field.name for field in fields(Match)))
_log = logging.getLogger("newsarchive")

Kept = TypeVar("Kept")


@cache
def method() -> str:
    """Return the version of the method: a digest of the modules that it is made of, and of what they rest on."""
    digest = hashlib.sha256(f"{sys.version} {np.__version__}".encode())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.read_bytes())
    return digest.hexdigest()


def read_index(folder: Path, articles: Sequence[Article], digests: Sequence[str]) -> tuple[Index, list[int]] | None:
    """Return the kept index and the positions of the articles that it does not know, or None where it does not serve.

    It serves where every text that it knows is still there.
    """
    kept = _read(folder / INDEX, _kept)
    if kept is None:
        return None
    keys, known, parts = kept
    assigned = _assigned(known, digests)
    if assigned is None:
        return None
    owners, unknown = assigned
    try:
        return _index([articles[at] for at in owners], keys, parts), unknown
    except _DAMAGE as error:
        _log.info("The cache %s does not hold together (%s): it is made anew", folder / INDEX, error)
        return None


def write_index(folder: Path, index: Index, digests: Sequence[str]) -> None:
    """Keep `index`, whose articles have the texts of `digests`."""
    row = index.row
    marks = [np.packbits(each).tobytes() for each in (row.apart, index.many, index.common, index.copies)]
    judged = [(_fields(match), against and against.value) for match, against in index.judged]
    parts = row.bounds.tobytes(), marks, index.formulas, index.marked, judged
    plain = marshal.dumps((list(digests), parts))
    checksum = zlib.crc32(plain, zlib.crc32(row.keys.data))
    head = f"{method()} {checksum} {row.count}".encode().ljust(HEAD)

    def write(file: IO[bytes]) -> None:
        file.writelines((head, row.keys.data, plain))

    _write(folder / INDEX, write)


def read_drafts(folder: Path) -> dict[str, Draft]:
    """Return the kept drafts by their keys."""
    return _read(folder / DRAFTS, _drafts) or {}


def write_drafts(folder: Path, drafts: Mapping[str, Draft]) -> None:
    """Keep `drafts` by their keys."""
    body = json.dumps({key: _plain(draft) for key, draft in drafts.items()}, ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )
    head = f"{method()} {hashlib.sha256(body).hexdigest()}\n".encode()
    _write(folder / DRAFTS, lambda file: file.write(head + body))


def _read(path: Path, read: Callable[[Path], Kept]) -> Kept | None:
    if not path.exists():
        return None
    try:
        return read(path)
    except _DAMAGE as error:
        _log.info("The cache %s cannot be used (%s): it is made anew", path, error)
        return None


def _write(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Write a file as a whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "wb") as file:
                write(file)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        _log.info("The cache %s cannot be written (%s): the next build does without", path, error)


def _kept(path: Path) -> tuple[Keys, Sequence[str], Sequence[Any]]:
    """Return the keys of all words, which are not copied out of the file, the digests, and the other parts."""
    with path.open("rb") as file:
        content = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    known, checksum, count = bytes(content[:HEAD]).decode().split()
    if known != method() or zlib.crc32(content[HEAD:]) != int(checksum):
        message = "it is damaged, or another version wrote it"
        raise ValueError(message)
    keys = np.frombuffer(content, np.uint64, int(count), HEAD)
    digests, parts = marshal.loads(content[HEAD + keys.nbytes :])  # noqa: S302  # plain values, checked to be whole
    return keys, digests, parts


def _assigned(known: Sequence[str], digests: Sequence[str]) -> tuple[list[int], list[int]] | None:
    """Return the position of an article for each known text, and those that are left; None where a text has none."""
    at: dict[str, list[int]] = {}
    for position in range(len(digests) - 1, -1, -1):
        at.setdefault(digests[position], []).append(position)
    try:
        owners = [at[digest].pop() for digest in known]
    except (KeyError, IndexError):
        return None
    return owners, sorted(position for positions in at.values() for position in positions)


def _index(articles: Sequence[Article], keys: Keys, parts: Sequence[Any]) -> Index:
    packed_bounds, marks, formulas, marked, judged = parts
    bounds = np.frombuffer(packed_bounds, np.int64)
    if len(bounds) != len(articles) + 1 or int(bounds[-1]) != len(keys):
        message = "its parts do not fit together"
        raise ValueError(message)
    apart, many, common = (_unpacked(each, len(keys)) for each in marks[:-1])
    return Index(
        Texts(len(articles), lambda number: words_of([articles[number]])[0][0]),
        Row(bounds, keys, apart, np.arange(len(articles))),
        many,
        _unpacked(marks[-1], len(articles)),
        common,
        formulas,
        marked,
        tuple((Match(*match), Objection(against) if against else None) for match, against in judged),
    )


def _unpacked(marks: bytes, count: int) -> Marks:
    return np.unpackbits(np.frombuffer(marks, np.uint8), count=count).view(bool)


def _drafts(path: Path) -> dict[str, Draft]:
    head, _, body = path.read_bytes().partition(b"\n")
    if head.decode() != f"{method()} {hashlib.sha256(body).hexdigest()}":
        message = "it is damaged, or another version wrote it"
        raise ValueError(message)
    return {key: _draft(plain) for key, plain in json.loads(body.decode("utf-8", "surrogatepass")).items()}


def _plain(draft: Draft) -> list[Any]:
    columns = [
        [column.kind, [[cell.place, cell.text, _spans(cell.spans)] for cell in column.cells]]
        for column in draft.columns
    ]
    return [draft.ids, draft.words, [_spans(parts) for parts in draft.parts], columns, draft.left_out]


def _spans(spans: Sequence[Span]) -> list[tuple[str, int, int]]:
    return [(span.block, span.start, span.end) for span in spans]


def _draft(plain: Sequence[Any]) -> Draft:
    ids, words, parts, columns, left_out = plain
    return Draft(
        tuple(ids),
        tuple(words),
        tuple(tuple(Span(*span) for span in spans) for spans in parts),
        tuple(_column(*column) for column in columns),
        left_out,
    )


def _column(kind: str, cells: Sequence[Any]) -> Column:
    read = (Cell(place, text, tuple(Span(*span) for span in spans)) for place, text, spans in cells)
    return Column(DivergenceKind(kind), tuple(read))
