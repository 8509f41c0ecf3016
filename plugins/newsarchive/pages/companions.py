"""Companions: which entities stand together in one paragraph, and how often."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from numpy.typing import NDArray

LIST_FROM = 60  # a block that names more entities than this is a list, and what it names does not stand together

_Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Companions:
    """In how many paragraphs entities stand together.

    `of` has the companions of each entity that has any, each with the number of paragraphs, the most frequent first and
    others by id.
    """

    of: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    _places: dict[str, int] = field(default_factory=dict)
    _times: dict[int, int] = field(default_factory=dict)

    def together(self, one: str, other: str) -> int:
        """Return in how many paragraphs two entities stand together; both must have companions."""
        first, last = sorted((self._places[one], self._places[other]))
        return self._times.get(first * len(self._places) + last, 0)


def companions(blocks: Iterable[Collection[str]]) -> Companions:
    """Return how often entities stand together in `blocks`, each of which is what it names, each entity once.

    A block of more than `LIST_FROM` is left out, so that the time is linear in the number of mentions.
    """
    crowds = [block for block in blocks if 1 < len(block) <= LIST_FROM]
    if not crowds:
        return Companions()
    named = list(chain.from_iterable(crowds))
    ids = sorted(set(named))
    places = {id_: place for place, id_ in enumerate(ids)}
    pairs, times = _pairs(np.array([places[id_] for id_ in named]), np.array([*map(len, crowds)]), len(ids))
    return Companions(_listed(ids, pairs, times), places, dict(zip(pairs.tolist(), times.tolist(), strict=True)))


def _pairs(named: _Numbers, lengths: _Numbers, count: int) -> tuple[_Numbers, _Numbers]:
    """Return each two of `count` entities that stand together, as `smaller * count + larger`, and how often.

    `named` are the entities of all blocks, one block after the other, `lengths` how many each names.
    """
    ends = np.repeat(np.cumsum(lengths), lengths)
    places = np.arange(len(named))
    found = []
    for step in range(1, int(lengths.max())):  # each with the one so many steps after it, as far as the block goes
        first = np.flatnonzero(places + step < ends)
        one, other = named[first], named[first + step]
        found.append(np.minimum(one, other) * count + np.maximum(one, other))
    return np.unique(np.concatenate(found), return_counts=True)


def _listed(ids: Sequence[str], pairs: _Numbers, times: _Numbers) -> dict[str, list[tuple[str, int]]]:
    """Return the companions of each entity, sorted by one number for each: whose, the most frequent first, which."""
    count, most = len(ids), int(times.max()) + 1
    first, last = np.divmod(pairs, count)
    whose, which, often = np.concatenate((first, last)), np.concatenate((last, first)), np.tile(times, 2)
    sorted_ = np.sort((whose * most + most - often) * count + which)
    rest, which = np.divmod(sorted_, count)
    starts = np.searchsorted(rest, np.arange(count + 1) * most).tolist()
    listed = list(zip([ids[place] for place in which.tolist()], (most - rest % most).tolist(), strict=True))
    return {id_: listed[starts[place] : starts[place + 1]] for place, id_ in enumerate(ids)}
