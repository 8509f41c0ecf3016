"""Cache: what one build found between texts, kept for the next.

One file in a folder: an index of texts, in the order of their digests, and the drafts of passages that were made of
it. It names the method that made it and carries a checksum. A file that is damaged, foreign or of another method is as
good as none; it never raises and never decides anything. Of the index only that is kept which takes long to find: the
words as numbers, the order of their grams, and what texts have in common. Where words stand is soon found again for the
few texts that are asked for.
"""

import hashlib
import logging
import marshal
import mmap
import os
import sys
import tempfile
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.passages.index import Index, Objected
from newsarchive.annotate.passages.match import Match
from newsarchive.annotate.passages.record import Plain, PlainCluster, PlainPassage, plain, renumbered
from newsarchive.annotate.passages.row import Keys, Marks, Order, Row
from newsarchive.annotate.passages.words import Texts, Words
from newsarchive.article import Span
from newsarchive.columns import made

FILE = "passages.bin"
HEAD = 128
"""Bytes at the head of the file: the method, a checksum of all that follows, and the numbers of words and grams."""

_SUMS = 4099  # of an array in a checksum: a prime, so that a block of the file in another's place changes them
_DAMAGE = (OSError, ValueError, KeyError, IndexError, TypeError, EOFError)
_log = logging.getLogger("newsarchive")


@dataclass(frozen=True)
class Kept:
    """What an earlier build found.

    `numbers` are those that the texts of `index` have among the present ones; they and it are None where one of them is
    gone. `passages` are those of texts that are still there, by their clusters with present numbers.
    """

    index: Index | None
    numbers: Sequence[int]
    passages: Mapping[PlainCluster, PlainPassage]


@cache
def method() -> str:
    """Return the version of the method: a digest of the modules that it is made of, and of what they rest on."""
    digest = hashlib.sha256(f"{sys.version} {np.__version__}".encode())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.read_bytes())
    return digest.hexdigest()


def read_kept(folder: Path, words: Sequence[Words], digests: Sequence[str]) -> Kept | None:
    """Return what is kept and still holds for the texts of `words`, whose sorted digests are `digests`, or None."""
    path = folder / FILE
    if not path.exists():
        return None
    try:
        known, keys, order, parts, passages = _parts(path)
        numbers = _numbers(known, digests)
        of_clusters = {passage[0]: passage for passage in renumbered(passages, numbers)}
        present = [number for number in numbers if number is not None]
        if len(present) < len(numbers):
            return Kept(None, (), of_clusters)
        known_words = Texts(len(present), lambda at: words[present[at]])
        return Kept(_index(known_words, keys, order, parts), present, of_clusters)
    except _DAMAGE as error:
        _log.info("The cache %s cannot be used (%s): it is made anew", path, error)
        return None


def write_kept(folder: Path, digests: Sequence[str], index: Index, passages: Sequence[PlainPassage]) -> None:
    """Keep `index`, whose articles have the texts of `digests`, and the passages that it makes."""
    row = index.row
    marks = [np.packbits(each).tobytes() for each in (row.apart, index.many, index.common, index.copies)]
    finds = dict(index.marked), plain(index.matches), plain(index.objected)
    others = marshal.dumps((list(digests), (row.bounds.tobytes(), marks, *finds), tuple(passages)))
    head = f"{method()} {checksum((row.keys, index.order), others)} {row.count} {len(index.order)}"
    _write(folder / FILE, (head.encode().ljust(HEAD), row.keys.data, index.order.data, others))


def checksum(arrays: Iterable[NDArray[Any]], others: memoryview | bytes) -> int:
    """Return a CRC-32 of `others` and of sums of `arrays`, which are most of a file and take a fifth of the time so."""
    return zlib.crc32(others, reduce(lambda before, part: zlib.crc32(part, before), chain(*map(_sums, arrays)), 0))


def _sums(array: NDArray[Any]) -> tuple[bytes, bytes]:
    """Return sums of the numbers of eight bytes in `array`, and the bytes that are left over."""
    content = array.view(np.uint8)
    in_rows = len(content) // (8 * _SUMS) * 8 * _SUMS
    return content[:in_rows].view(np.uint64).reshape(-1, _SUMS).sum(axis=0).tobytes(), content[in_rows:].tobytes()


def _write(path: Path, parts: Iterable[bytes | memoryview]) -> None:
    """Write a file as a whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(parts)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        _log.info("The cache %s cannot be written (%s): the next build does without", path, error)


def _parts(path: Path) -> tuple[Sequence[str], Keys, Order, Plain, Plain]:
    """Return the digests, keys and order of grams, which are not copied out of the file, and the other parts."""
    with path.open("rb") as file:
        content = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    known, sum_, words, grams = bytes(content[:HEAD]).decode().split()
    keys = np.frombuffer(content, np.uint64, int(words), HEAD)
    order = np.frombuffer(content, np.uint32, int(grams), HEAD + keys.nbytes)
    others = content[HEAD + keys.nbytes + order.nbytes :]
    if known != method() or checksum((keys, order), others) != int(sum_):
        message = "it is damaged, or another version wrote it"
        raise ValueError(message)
    digests, index, passages = marshal.loads(others)  # noqa: S302  # plain values, checked to be whole
    return digests, keys, order, index, passages


def _numbers(known: Sequence[str], digests: Sequence[str]) -> list[int | None]:
    """Return where each of `known` stands in `digests`, or None; both are sorted, and no place is given twice."""
    numbers: list[int | None] = []
    at = 0
    for digest in known:
        there = at < len(digests) and digests[at] == digest
        if not there:
            at = bisect_left(digests, digest, at)
            there = at < len(digests) and digests[at] == digest
        numbers.append(at if there else None)
        at += there
    return numbers


def _index(words: Sequence[Words], keys: Keys, order: Order, parts: Plain) -> Index:
    packed_bounds, marks, marked, matches, objected = parts
    bounds = np.frombuffer(packed_bounds, np.int64)
    if len(bounds) != len(words) + 1 or int(bounds[-1]) != len(keys):
        message = "its parts do not fit together"
        raise ValueError(message)
    apart, many, common = (_unpacked(each, len(keys)) for each in marks[:-1])
    return Index(
        words,
        Row(bounds, keys, apart),
        marked,
        tuple(made(Match, matches)),
        tuple(
            Objected(article, other, reason, Span(*span), text, Span(*there))
            for article, other, reason, span, text, there in objected
        ),
        order,
        many,
        _unpacked(marks[-1], len(words)),
        common,
    )


def _unpacked(marks: bytes, count: int) -> Marks:
    return np.unpackbits(np.frombuffer(marks, np.uint8), count=count).view(bool)
