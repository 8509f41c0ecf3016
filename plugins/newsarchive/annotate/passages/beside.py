"""Beside: the runs of words that two short texts have in common, found by comparing each word with each.

Of two hundred words each that takes a third of the time of `join`, whose many steps pay where many texts are joined.
"""

import numpy as np

from newsarchive.annotate.passages.match import Tile
from newsarchive.annotate.passages.row import GRAM, PER_ARTICLE, Marks, Places
from newsarchive.annotate.passages.words import Words

MOST_PAIRS = 1 << 17
"""Pairs of words, one of each text, that are compared."""


def runs_beside(left: Words, right: Words) -> list[Tile] | None:
    """Return the runs that `join` finds between two texts.

    None where there are too many pairs, or where a gram stands so often that not all of its places count.
    """
    if left.count * right.count > MOST_PAIRS:
        return None
    width = right.count + 1  # a column more than there are words, so that no run goes on in the next row
    step = width + 1  # from a pair of words to the next of both
    grams = _grams(_pairs(left, right, step), step)
    edges = (grams[:-step] != grams[step:]).nonzero()[0]  # by turns, one step before a run's first gram and at its last
    if len(edges) > 2 * PER_ARTICLE and _stands_too_often(grams.nonzero()[0] - step, width):
        return None
    bounds = sorted(edges.tolist(), key=lambda edge: edge % step)  # steps from one pair lead to none of another run
    return [
        (*divmod(first, width), (last - first) // step + GRAM - 1)
        for first, last in zip(bounds[::2], bounds[1::2], strict=True)
    ]


def _pairs(left: Words, right: Words, step: int) -> Marks:
    """Return a mark for each pair of words, row by row, where they are equal; a step before and after all has none."""
    marks = np.zeros(step + left.count * (step - 1) + step, dtype=bool)
    equal = marks[step:-step].reshape(left.count, step - 1)[:, :-1]
    np.equal(left.keys[:, None], right.keys, out=equal)
    for pairs, apart in (equal, left.apart), (equal.T, right.apart):
        if np.count_nonzero(apart):
            pairs[apart] = False
    return marks


def _grams(pairs: Marks, step: int) -> Marks:
    """Return a mark for each pair with which a gram begins that both texts have."""
    two = pairs[:-step] & pairs[step:]
    return two[: -2 * step] & two[2 * step :]


def _stands_too_often(grams: Places, width: int) -> bool:
    return any(np.bincount(side).max(initial=0) > PER_ARTICLE for side in np.divmod(grams, width))
