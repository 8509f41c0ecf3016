"""Sheets: the pages of a list that is too long for one, cut by year, by month where a year is long, and by number.

A list only grows, and so do its sheets: no address is ever given up because an article was added.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Generic, Protocol, Self, TypeVar

from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.date_words import date_words


class Cuttable(Protocol):
    """Items in a row, of which a slice is of the same kind."""

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def __getitem__(self, rows: slice, /) -> Self:
        """Return those in `rows`."""
        ...


Item = TypeVar("Item")
Items = TypeVar("Items", bound=Cuttable)

MOST = 200
"""Items that one page lists; a list of more shows its first `FEW`, and all of it on its sheets."""
FEW = 100

UNDATED = "undated"
YEAR, MONTH = 4, 7
"""The letters of `2020-11-20` that name each."""


@dataclass(frozen=True, slots=True)
class Part:
    """A year or month of a long list, or what else it is cut by, in words; the address of its sheet, and its items."""

    words: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Items]):
    """One page of a long list; `parts` are the months that hold what it does not list itself."""

    address: str
    words: str
    items: Items
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class LongList(Generic[Items]):
    """The sheets of a list, and its years, each with the first of its sheets; a short list has neither."""

    sheets: tuple[Sheet[Items], ...] = ()
    years: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt(Generic[Item]):
    """What a page shows of a list, and how many items more it has."""

    shown: tuple[Item, ...]
    more: int = 0


def excerpt(items: Sequence[Item]) -> Excerpt[Item]:
    """Return all items of a short list, the first `FEW` of a long one."""
    shown = tuple(items if len(items) <= MOST else items[:FEW])
    return Excerpt(shown, len(items) - len(shown))


def long_list(
    root: str, items: Iterable[Item], date_of: Callable[[Item], str | None], most: int = MOST
) -> LongList[tuple[Item, ...]]:
    """Cut `items` by the years of their EDTF dates; see `cut_list`."""
    return cut_list(root, tuple(items), lambda found, length: _by_period(found, date_of, length), most)


def cut_list(
    root: str, items: Items, by_period: Callable[[Items, int], Mapping[str, Items]], most: int = MOST
) -> LongList[Items]:
    """Cut `items` by the years of their dates into sheets of at most `most` below `root`: `root` + `2020-11/`.

    `by_period` groups items by `period_of` their dates, for `YEAR` or `MONTH`. Years and months stand in the order in
    which the items first name them, items in their own. What is dated less exactly than to a month stays on its year's
    own sheets.
    """
    sheets: list[Sheet[Items]] = []
    years: list[Part] = []
    for year, found in by_period(items, YEAR).items():
        years.append(Part(period_words(year), f"{root}{year}/", len(found)))
        sheets += _sheets_of_year(root, year, found, by_period, most)
    return LongList(tuple(sheets), tuple(years))


def _sheets_of_year(
    root: str, year: str, items: Items, by_period: Callable[[Items, int], Mapping[str, Items]], most: int
) -> Iterator[Sheet[Items]]:
    if len(items) <= most:
        yield from numbered(f"{root}{year}/", period_words(year), items, most)
        return
    months = dict(by_period(items, MONTH))
    own = months.pop(year, items[:0])
    parts = tuple(Part(period_words(month), f"{root}{month}/", len(found)) for month, found in months.items())
    first, *others = numbered(f"{root}{year}/", period_words(year), own, most)
    yield replace(first, parts=parts)
    yield from others
    for part, found in zip(parts, months.values(), strict=True):
        yield from numbered(part.address, part.words, found, most)


def _by_period(
    items: Iterable[Item], date_of: Callable[[Item], str | None], length: int
) -> dict[str, tuple[Item, ...]]:
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[period_of(date_of(item), length)].append(item)
    return {period: tuple(found) for period, found in groups.items()}


@lru_cache(maxsize=1 << 15)
def period_of(edtf: str | None, length: int) -> str:
    """Return the `YEAR` or `MONTH` that a date lies in; of what crosses months, its year."""
    if edtf is None:
        return UNDATED
    value = parse_edtf(edtf)
    first = value.first.isoformat()
    last = first if value.is_day else value.last.isoformat()
    return first[:length] if first[:length] == last[:length] else first[:YEAR]


def period_words(period: str) -> str:
    """Return a year, a month or `UNDATED` in words."""
    return "date unknown" if period == UNDATED else date_words(period)


def numbered(address: str, words: str, items: Items, most: int = MOST) -> list[Sheet[Items]]:
    """Cut `items` by number: the first sheet stands at `address` itself, the next at `address` + `2/`.

    There is always a first one.
    """
    starts = range(0, max(len(items), 1), most)
    return [
        Sheet(
            address if number == 1 else f"{address}{number}/",
            words if number == 1 else f"{words}, {number}",
            items[start : start + most],
        )
        for number, start in enumerate(starts, start=1)
    ]


def numbered_list(root: str, words: str, items: Items) -> LongList[Items]:
    """Cut a list without dates by number alone, where it is too long for a page."""
    if len(items) <= MOST:
        return LongList()
    return LongList(tuple(numbered(root, words, items)), (Part(words, root, len(items)),))
