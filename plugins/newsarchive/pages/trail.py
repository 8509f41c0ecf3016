"""Trails: for every entity the articles that mention it, by date, so that a mention knows the one before and after."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from newsarchive.pages.indexes import Indexes

Step = tuple[int, str]
"""The first mention of an entity in another article: that one's position by date among all, and the block's anchor."""


@dataclass(frozen=True)
class Trails:
    """The trails of every entity of an archive; undated articles come last."""

    indexes: Indexes

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        trails = self.indexes.presences_of_entity.items()
        return {entity: [position for position, _ in trail] for entity, trail in trails}

    @cached_property
    def ends(self) -> list[bytes]:
        """For each article the digests of those to which its steps lead, joined: whatever they show hangs on these."""
        digests = self.indexes.digests
        found = [b""] * len(digests)
        for _, positions in sorted(self._positions.items()):
            for earlier, position, later in zip((None, *positions), positions, (*positions[1:], None), strict=False):
                found[position] += (b"<" if earlier is None else digests[earlier]) + (
                    b">" if later is None else digests[later]
                )
        return found

    def steps(self, entity: str, position: int) -> tuple[Step | None, Step | None]:
        """Return the steps to the articles before and after the one at `position`, all of which mention `entity`."""
        positions, trail = self._positions[entity], self.indexes.presences_of_entity[entity]
        at = bisect_left(positions, position)
        earlier = (positions[at - 1], trail[at - 1][1].block) if at else None
        return earlier, (positions[at + 1], trail[at + 1][1].block) if at + 1 < len(positions) else None
