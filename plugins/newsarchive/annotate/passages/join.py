"""Join: every run of words that stands, word for word, in two places of the row."""

from dataclasses import dataclass

import numpy as np

from newsarchive.annotate.passages.row import GRAM, Marks, Places, Recurring, Row

FEW = 16
"""A gram that stands in at most so many places pairs each with each; a commoner one pairs each with the first."""

_PLACE_BITS = np.uint64(32)


@dataclass(frozen=True)
class Runs:
    """Runs of equal words: `length` words from place `left` on stand from the later place `right` on too."""

    left: Places
    right: Places
    length: Places

    def chosen(self, which: Marks | Places) -> "Runs":
        """Return the runs that `which` chooses or orders."""
        return Runs(self.left[which], self.right[which], self.length[which])


def joined(row: Row, grams: Recurring) -> Runs:
    """Return the runs that `grams` make; a run never overlaps its own repetition in one article."""
    runs = _runs(*_paired(grams))
    return Runs(runs.left, runs.right, np.minimum(runs.length, runs.right - runs.left))


def _paired(grams: Recurring) -> tuple[Places, Places]:
    sizes = np.bincount(grams.group, minlength=1)[grams.group]
    lefts, rights = _each_with_each(grams.chosen(sizes <= FEW))
    hub, other = _each_with_first(grams.chosen(sizes > FEW))
    return np.concatenate((*lefts, hub)), np.concatenate((*rights, other))


def _each_with_each(grams: Recurring) -> tuple[list[Places], list[Places]]:
    lefts, rights = [], []
    for step in range(1, FEW):
        same = grams.group[step:] == grams.group[:-step]
        if not same.any():
            break
        lefts.append(grams.place[:-step][same])
        rights.append(grams.place[step:][same])
    return lefts, rights


def _each_with_first(grams: Recurring) -> tuple[Places, Places]:
    first = np.ones(len(grams.place), dtype=bool)
    first[1:] = grams.group[1:] != grams.group[:-1]
    hub = grams.place[first][np.cumsum(first) - 1]
    return hub[~first], grams.place[~first]


def _runs(left: Places, right: Places) -> Runs:
    """Unite pairs that follow one another."""
    packed = np.sort(((right - left).astype(np.uint64) << _PLACE_BITS) | left.astype(np.uint64))
    new = np.ones(len(packed), dtype=bool)
    new[1:] = packed[1:] != packed[:-1] + np.uint64(1)
    starts = np.flatnonzero(new)
    length = np.diff(np.append(starts, len(packed))) + GRAM - 1
    left = (packed[starts] & ((np.uint64(1) << _PLACE_BITS) - np.uint64(1))).astype(np.int64)
    return Runs(left, left + (packed[starts] >> _PLACE_BITS).astype(np.int64), length)
