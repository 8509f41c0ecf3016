"""Trails: for every entity the articles that mention it, by date, so that a mention knows the one before and after."""

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsarchive.annotate.synopsis import Presence
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
        digests = self.indexes.digests
        found = [b""] * len(digests)
        for _, (positions, _) in sorted(self._trails.items()):
            for earlier, position, later in zip((None, *positions), positions, (*positions[1:], None), strict=False):
                found[position] += (b"<" if earlier is None else digests[earlier]) + (
                    b">" if later is None else digests[later]
                )
        return found

    def steps(self, entity: str, position: int) -> tuple[Step | None, Step | None]:
        """Return the steps to the articles before and after the one at `position`, all of which mention `entity`."""
        positions, blocks = self._trails[entity]
        at = bisect_left(positions, position)
        earlier = (positions[at - 1], blocks[at - 1]) if at else None
        return earlier, (positions[at + 1], blocks[at + 1]) if at + 1 < len(positions) else None


def _trail(found: list[tuple[int, Presence]]) -> _Trail:
    blocks = array("L", [int(presence.block[1:]) for _, presence in found])
    return _Trail(array("L", [position for position, _ in found]), blocks)
