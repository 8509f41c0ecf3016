"""Trails: for every entity the articles that mention it, by date, so that a mention knows the one before and after."""

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, pairwise
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from newsarchive.annotate.synopsis import Presence
from newsarchive.digest import DIGEST_LENGTH
from newsarchive.pages.indexes import Indexes

Step = tuple[int, int]
"""The first mention of an entity in another article: that one's position by date among all, and its block's number."""


class _Trail(NamedTuple):
    """The articles that mention one entity, by their positions, and the blocks that do first, by their numbers.

    Arrays, because millions of numbers that lie side by side are found faster than objects that lie anywhere.
    """

    positions: "array[int]"
    blocks: "array[int]"


@dataclass(frozen=True)
class Trails:
    """The trails of every entity of an archive; undated articles come last."""

    indexes: Indexes

    @cached_property
    def _trails(self) -> dict[str, _Trail]:
        return {entity: _trail(found) for entity, found in self.indexes.presences_of_entity.items()}

    @cached_property
    def ends(self) -> list[bytes]:
        """For each article the digests of those to which its steps lead, joined: whatever they show hangs on these."""
        found = [namings for _, namings in sorted(self.indexes.presences_of_entity.items())]
        positions = np.fromiter(map(itemgetter(0), chain.from_iterable(found)), np.int64)
        first = np.zeros(len(positions) + 1, dtype=bool)  # of its entity's articles; one more ends the last
        first[[0, *accumulate(map(len, found))]] = True
        count = len(self.indexes.digests)
        earlier = np.where(first[:-1], count, np.roll(positions, 1))
        later = np.where(first[1:], count, np.roll(positions, -1))
        digests = np.frombuffer(b"".join((*self.indexes.digests, bytes(DIGEST_LENGTH))), f"V{DIGEST_LENGTH}")
        by_article = np.argsort(positions, kind="stable")
        joined = digests[np.stack((earlier, later), axis=1)[by_article]].tobytes()
        stops = 2 * DIGEST_LENGTH * np.cumsum(np.bincount(positions, minlength=count))
        return [joined[start:stop] for start, stop in pairwise((0, *stops.tolist()))]

    def steps(self, entity: str, position: int) -> tuple[Step | None, Step | None]:
        """Return the steps to the articles before and after the one at `position`, all of which mention `entity`."""
        positions, blocks = self._trails[entity]
        at = bisect_left(positions, position)
        earlier = (positions[at - 1], blocks[at - 1]) if at else None
        return earlier, (positions[at + 1], blocks[at + 1]) if at + 1 < len(positions) else None


def _trail(found: list[tuple[int, Presence]]) -> _Trail:
    blocks = array("L", [int(presence.block[1:]) for _, presence in found])
    return _Trail(array("L", [position for position, _ in found]), blocks)
