"""Row: the words of all articles laid in one row, and the grams that stand in it twice or more.

A *place* is a position in the row. A *gram* is `GRAM` words that follow one another in one article. Everything that is
decided about grams depends only on the texts, never on the articles' names or order.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.passages.mixing import mixed

GRAM = 4
"""Words of a gram. Where one word in four is garbled, a stretch of forty words still keeps several grams of four."""
PER_ARTICLE = 4
"""How often one article may bring in the same gram; what it repeats beyond that makes no more passages."""
PLACE_BITS = 28
"""Bits of a place in a packed gram; the other 36 are the gram's hash. So a row holds at most 268 million words."""

_STEP = np.uint64(0xD6E8FEB86659FD93)
_SHIFT = np.uint64(PLACE_BITS)
_LOW = (np.uint64(1) << _SHIFT) - np.uint64(1)
_BATCH = 1 << 16  # places, so that the arrays of a batch stay in a processor's nearer memory
_FEW = 64  # one place in so many words: fewer are looked for in the bounds

Number = TypeVar("Number", np.int64, np.uint64)

Keys = NDArray[np.uint64]
Places = NDArray[np.int64]
Marks = NDArray[np.bool_]
Packed = NDArray[np.uint64]
"""Grams, sorted: the hash in the upper bits, the place in the lower."""
Order = NDArray[np.uint32]
"""Places of grams in the order of their hashes, and then of the row."""


@dataclass(frozen=True)
class Layout:
    """Where the words of articles stand in a row: article `i` has the places `bounds[i]` to before `bounds[i + 1]`.

    Raises ValueError for more words than a row holds.
    """

    bounds: Places

    def __post_init__(self) -> None:
        """Refuse more words than a packed gram can tell apart."""
        if self.count >> PLACE_BITS:
            message = f"an archive holds at most {1 << PLACE_BITS} words, and this one has {self.count}"
            raise ValueError(message)

    @property
    def count(self) -> int:
        """The number of words."""
        return int(self.bounds[-1])

    @property
    def articles(self) -> int:
        """The number of articles."""
        return len(self.bounds) - 1

    @cached_property
    def _articles(self) -> NDArray[np.int32]:
        """The article of each place: to look it up is many times faster than to search the bounds."""
        return np.repeat(np.arange(self.articles, dtype=np.int32), np.diff(self.bounds))

    def article_of(self, places: Places) -> Places:
        """Return the article of each of `places`."""
        if len(places) * _FEW < self.count:
            return self.bounds.searchsorted(places, side="right") - 1
        return self._articles.take(places).astype(np.int64)

    def places_of(self, articles: Places) -> Places:
        """Return all places of `articles`."""
        return ranges(self.bounds[articles], self.bounds[articles + 1])


@dataclass(frozen=True)
class Row(Layout):
    """The words of all articles in one row; `apart` marks those that no gram may hold."""

    keys: Keys
    apart: Marks

    @cached_property
    def begins(self) -> Marks:
        """A mark for each place where a gram begins: one article has it, and none of its words is set apart."""
        marks = ~self.apart
        for step in range(1, GRAM):
            marks[:-step] &= ~self.apart[step:]
        marks[: 1 - GRAM] &= self._articles[GRAM - 1 :] == self._articles[: 1 - GRAM]
        marks[1 - GRAM :] = False
        return marks

    def beginning(self, places: Places) -> Places:
        """Return those of `places` where a gram begins; of a few it costs less than to mark all that do."""
        places = places[places + GRAM <= self.bounds[self.article_of(places) + 1]]
        return places[~reduce(np.logical_or, (self.apart[places + step] for step in range(GRAM)))]


@dataclass(frozen=True)
class Recurring:
    """Grams that stand twice or more: all places of each, those of one hash together and then by place.

    `group` numbers the hashes from 0, `article` is the article of each place. `surplus` are the places where an article
    repeats a gram more often than `PER_ARTICLE`; they are in none of the other fields.
    """

    place: Places
    group: Places
    article: Places
    surplus: Places

    def chosen(self, which: Marks) -> "Recurring":
        """Return the grams that `which` chooses."""
        return Recurring(self.place[which], self.group[which], self.article[which], self.surplus)

    @property
    def once(self) -> Marks:
        """A mark for the first place of each gram in each article."""
        first = np.ones(len(self.place), dtype=bool)
        first[1:] = (self.group[1:] != self.group[:-1]) | (self.article[1:] != self.article[:-1])
        return first


def packed_grams(row: Row) -> Packed:
    """Return the grams of `row`, sorted."""
    packed = np.empty(np.count_nonzero(row.begins), dtype=np.uint64)
    at = 0
    last = row.count - GRAM + 1
    for start in range(0, last, _BATCH):
        end = min(start + _BATCH, last)
        hashes = _hashes(row.keys[start + step : end + step] for step in range(GRAM))
        found = _packed(hashes, np.arange(start, end))[row.begins[start:end]]
        packed[at : at + len(found)] = found
        at += len(found)
    packed.sort()
    return packed


def order_of(packed: Packed) -> Order:
    """Return the places of the sorted grams `packed`, of which `same_hashes` finds the grams again in half the room."""
    return (packed & _LOW).astype(np.uint32)


def packed_at(row: Row, places: Places) -> Packed:
    """Return the grams at those of `places` where one begins."""
    return _packed_at(row, row.beginning(places))


def _packed_at(row: Row, places: Places) -> Packed:
    return _packed(_hashes(row.keys.take(places + step) for step in range(GRAM)), places)


def _hashes(keys: Iterable[Keys]) -> Keys:
    """Return the hashes of grams; `keys` are of their first words, of their second ones, and so on."""
    return mixed(reduce(lambda hashes, key: hashes * _STEP + key, keys))


def _packed(hashes: Keys, places: Places) -> Packed:
    return (hashes & ~_LOW) | places.astype(np.uint64)


def places_in(packed: Packed) -> Places:
    """Return the places of the grams `packed`."""
    return (packed & _LOW).astype(np.int64)


def same_hashes(row: Row, order: Order, wanted: Packed) -> Packed:
    """Return all grams of `row`, sorted, whose hash one of `wanted` has; `order` has all their places."""
    hashes = distinct(wanted & ~_LOW)
    starts, ends = np.split(_before(row, order, np.concatenate((hashes, hashes | _LOW))), 2)
    return np.repeat(hashes, ends - starts) | order[ranges(starts, ends)]


def _before(row: Row, order: Order, packed: Packed) -> Places:
    """Return how many grams of `row` sort before each of `packed`: all are halved at once until one is left."""
    least, most = np.zeros(len(packed), dtype=np.int64), np.full(len(packed), len(order))
    for _ in range(len(order).bit_length()):
        middle = (least + most) // 2
        before = _packed_at(row, order.take(middle, mode="clip").astype(np.int64)) < packed
        before &= middle < most
        least, most = np.where(before, middle + 1, least), np.where(before, most, middle)
    return least


def repeated(packed: Packed) -> Packed:
    """Return those of the sorted grams `packed` that stand in it twice or more."""
    return packed[_repeats(packed)[1]]


def _repeats(packed: Packed) -> tuple[Marks, Marks]:
    """Return a mark for the first of each gram, and one for each gram that stands twice or more."""
    new = np.ones(len(packed), dtype=bool)
    new[1:] = (packed[1:] ^ packed[:-1]) > _LOW
    kept = ~new
    kept[:-1] |= ~new[1:]
    return new, kept


def recurring(row: Layout, packed: Packed) -> Recurring:
    """Return the grams of `packed`, which holds each of its grams at all of its places, that stand twice or more."""
    new, kept = _repeats(packed)
    at = np.flatnonzero(kept)  # few of all grams, so to fetch each takes less time than to pass all
    place = places_in(packed.take(at))
    return _bounded(place, np.cumsum(new.take(at)) - 1, row.article_of(place))


def _bounded(place: Places, group: Places, article: Places) -> Recurring:
    """Keep the first `PER_ARTICLE` places of a gram in each article."""
    again = np.zeros(len(place), dtype=bool)
    again[1:] = (group[1:] == group[:-1]) & (article[1:] == article[:-1])
    first = np.flatnonzero(~again)
    number = np.arange(len(place)) - np.repeat(first, np.diff(np.append(first, len(place))))
    few = number < PER_ARTICLE
    return Recurring(place[few], group[few], article[few], np.sort(place[~few]))


def covered(row: Layout, places: Places) -> Marks:
    """Return a mark for each word of the row that a gram at one of `places` holds."""
    marks = np.zeros(row.count, dtype=bool)
    for step in range(GRAM):
        marks[places + step] = True
    return marks


def stretches(row: Layout, marks: Marks, bridge: int) -> Iterator[tuple[int, int, int]]:
    """Yield article, first and last word (exclusive) of each marked stretch; gaps of `bridge` words are closed."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], marks, [False]))))
    cuts = np.unique(row.bounds)
    cuts = cuts[(cuts > 0) & (cuts < row.count)]
    cuts = cuts[marks[cuts] & marks[cuts - 1]]
    starts, ends = np.sort(np.append(edges[::2], cuts)), np.sort(np.append(edges[1::2], cuts))
    article = row.article_of(starts)
    apart = np.ones(len(starts) + 1, dtype=bool)
    apart[1:-1] = (starts[1:] - ends[:-1] > bridge) | (article[1:] != article[:-1])
    owners = article[apart[:-1]]
    base = row.bounds[owners]
    first, last = starts[apart[:-1]] - base, ends[apart[1:]] - base
    yield from zip(owners.tolist(), first.tolist(), last.tolist(), strict=True)


def distinct(numbers: NDArray[Number]) -> NDArray[Number]:
    """Return each of `numbers` once, sorted; where there are many, numpy's `unique` takes several times as long."""
    ordered = np.sort(numbers)
    new = np.ones(len(ordered), dtype=bool)
    new[1:] = ordered[1:] != ordered[:-1]
    return ordered[new]


def ranges(starts: Places, ends: Places) -> Places:
    """Return all numbers from each of `starts` to before each of `ends`, one after another."""
    lengths = ends - starts
    before = np.cumsum(lengths) - lengths
    numbers: Places = np.arange(int(lengths.sum())) - np.repeat(before - starts, lengths)
    return numbers
