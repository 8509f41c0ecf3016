"""Companions: which entities stand together in one paragraph, and how often."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TypeAlias

import numpy as np

from newsarchive.pages.namings import Numbers

LIST_FROM = 60
"""A block that names more entities than this is a list, and what it names does not stand together."""

NEAREST = 8
"""Companions that a circle has at most."""

MOST_TIES = 8
"""Of the companions of a circle, each two that are its strongest ties, at most: more would hide a drawing's lines."""

Pair: TypeAlias = tuple[int, int]
_PAIRS: tuple[Pair, ...] = tuple(combinations(range(NEAREST), 2))
_NOBODY = -1


@dataclass(frozen=True, slots=True)
class Circle:
    """Those with whom an entity stands most often.

    `nearest` are their ids, each with the number of paragraphs, the most frequent first and others by id. `more` counts
    the companions that are not among them. `beside` are each two of them that stand together, as their places in
    `nearest`, `strongest` the `MOST_TIES` of these that do so most often, others by their ids; both in order.
    """

    nearest: tuple[tuple[str, int], ...]
    more: int
    beside: tuple[Pair, ...]
    strongest: tuple[Pair, ...]


@dataclass(frozen=True, eq=False)
class Companions:
    """In how many paragraphs entities stand together.

    `ids` are those of all entities, sorted. `pairs` are each two that stand together, the smaller of their places in
    `ids` times their number plus the larger, sorted; `times` is how often each two do.
    """

    ids: Sequence[str]
    pairs: Numbers
    times: Numbers

    def circle(self, entity: str) -> Circle | None:
        """Return those with whom `entity` stands most often; None where it stands with nobody."""
        place = self._places.get(entity)
        if place is None or not self._counts[place]:
            return None
        which, often = (column[place].tolist() for column in self._nearest)
        nearest = tuple((self.ids[one], times) for one, times in zip(which, often, strict=True) if one != _NOBODY)
        among, strongest = self._among[place], self._strongest[place]
        beside, ties = np.flatnonzero(among).tolist(), strongest[among[strongest] > 0].tolist()
        return Circle(nearest, int(self._counts[place]) - len(nearest), _pairs_at(beside), _pairs_at(ties))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id_: place for place, id_ in enumerate(self.ids)}

    @cached_property
    def _counts(self) -> Numbers:
        """How many companions each entity has."""
        return np.bincount(np.concatenate(np.divmod(self.pairs, len(self.ids))), minlength=len(self.ids))

    @cached_property
    def _nearest(self) -> tuple[Numbers, Numbers]:
        """The `NEAREST` companions of each entity, a row for each, and how often; `_NOBODY` where there are fewer."""
        count, most = len(self.ids), int(self.times.max(initial=0)) + 1
        first, last = np.divmod(self.pairs, count)
        whose, which, often = np.concatenate((first, last)), np.concatenate((last, first)), np.tile(self.times, 2)
        listed = np.sort((whose * most + most - often) * count + which)  # whose, the most frequent first, which
        ends = np.cumsum(self._counts)[:, None]
        places = ends - self._counts[:, None] + np.arange(NEAREST)
        rest, which = np.divmod(listed.take(places, mode="clip"), count)
        return np.where(places < ends, which, _NOBODY), most - rest % most

    @cached_property
    def _among(self) -> Numbers:
        """How often each two of the nearest companions of an entity stand together, a row for each entity.

        Its columns are those of `_PAIRS`.
        """
        nearest, _ = self._nearest
        first, second = np.triu_indices(NEAREST, 1)
        one, other = nearest[:, first], nearest[:, second]
        pairs = np.minimum(one, other) * len(self.ids) + np.maximum(one, other)  # below 0 where one is nobody
        found = np.searchsorted(self.pairs, pairs)
        return np.where(self.pairs.take(found, mode="clip") == pairs, self.times.take(found, mode="clip"), 0)

    @cached_property
    def _strongest(self) -> Numbers:
        """The columns of `_among` that count most, `MOST_TIES` of each entity, in order."""
        nearest, _ = self._nearest
        count, most = len(self.ids), int(self.times.max(initial=0)) + 1
        first, second = np.triu_indices(NEAREST, 1)
        keys = ((most - self._among) * count + nearest[:, first]) * count + nearest[:, second]
        ranked = np.argsort(np.where(self._among > 0, keys, most * count * count), axis=1, kind="stable")
        return np.sort(ranked[:, :MOST_TIES], axis=1)


def _pairs_at(columns: Iterable[int]) -> tuple[Pair, ...]:
    return tuple([_PAIRS[column] for column in columns])


def companions(ids: Sequence[str], named: Numbers, lengths: Numbers) -> Companions:
    """Return how often the entities `ids`, sorted, stand together in blocks.

    `named` are their places in `ids`, those of one block after the other, each once in a block, `lengths` how many each
    block names. A block of more than `LIST_FROM` is left out, so that the time is linear in the number of mentions.
    """
    crowds = (lengths > 1) & (lengths <= LIST_FROM)
    return Companions(ids, *_pairs(named[np.repeat(crowds, lengths)], lengths[crowds], len(ids)))


def _pairs(named: Numbers, lengths: Numbers, count: int) -> tuple[Numbers, Numbers]:
    """Return each two of `count` entities that stand together, as `smaller * count + larger`, and how often.

    `named` are the entities of all blocks, one block after the other, `lengths` how many each names.
    """
    ends, places = np.repeat(np.cumsum(lengths), lengths), np.arange(len(named))
    named = named.astype(np.min_scalar_type(count * count))  # as short as can be: hundreds of thousands are sorted
    found = [named[:0]]
    for step in range(1, int(lengths.max(initial=0))):  # each with the one so many steps on, as far as the block goes
        places = places[places + step < ends[places]]
        one, other = named[places], named[places + step]
        found.append(np.minimum(one, other) * count + np.maximum(one, other))
    pairs, times = np.unique(np.concatenate(found), return_counts=True)
    return pairs.astype(np.int64), times
