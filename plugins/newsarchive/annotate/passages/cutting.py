"""Cutting: texts become words, each with a number and its place, many texts at once.

The texts are cut in batches whose arrays a processor's nearer memory holds; with larger ones, most of the time went
into fetching them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.passages.apparatus import addresses, may_have_address
from newsarchive.annotate.passages.letters import (
    APOSTROPHE,
    DIGIT,
    IDEOGRAPH,
    LETTER,
    SEPARATOR,
    SILENT,
    LetterTable,
)
from newsarchive.annotate.passages.mixing import mixed

_BATCH_LETTERS = 50_000
_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse modulo 2^64
_INVERSE = pow(_BASE, -1, 2**64)
_SIDES = np.array([SEPARATOR] * APOSTROPHE + [LETTER, DIGIT], dtype=np.uint8)  # of a joiner, by its class
_POWERS = 1 << 17  # that are kept at hand; only a batch of one very long text needs more


@dataclass(frozen=True)
class Cut:
    """The words of some texts in one row: text `i` has those from `bounds[i]` to before `bounds[i + 1]`.

    `keys` are 64-bit hashes of the folded words; `starts` and `ends` are code points of the text that a word is in.
    `addressed` marks the texts that may hold an address.
    """

    bounds: NDArray[np.int64]
    keys: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    addressed: NDArray[np.bool_]


def cut(texts: Iterable[str]) -> Cut:
    """Return the words of `texts`."""
    counts, *rows = map(np.concatenate, zip(*map(_cut_batch, _batches(texts)), strict=True))
    bounds = np.zeros(len(counts) + 1, dtype=np.int64)
    counts.cumsum(out=bounds[1:])
    return Cut(bounds, *rows)


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    letters = 0
    for text in texts:
        batch.append(text)
        letters += len(text)
        if letters > _BATCH_LETTERS:
            yield batch
            batch, letters = [], 0
    yield batch


def _cut_batch(texts: Sequence[str]) -> tuple[NDArray[Any], ...]:
    """Return how many words each of `texts` has, and then the rows of `Cut` in their order."""
    bases = np.array(list(accumulate((len(text) + 1 for text in texts), initial=1)))
    addressed = np.array([may_have_address(text) for text in texts], dtype=bool)
    glued = [bases[at] + start for at in addressed.nonzero()[0].tolist() for start, _ in addresses(texts[at])]
    joined = "\n".join(("", *texts, ""))  # so that no word is at either end
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.intp)
    classes = _without_joiners(_letters_met().classes(points))
    starts, ends = _borders(classes, np.array(glued, dtype=np.int64))
    keys = _keys(_letters_met().terms(points), (classes == SILENT).nonzero()[0], starts)
    firsts = starts.searchsorted(bases)
    counts = firsts[1:] - firsts[:-1]
    base = bases[:-1].repeat(counts)
    return counts, keys, (starts - base).astype(np.int32), (ends - base).astype(np.int32), addressed


@cache
def _letters_met() -> LetterTable:
    """Return the one table of letters, which takes longer to lay out than a text to cut."""
    return LetterTable()


def _without_joiners(classes: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the classes with each apostrophe and point that joins turned silent, any other into a separator."""
    found = (classes >= APOSTROPHE).nonzero()[0]
    sides = _SIDES[classes[found]]
    joins = (classes[found - 1] == sides) & (classes[found + 1] == sides)
    classes[found] = SEPARATOR
    classes[found[joins]] = SILENT
    return classes


def _borders(classes: NDArray[np.uint8], glued: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where words start and end; ideographs are words of their own, and none goes across one of `glued`."""
    inside = classes != SEPARATOR
    edges = (inside[1:] != inside[:-1]).nonzero()[0] + 1
    alone = classes == IDEOGRAPH
    if not len(glued) and not alone.any():
        return edges[::2], edges[1::2]
    splits = np.union1d(glued, (alone[1:] | alone[:-1]).nonzero()[0] + 1)
    splits = splits[inside[splits] & inside[splits - 1]]
    return np.sort(np.append(edges[::2], splits)), np.sort(np.append(edges[1::2], splits))


def _keys(terms: NDArray[np.uint64], silent: NDArray[np.int64], starts: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return a hash of each word: a polynomial of the terms of its letters, in which silent ones have no place.

    The powers run on through all letters, and each word's sum is brought back to the power that it starts with.
    """
    weights = powers = _powers(_BASE, len(terms))
    before = starts
    if len(silent):
        heard = np.ones(len(terms), dtype=bool)
        heard[silent] = False
        weights = np.zeros(len(terms), dtype=np.uint64)
        weights[heard] = powers[: len(terms) - len(silent)]
        silent_in = np.bincount(starts.searchsorted(silent, side="right"), minlength=len(starts) + 1)
        before = starts - np.cumsum(silent_in)[:-1]
    terms *= weights
    sums = np.add.reduceat(terms, starts)
    return mixed(sums * _powers(_INVERSE, len(terms))[before])


def _powers(base: int, count: int) -> NDArray[np.uint64]:
    """Return the first `count` powers of `base` modulo 2^64, from its zeroth on."""
    return _first_powers(base)[:count] if count <= _POWERS else _computed_powers(base, count)


@cache
def _first_powers(base: int) -> NDArray[np.uint64]:
    return _computed_powers(base, _POWERS)


def _computed_powers(base: int, count: int) -> NDArray[np.uint64]:
    powers = np.full(count, base, dtype=np.uint64)
    powers[:1] = 1
    return np.cumprod(powers, dtype=np.uint64)
