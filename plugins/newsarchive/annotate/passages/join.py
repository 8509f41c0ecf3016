"""Join: every run of words that stands, word for word, in two places.

The words of all articles lie in one row; a *place* is a position in it. Four words that follow one another are a gram;
grams are sorted by their hashes, equal ones are paired, and pairs that follow one another become one run.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.passages.words import Words, mixed

GRAM = 4
"""Words of a gram. Where one word in four is garbled, a stretch of forty words still keeps several grams of four."""
FEW = 16
"""A gram that stands in at most so many places pairs each with each; a commoner one pairs each with the first."""
PER_ARTICLE = 4
"""How often one article may bring in the same gram; what it repeats beyond that adds no passage."""

_STEP = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True)
class Row:
    """The words of all articles in one row: article `i` has the places `bounds[i]` to before `bounds[i + 1]`."""

    bounds: NDArray[np.int64]
    keys: NDArray[np.uint64]
    apparatus: NDArray[np.bool_]

    def article_of(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the article of each of `places`."""
        return np.searchsorted(self.bounds, places, side="right") - 1


@dataclass(frozen=True)
class Runs:
    """Runs of equal words: `length` words from place `left` on stand from the later place `right` on too."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    length: NDArray[np.int64]

    def chosen(self, which: NDArray[np.bool_] | NDArray[np.int64]) -> "Runs":
        """Return the runs that `which` chooses or orders."""
        return Runs(self.left[which], self.right[which], self.length[which])


def row_of(articles: Sequence[Words]) -> Row:
    """Lay the words of `articles` into one row."""
    bounds = np.zeros(len(articles) + 1, dtype=np.int64)
    np.cumsum([words.count for words in articles], out=bounds[1:])
    keys = [words.keys for words in articles] or [np.zeros(0, dtype=np.uint64)]
    marks = [words.apparatus for words in articles] or [np.zeros(0, dtype=bool)]
    return Row(bounds, np.concatenate(keys), np.concatenate(marks))


def joined(row: Row) -> Runs:
    """Return all runs of at least `GRAM` equal words, apparatus apart."""
    places, groups = _equal_grams(row)
    left, right = _paired(places, groups)
    return _runs(left, right)


def grams(row: Row) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Return the hash and the place of every gram that lies in one article and has no apparatus."""
    count = len(row.keys) - GRAM + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    hashes = np.zeros(count, dtype=np.uint64)
    for step in range(GRAM):
        hashes = hashes * _STEP + row.keys[step : step + count]
    closed = row.apparatus.copy()
    bad = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(closed)))
    usable = bad[GRAM:] == bad[:-GRAM]
    for step in range(1, GRAM):
        across = row.bounds[1:-1] - step
        usable[across[(across >= 0) & (across < count)]] = False
    places = np.flatnonzero(usable)
    return mixed(hashes[places]), places


def _equal_grams(row: Row) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the places of grams that stand twice or more, and the number of each one's group, both ascending."""
    hashes, places = grams(row)
    bits = np.uint64(max(len(row.keys), 1).bit_length())
    low = (np.uint64(1) << bits) - np.uint64(1)
    packed = np.sort((hashes & ~low) | places.astype(np.uint64))
    same = (packed[1:] ^ packed[:-1]) <= low
    kept = np.zeros(len(packed), dtype=bool)
    kept[1:] |= same
    kept[:-1] |= same
    starts = np.concatenate((np.ones(1, dtype=bool), ~same))[kept] if len(packed) else kept
    return (packed[kept] & low).astype(np.int64), np.cumsum(starts)


def _paired(places: NDArray[np.int64], groups: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    sizes = np.bincount(groups, minlength=1)[groups] if len(groups) else groups
    few = sizes <= FEW
    near, group = places[few], groups[few]
    lefts, rights = [], []
    for step in range(1, FEW):
        same = group[step:] == group[:-step]
        if not same.any():
            break
        lefts.append(near[:-step][same])
        rights.append(near[step:][same])
    common, group = places[~few], groups[~few]
    if len(common):
        first = np.concatenate((np.ones(1, dtype=bool), group[1:] != group[:-1]))
        hub = common[first][np.cumsum(first) - 1]
        lefts.append(hub[~first])
        rights.append(common[~first])
    empty = [np.zeros(0, dtype=np.int64)]
    return np.concatenate(lefts or empty), np.concatenate(rights or empty)


def _runs(left: NDArray[np.int64], right: NDArray[np.int64]) -> Runs:
    """Unite pairs that follow one another; returned in the order of their distance, then of `left`."""
    bits = np.uint64(40)
    packed = np.sort(((right - left).astype(np.uint64) << bits) | left.astype(np.uint64))
    new = np.ones(len(packed), dtype=bool)
    new[1:] = packed[1:] != packed[:-1] + np.uint64(1)
    starts = np.flatnonzero(new)
    length = np.diff(np.append(starts, len(packed))) + GRAM - 1
    left = (packed[starts] & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    return Runs(left, left + (packed[starts] >> bits).astype(np.int64), length)
