"""Chain: runs of equal words that lie near one another in both texts belong together."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

import numpy as np

from newsarchive.annotate.passages.join import Runs
from newsarchive.annotate.passages.row import Places, Row

NEAR = 20
"""Words that may lie between two runs of one chain, in either text."""
LOOKAHEAD = 8
"""How many of the next runs, in the order of the earlier text, a run is compared with."""
LEAST = 8
"""Equal words that a chain must have to be looked at closely."""


def chains(row: Row, runs: Runs) -> Iterator[tuple[int, int, list[list[tuple[int, int, int]]]]]:
    """Yield, for each two articles that share text, their numbers and the chains: runs of words in both."""
    runs, one, other = _of_worthy_pairs(row, runs)
    order = np.lexsort((runs.right, runs.left, other, one))
    runs, one, other = runs.chosen(order), one[order], other[order]
    label = _labels(*_links(runs, one, other), len(one))
    worth = np.bincount(label, weights=runs.length, minlength=len(one))[label] >= LEAST
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
    worthy = order[np.repeat(shared >= LEAST, np.diff(np.append(first, len(order))))]
    return runs.chosen(worthy), one[worthy], other[worthy]


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
