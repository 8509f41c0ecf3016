"""Trails: for every entity the articles that mention it, by date, so that a mention knows the one before and after."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from newsarchive.digest import DIGEST_LENGTH
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.namings import Numbers

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
        joined = self.indexes.digests_at(self._articles)
        length = 2 * DIGEST_LENGTH
        return [joined[length * first : length * last] for first, last in self._borders]

    @cached_property
    def _borders(self) -> list[tuple[int, int]]:
        """Where the steps of each article begin and end."""
        return list(pairwise(self.indexes.presences.borders.tolist()))

    @cached_property
    def _steps(self) -> Numbers:
        """The steps of all articles, in one array, for a million numbers that lie side by side are found faster."""
        blocks = self._beside(self.indexes.presences.namings.blocks)
        return np.stack((self._articles, blocks), axis=2).reshape(-1, 4)

    @cached_property
    def _articles(self) -> Numbers:
        """The articles to which the steps lead, which are all that a page's digest needs."""
        return self._beside(self.indexes.presences.namings.positions)

    def _beside(self, column: Numbers) -> Numbers:
        """Return what `column` has of each entity in the articles before and after, for every row."""
        order, starts = self.indexes.presences.order, self.indexes.presences.starts
        along = column[order]
        beside = np.full((len(order), 2), NOWHERE)
        beside[1:, 0], beside[:-1, 1] = along[:-1], along[1:]
        beside[starts[:-1], 0] = beside[starts[1:] - 1, 1] = NOWHERE  # where one trail ends and another starts
        rows = np.empty_like(beside)
        rows[order] = beside
        return rows
