"""Trails: for every entity the articles that mention it, by date, so that a mention knows the one before and after."""

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from newsarchive.digest import DIGEST_LENGTH
from newsarchive.pages.indexes import Indexes

NOWHERE = -1
Step = list[int]
"""The first mentions of an entity in the articles before and after: that article and its block, this one and its block.

Articles are positions by date among all, blocks are numbers; both are NOWHERE where there is no such article.
"""


@dataclass(frozen=True)
class Trails:
    """The trails of every entity of an archive; undated articles come last."""

    indexes: Indexes

    def steps(self, position: int) -> list[Step]:
        """Return the steps from the article at `position`, one for each entity, as its text first names them."""
        first, last = self._borders[position]
        steps: list[Step] = self._steps[first:last].tolist()
        return steps

    @cached_property
    def ends(self) -> list[bytes]:
        """For each article the digests of those to which its steps lead, joined: whatever they show hangs on these."""
        digests = np.frombuffer(b"".join((*self.indexes.digests, bytes(DIGEST_LENGTH))), f"V{DIGEST_LENGTH}")
        joined = digests[self._steps[:, ::2]].tobytes()
        length = 2 * DIGEST_LENGTH
        return [joined[length * first : length * last] for first, last in self._borders]

    @cached_property
    def _borders(self) -> list[tuple[int, int]]:
        """Where the steps of each article begin and end."""
        counts = (len(synopsis.presences) for synopsis in self.indexes.synopses)
        return list(pairwise(accumulate(counts, initial=0)))

    @cached_property
    def _steps(self) -> NDArray[np.int32]:
        """The steps of all articles, in one array, for a million numbers that lie side by side are found faster."""
        numbers: dict[str, int] = {}
        presences = [
            (numbers.setdefault(one.entity, len(numbers)), position, int(one.block[1:]))
            for position, synopsis in enumerate(self.indexes.synopses)
            for one in synopsis.presences
        ]
        found = np.array(presences, dtype=np.int32).reshape(-1, 3)
        order = np.argsort(found[:, 0], kind="stable")
        trails = found[order]
        on = trails[1:, 0] == trails[:-1, 0]  # along one trail, and not from the end of one to the start of another
        steps = np.full((len(found), 4), NOWHERE, dtype=np.int32)
        steps[order[1:][on], :2] = trails[:-1][on, 1:]
        steps[order[:-1][on], 2:] = trails[1:][on, 1:]
        return steps
