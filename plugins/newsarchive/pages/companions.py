"""Companions: which entities stand together in one paragraph, and how often."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from newsarchive.pages.namings import Numbers

LIST_FROM = 60  # a block that names more entities than this is a list, and what it names does not stand together


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


def companions(ids: Sequence[str], named: Numbers, lengths: Numbers) -> Companions:
    """Return how often the entities `ids`, sorted, stand together in blocks.

    `named` are their places in `ids`, those of one block after the other, each once in a block, `lengths` how many each
    block names. A block of more than `LIST_FROM` is left out, so that the time is linear in the number of mentions.
    """
    crowds = (lengths > 1) & (lengths <= LIST_FROM)
    if not crowds.any():
        return Companions()
    pairs, times = _pairs(named[np.repeat(crowds, lengths)], lengths[crowds], len(ids))
    places = {id_: place for place, id_ in enumerate(ids)}
    return Companions(_listed(ids, pairs, times), places, dict(zip(pairs.tolist(), times.tolist(), strict=True)))


def _pairs(named: Numbers, lengths: Numbers, count: int) -> tuple[Numbers, Numbers]:
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


def _listed(ids: Sequence[str], pairs: Numbers, times: Numbers) -> dict[str, list[tuple[str, int]]]:
    """Return the companions of each entity, sorted by one number for each: whose, the most frequent first, which."""
    count, most = len(ids), int(times.max()) + 1
    first, last = np.divmod(pairs, count)
    whose, which, often = np.concatenate((first, last)), np.concatenate((last, first)), np.tile(times, 2)
    sorted_ = np.sort((whose * most + most - often) * count + which)
    rest, which = np.divmod(sorted_, count)
    starts = np.searchsorted(rest, np.arange(count + 1) * most).tolist()
    listed = list(zip([ids[place] for place in which.tolist()], (most - rest % most).tolist(), strict=True))
    found = ((id_, listed[starts[place] : starts[place + 1]]) for place, id_ in enumerate(ids))
    return {id_: with_ for id_, with_ in found if with_}
