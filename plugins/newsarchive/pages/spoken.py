"""What is spoken of: the date expressions of an archive, each light enough for all of them to be held at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count, repeat
from struct import Struct
from typing import NamedTuple, TypeAlias, overload

from newsarchive.annotate.synopsis import ROLES, Dates, read_values
from newsarchive.columns import row

_PLACE = Struct("5I")  # as `packed` packs them


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


@dataclass(frozen=True)
class SpokenTable:
    """A row for each date expression of an archive, in the order of the articles and, of each, of its text.

    `positions` are those of the articles, `numbers` those of each among the dates of its article, `values` the EDTF
    values. `roles` and `places` are as `Dates` has them.
    """

    positions: Sequence[int]
    numbers: Sequence[int]
    values: Sequence[str | None]
    roles: bytes
    places: bytes

    @cached_property
    def rows_of_values(self) -> dict[str | None, list[int]]:
        """The rows of each EDTF value, of which an archive has a few thousand."""
        found: dict[str | None, list[int]] = defaultdict(list)
        for number, value in enumerate(self.values):
            found[value].append(number)
        return dict(found)

    def refs(self, rows: Iterable[int]) -> list[DateRef]:
        """Return the date expressions of `rows`."""
        numbers, values, roles, places = self.numbers, self.values, self.roles, self.places
        return [
            row(DateRef, (numbers[at], values[at], ROLES[roles[at]], f"p{block}", start, end, first, last))
            for at in rows
            for block, start, end, first, last in (_PLACE.unpack_from(places, _PLACE.size * at),)
        ]


def spoken_table(articles: Sequence[Dates]) -> SpokenTable:
    """Return the date expressions of all `articles`, which are in the order of time."""
    lengths = [len(dates.roles) for dates in articles]
    return SpokenTable(
        list(chain.from_iterable(map(repeat, count(), lengths))),
        list(chain.from_iterable(map(range, lengths))),
        read_values("".join([dates.values for dates in articles])),
        b"".join([dates.roles for dates in articles]),
        b"".join([dates.places for dates in articles]),
    )


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
        (ref,) = self.table.refs((row,))
        return self.table.positions[row], ref

    @property
    def positions(self) -> list[int]:
        """The position of the article of each."""
        return list(map(self.table.positions.__getitem__, self.rows))

    @property
    def refs(self) -> list[DateRef]:
        """The expressions themselves."""
        return self.table.refs(self.rows)

    @property
    def values(self) -> list[str | None]:
        """The EDTF value of each."""
        return list(map(self.table.values.__getitem__, self.rows))
