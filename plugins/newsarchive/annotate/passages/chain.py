"""Chain: runs of equal words that lie near one another in both texts belong together."""

from collections.abc import Iterator
from functools import reduce
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.passages.join import Runs
from newsarchive.annotate.passages.row import Keys, Marks, Places, Row

NEAR = 20
"""Words that may lie between two runs of one chain, in either text."""
LOOKAHEAD = 8
"""How many of the next runs, in the order of the earlier text, a run is compared with."""
LEAST = 8
"""Equal words in runs that two articles must share to be looked at closely; with fewer, what stands around decides."""
AROUND, AROUND_EQUAL = 8, 5
"""Words before and after a lone run that are compared, and those of them that both texts must have."""

_MANY = 1 << 13  # runs, from which on it pays to look at signs of words first
_BATCH = 1 << 12  # runs, so that what stands around them stays in a processor's nearer memory


def chains(row: Row, runs: Runs) -> Iterator[tuple[int, int, list[list[tuple[int, int, int]]]]]:
    """Yield, for each two articles that share text, their numbers and the chains: runs of words in both."""
    runs, one, other = _of_worthy_pairs(row, runs)
    order = np.lexsort((runs.right, runs.left, other, one))
    runs, one, other = runs.chosen(order), one[order], other[order]
    label = _labels(*_links(runs, one, other), len(one))
    worth = _worth(row, runs, label)
    runs, one, other, label = runs.chosen(worth), one[worth], other[worth], label[worth]
    order = np.argsort(label, kind="stable")
    runs, one, other, label = runs.chosen(order), one[order], other[order], label[order]
    cuts = np.flatnonzero(np.diff(label, prepend=-1, append=-1)).tolist()
    left = (runs.left - row.bounds[one]).tolist()
    right = (runs.right - row.bounds[other]).tolist()
    tiles = list(zip(left, right, runs.length.tolist(), strict=True))
    pairs = zip(one[cuts[:-1]].tolist(), other[cuts[:-1]].tolist(), strict=True)
    found = ((pair, tiles[at:until]) for pair, at, until in zip(pairs, cuts, cuts[1:], strict=False))
    for (first, second), group in groupby(found, key=itemgetter(0)):
        yield first, second, [chain for _, chain in group]


def _of_worthy_pairs(row: Row, runs: Runs) -> tuple[Runs, Places, Places]:
    """Return the runs of articles that share enough words for one chain, and their articles."""
    one, other = row.article_of(runs.left), row.article_of(runs.right)
    pair = one * row.articles + other
    order = np.argsort(pair)
    first = np.flatnonzero(np.diff(pair[order], prepend=-1))
    shared = np.add.reduceat(runs.length[order], first) if len(first) else first
    enough = np.repeat(shared >= LEAST, np.diff(np.append(first, len(order))))
    lone = order[~enough]
    worthy = np.concatenate((order[enough], lone[_lively(row, runs.chosen(lone))]))
    return runs.chosen(worthy), one[worthy], other[worthy]


def _worth(row: Row, runs: Runs, label: Places) -> Marks:
    """Return for each run whether its chain is worth a closer look."""
    worth = np.bincount(label, weights=runs.length, minlength=len(label))[label] >= LEAST
    weak = np.flatnonzero(~worth)
    lively = label[weak[_lively(row, runs.chosen(weak))]]
    worth[weak] = np.isin(label[weak], lively)
    return worth


def _lively(row: Row, runs: Runs) -> Places:
    """Return which of `runs` have enough words near them that stand in both texts at nearly the same distance.

    Where letters are garbled, few words in a row are equal, but most words around them are.
    """
    likely = np.arange(len(runs.left)) if len(runs.left) < _MANY else _likely(row, runs)
    return likely[_equal_around(row, runs.chosen(likely)) >= AROUND_EQUAL]


def _likely(row: Row, runs: Runs) -> Places:
    """Return those of `runs` that may be lively by a sign of each word, as hardly a run is that is not."""
    signs = row.keys.astype(np.uint16)
    batches = np.array_split(np.arange(len(runs.left)), len(runs.left) // _BATCH + 1)
    return np.concatenate([batch[_alike_around(signs, runs.chosen(batch)) >= AROUND_EQUAL] for batch in batches])


def _alike_around(signs: NDArray[np.uint16], runs: Runs) -> NDArray[np.uint8]:
    """Return how many words near each of `runs` have a sign that such a word of the other text has, at least."""
    alike = np.zeros(len(runs.left), dtype=np.uint8)
    for ahead in (-AROUND, runs.length):
        here = signs.take(runs.left + ahead + np.arange(AROUND)[:, None], mode="clip")
        there = signs.take(runs.right + ahead - 1 + np.arange(AROUND + 2)[:, None], mode="clip")
        found = reduce(np.bitwise_or, [here == there[shift : shift + AROUND] for shift in range(3)])
        alike += found.sum(axis=0, dtype=np.uint8)
    return alike


def _equal_around(row: Row, runs: Runs) -> Places:
    """Return how many words near each of `runs` stand in both texts at nearly the same distance from it."""
    left, right = row.article_of(runs.left), row.article_of(runs.right)
    equal = np.zeros(len(runs.left), dtype=np.int64)
    for ahead in (-AROUND, runs.length):
        here, inside = _words_from(row, left, runs.left + ahead, AROUND)
        there, also = _words_from(row, right, runs.right + ahead - 1, AROUND + 2)
        near = [slice(shift, shift + AROUND) for shift in range(3)]
        found = reduce(np.bitwise_or, [(here == there[shifted]) & also[shifted] for shifted in near])
        equal += np.count_nonzero(found & inside, axis=0)
    return equal


def _words_from(row: Row, articles: Places, places: Places, count: int) -> tuple[Keys, Marks]:
    """Return the first, second … word from each of `places` on, and whether each lies in its article."""
    steps = np.arange(count)[:, None]
    first, last = row.bounds[articles] - places, row.bounds[articles + 1] - places
    return row.keys.take(places + steps, mode="clip"), (steps >= first) & (steps < last)


def _links(runs: Runs, one: Places, other: Places) -> tuple[Places, Places]:
    left_end, right_end = runs.left + runs.length, runs.right + runs.length
    froms, tos = [], []
    for step in range(1, LOOKAHEAD + 1):
        if step >= len(one):
            break
        here, there = slice(None, -step), slice(step, None)
        near = (one[here] == one[there]) & (other[here] == other[there])
        near &= runs.left[there] - left_end[here] <= NEAR
        gap = np.maximum(runs.right[there] - right_end[here], runs.right[here] - right_end[there])
        found = np.flatnonzero(near & (gap <= NEAR))
        froms.append(found)
        tos.append(found + step)
    empty = [np.zeros(0, dtype=np.int64)]
    return np.concatenate(froms or empty), np.concatenate(tos or empty)


def _labels(froms: Places, tos: Places, count: int) -> Places:
    """Return the lowest number of the connected component of each of `count` runs."""
    labels = np.arange(count)
    while True:
        lowest = np.minimum(labels[froms], labels[tos])
        if (labels[froms] == labels[tos]).all():
            return labels
        np.minimum.at(labels, labels[froms], lowest)
        np.minimum.at(labels, labels[tos], lowest)
        labels = labels[labels]
