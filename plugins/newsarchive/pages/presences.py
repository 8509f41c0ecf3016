"""Presences: which articles name which entities, those of a whole archive as columns of numbers.

An archive of ten thousand articles has a third of a million of them, so none is an object until a page shows it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.synopsis import WAY_LENGTH, Names, Presences, read_names
from newsarchive.pages.namings import Namings, Numbers, numbered_words, ordered

_WAY = np.dtype(f"u{WAY_LENGTH}")

NUMBER = np.dtype(np.uintc)
"""One of the numbers that `packed` packs."""


@dataclass(frozen=True)
class PresenceTable:
    """A row for each entity that an article names, in the order of the articles and, of each, of its text.

    `ids` are those of all entities, sorted; `entities` are the place of each row's entity in them. `namings` and
    `ways` are of each row what `Presences` has. The rows of an article end where those of the next begin: `borders`
    are where each begins and, at last, how many there are. `names` are those of each article.
    """

    ids: Sequence[str]
    entities: Numbers
    namings: Namings
    ways: NDArray[np.uint64]
    borders: Numbers
    names: Sequence[bytes]

    def rows_of(self, entity: str) -> Numbers:
        """Return the rows of an entity, in their order; none of one that no article names."""
        return self.order[self._stretch(entity)]

    def namings_of(self, entity: str) -> Namings:
        """Return the namings of the rows of an entity."""
        return self._ordered[self._stretch(entity)]

    def _stretch(self, entity: str) -> slice:
        """Return where the rows of an entity stand in `order`."""
        place = self._places.get(entity)
        return slice(0) if place is None else slice(self.starts[place], self.starts[place + 1])

    @cached_property
    def _ordered(self) -> Namings:
        return self.namings[self.order]

    @cached_property
    def order(self) -> Numbers:
        """The rows of one entity after the other, those of each in their order."""
        return ordered(self.entities, len(self.ids))

    @cached_property
    def starts(self) -> Numbers:
        """Where the rows of each entity start in `order` and, at last, how many there are."""
        return np.cumsum([0, *np.bincount(self.entities, minlength=len(self.ids))])

    def names_of(self, rows: Numbers) -> Iterator[tuple[Names, int]]:
        """Yield the different names that `rows` have, and how many rows have them."""
        _, firsts, counts = np.unique(self.ways[rows], return_index=True, return_counts=True)
        for row, count in zip(rows[firsts].tolist(), counts.tolist(), strict=True):
            position = int(self.namings.positions[row])
            yield read_names(self.names[position], row - int(self.borders[position])), count

    @cached_property
    def mentions(self) -> dict[str, int]:
        """How often each entity is named."""
        counts = np.bincount(self.entities, self.namings.counts, len(self.ids))
        return dict(zip(self.ids, map(int, counts), strict=True))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id_: place for place, id_ in enumerate(self.ids)}


def presence_table(articles: Sequence[Presences]) -> PresenceTable:
    """Return the presences of all `articles`, which are in the order of time."""
    sizes = [len(one.entities) for one in articles]
    named = numbered_words(chain.from_iterable([one.entities for one in articles]))
    ids = sorted(named.words)
    places = {id_: place for place, id_ in enumerate(ids)}
    return PresenceTable(
        ids,
        numbers(map(places.__getitem__, named.words))[named.numbers],
        Namings(
            np.repeat(np.arange(len(articles)), sizes),
            unpacked(one.counts for one in articles),
            unpacked(one.blocks for one in articles),
        ),
        np.frombuffer(b"".join([one.ways for one in articles]), _WAY),
        numbers(accumulate(sizes, initial=0)),
        [one.names for one in articles],
    )


def unpacked(columns: Iterable[bytes]) -> Numbers:
    """Return columns of `packed` numbers as one."""
    return np.frombuffer(b"".join(columns), NUMBER).astype(np.int64)


def numbers(values: Iterable[int]) -> Numbers:
    """Return `values` as a column."""
    return np.fromiter(values, np.int64)
