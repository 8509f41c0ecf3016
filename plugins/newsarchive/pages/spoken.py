"""What is spoken of: the date expressions of an archive, each light enough for all of them to be held at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.synopsis import ROLES, Dates, read_values
from newsarchive.columns import rows as made_of_columns
from newsarchive.pages.namings import Numbered, Numbers, numbered_words

_PLACE = 5  # numbers in `places` for each expression


class DateRef(NamedTuple):
    """A date expression: its position among the dates of its article, what it means, and where it stands.

    `start` and `end` are code points of `block`, `first` and `last` those of the sentence, or run of sentences, that
    holds it; ends are exclusive.
    """

    number: int
    edtf: str | None
    role: str
    block: str
    start: int
    end: int
    first: int
    last: int


Spoken: TypeAlias = tuple[int, DateRef]
"""The position of an article in the order of time, and a date expression in it."""

NO_ROWS: Numbers = np.arange(0)


@dataclass(frozen=True, eq=False)
class SpokenTable:
    """A row for each date expression of an archive, in the order of the articles and, of each, of its text.

    `positions` are those of the articles, `numbers` those of each among the dates of its article, `values` the EDTF
    values, of which an archive has a few thousand. `roles` and `places` are as `Dates` has them, as columns.
    """

    positions: Numbers
    numbers: Numbers
    values: Numbered[str | None]
    roles: NDArray[np.uint8]
    places: NDArray[np.uintc]

    @cached_property
    def resolved(self) -> NDArray[np.bool_]:
        """Whether the EDTF value of each row is known."""
        return np.array([value is not None for value in self.values.words], np.bool_)[self.values.numbers]

    def refs(self, rows: Numbers) -> list[DateRef]:
        """Return the date expressions of `rows`."""
        blocks, *spots = self.places[rows].T.tolist()
        roles = map(ROLES.__getitem__, self.roles[rows].tolist())
        named = [f"p{block}" for block in blocks]
        return list(made_of_columns(DateRef, self.numbers[rows].tolist(), self.values.at(rows), roles, named, *spots))


def spoken_table(articles: Sequence[Dates]) -> SpokenTable:
    """Return the date expressions of all `articles`, which are in the order of time."""
    lengths = np.array([len(dates.roles) for dates in articles], np.int64)
    count = int(lengths.sum())
    return SpokenTable(
        np.repeat(np.arange(len(lengths)), lengths),
        np.arange(count) - np.repeat(np.cumsum(lengths) - lengths, lengths),
        numbered_words(read_values("".join([dates.values for dates in articles]))),
        np.frombuffer(b"".join([dates.roles for dates in articles]), np.uint8),
        np.frombuffer(b"".join([dates.places for dates in articles]), np.uintc).reshape(count, _PLACE),
    )


@dataclass(frozen=True, slots=True, eq=False)
class SpokenRows(Sequence[Spoken]):
    """Some of a table's date expressions, by the numbers of their `rows`; each is looked up when a page shows it."""

    table: SpokenTable
    rows: Numbers

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Spoken]:
        """Yield them one by one."""
        return zip(self.positions.tolist(), self.table.refs(self.rows), strict=True)

    @overload
    def __getitem__(self, places: int) -> Spoken: ...

    @overload
    def __getitem__(self, places: slice) -> "SpokenRows": ...

    def __getitem__(self, places: int | slice) -> "Spoken | SpokenRows":
        """Return one of them, or some."""
        if isinstance(places, slice):
            return SpokenRows(self.table, self.rows[places])
        (one,) = SpokenRows(self.table, self.rows[[places]])
        return one

    @property
    def positions(self) -> Numbers:
        """The position of the article of each."""
        return self.table.positions[self.rows]

    @property
    def numbers(self) -> Numbers:
        """The number of each among the dates of its article."""
        return self.table.numbers[self.rows]

    @property
    def values(self) -> list[str | None]:
        """The EDTF value of each."""
        return self.table.values.at(self.rows)
