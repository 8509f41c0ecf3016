"""Join: every run of words that stands, word for word, in two places of the row."""

from dataclasses import dataclass

import numpy as np

from newsarchive.annotate.passages.row import GRAM, Marks, Places, Recurring, Row

FEW = 16
"""A gram that stands in at most so many places pairs each with each; a commoner one pairs each with the first."""

_SHIFT = np.uint64(32)
_LOW = (np.uint64(1) << _SHIFT) - np.uint64(1)
_MIDDLE = 1 << 31


@dataclass(frozen=True)
class Runs:
    """Runs of equal words: `length` words from place `left` on stand from place `right` on too.

    The left place comes first.
    """

    left: Places
    right: Places
    length: Places

    def chosen(self, which: Marks | Places) -> "Runs":
        """Return the runs that `which` chooses or orders."""
        return Runs(self.left[which], self.right[which], self.length[which])


def joined(row: Row, grams: Recurring) -> Runs:
    """Return the runs that `grams` make; a run never overlaps its own repetition in one article."""
    runs = _runs(*paired(row, grams))
    return Runs(runs.left, runs.right, np.minimum(runs.length, runs.right - runs.left))


def paired(row: Row, grams: Recurring) -> tuple[Places, Places]:
    """Return the places of equal grams that are compared, the left one and the right one."""
    sizes = np.bincount(grams.group, minlength=1)[grams.group]
    one, two = _each_with_each(grams.chosen(sizes <= FEW))
    hub, other = _each_with_first(grams.chosen(sizes > FEW))
    one, two = np.concatenate((one, hub)), np.concatenate((two, other))
    equal = np.ones(len(one), dtype=bool)
    for step in range(GRAM):
        equal &= row.keys.take(one + step) == row.keys.take(two + step)
    return one[equal], two[equal]


def _each_with_each(grams: Recurring) -> tuple[Places, Places]:
    place, group = grams.place, grams.group
    firsts, others = [], []
    left = np.flatnonzero(group[1:] == group[:-1])
    for step in range(1, FEW):
        firsts.append(left)
        others.append(left + step)
        left = left[left + step + 1 < len(group)]
        left = left[group[left + step + 1] == group[left]]
    return place[np.concatenate(firsts)], place[np.concatenate(others)]


def _each_with_first(grams: Recurring) -> tuple[Places, Places]:
    first = np.flatnonzero(np.diff(grams.group, prepend=-1))
    hub = np.repeat(grams.place[first], np.diff(np.append(first, len(grams.place))))
    other = hub != grams.place
    return hub[other], grams.place[other]


def _runs(left: Places, right: Places) -> Runs:
    """Unite pairs that follow one another in both texts."""
    packed = np.sort(((right - left + _MIDDLE).astype(np.uint64) << _SHIFT) | left.astype(np.uint64))
    new = np.ones(len(packed), dtype=bool)
    new[1:] = packed[1:] != packed[:-1] + np.uint64(1)
    starts = np.flatnonzero(new)
    length = np.diff(np.append(starts, len(packed))) + GRAM - 1
    left = (packed[starts] & _LOW).astype(np.int64)
    return Runs(left, left + (packed[starts] >> _SHIFT).astype(np.int64) - _MIDDLE, length)
