"""What is spoken of: the date expressions of an archive, each light enough for all of them to be held at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count, repeat
from typing import TypeAlias, overload

from newsarchive.annotate.synopsis import DateRef

Spoken: TypeAlias = tuple[int, DateRef]
"""The position of an article in the order of time, and a date expression in it."""


@dataclass(frozen=True)
class SpokenTable:
    """A row for each date expression of an archive, in the order of the articles and, of each, of its text.

    `positions` are those of the articles, `refs` what their synopses have of each expression.
    """

    positions: Sequence[int]
    refs: Sequence[DateRef]

    @cached_property
    def values(self) -> list[str | None]:
        """The EDTF value of each row."""
        return [ref.edtf for ref in self.refs]

    @cached_property
    def rows_of_values(self) -> dict[str | None, list[int]]:
        """The rows of each EDTF value, of which an archive has a few thousand."""
        found: dict[str | None, list[int]] = defaultdict(list)
        for row, value in enumerate(self.values):
            found[value].append(row)
        return dict(found)

    @property
    def entities(self) -> list[tuple[str, ...]]:
        """The ids of what the sentence of each row names."""
        return [ref.entities for ref in self.refs]

    @cached_property
    def roles(self) -> list[str]:
        """The role of each row."""
        return [ref.role for ref in self.refs]


def spoken_table(articles: Iterable[Sequence[DateRef]]) -> SpokenTable:
    """Return the date expressions of all `articles`, which are in the order of time."""
    dates = list(articles)
    positions = chain.from_iterable(map(repeat, count(), map(len, dates)))
    return SpokenTable(list(positions), list(chain.from_iterable(dates)))


@dataclass(frozen=True, slots=True, eq=False)
class SpokenRows(Sequence[Spoken]):
    """Some of a table's date expressions, by the numbers of their `rows`; each is looked up when a page shows it."""

    table: SpokenTable
    rows: Sequence[int]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Spoken]:
        """Yield them one by one."""
        return zip(self.positions, self.refs, strict=True)

    @overload
    def __getitem__(self, places: int) -> Spoken: ...

    @overload
    def __getitem__(self, places: slice) -> "SpokenRows": ...

    def __getitem__(self, places: int | slice) -> "Spoken | SpokenRows":
        """Return one of them, or some."""
        if isinstance(places, slice):
            return SpokenRows(self.table, self.rows[places])
        row = self.rows[places]
        return self.table.positions[row], self.table.refs[row]

    @property
    def positions(self) -> list[int]:
        """The position of the article of each."""
        return list(map(self.table.positions.__getitem__, self.rows))

    @property
    def refs(self) -> list[DateRef]:
        """What the synopsis of its article has of each."""
        return list(map(self.table.refs.__getitem__, self.rows))

    @property
    def values(self) -> list[str | None]:
        """The EDTF value of each."""
        return list(map(self.table.values.__getitem__, self.rows))
