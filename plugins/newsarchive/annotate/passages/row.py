"""Row: the words of all articles laid in one row, and the grams that stand in it twice or more.

A *place* is a position in the row. A *gram* is `GRAM` words that follow one another in one article. Everything that is
decided about grams depends only on the texts, never on the articles' names or order.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.passages.words import Words, mixed

GRAM = 4
"""Words of a gram. Where one word in four is garbled, a stretch of forty words still keeps several grams of four."""
PER_ARTICLE = 4
"""How often one article may bring in the same gram; what it repeats beyond that makes no more passages."""

_STEP = np.uint64(0xD6E8FEB86659FD93)

Places = NDArray[np.int64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True)
class Row:
    """The words of all articles in one row: article `i` has the places `bounds[i]` to before `bounds[i + 1]`.

    `apart` marks the words that no gram may hold.
    """

    bounds: Places
    keys: NDArray[np.uint64]
    apart: Marks

    @property
    def count(self) -> int:
        """The number of words."""
        return len(self.keys)

    def article_of(self, places: Places) -> Places:
        """Return the article of each of `places`."""
        return np.searchsorted(self.bounds, places, side="right") - 1

    def in_article(self, article: int, marks: Marks) -> Marks:
        """Return the part of `marks`, one a word of the row, that belongs to an article."""
        return marks[self.bounds[article] : self.bounds[article + 1]]


@dataclass(frozen=True)
class Recurring:
    """The grams that stand twice or more, those of one hash together and then by place.

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


def row_of(articles: Sequence[Words]) -> Row:
    """Lay the words of `articles` into one row."""
    bounds = np.zeros(len(articles) + 1, dtype=np.int64)
    np.cumsum([words.count for words in articles], out=bounds[1:])
    keys = [words.keys for words in articles] or [np.zeros(0, dtype=np.uint64)]
    marks = [words.apart for words in articles] or [np.zeros(0, dtype=bool)]
    return Row(bounds, np.concatenate(keys), np.concatenate(marks))


def recurring(row: Row) -> Recurring:
    """Return every gram that stands twice or more in `row`."""
    hashes, places = _grams(row)
    bits = np.uint64(max(row.count, 1).bit_length())
    low = (np.uint64(1) << bits) - np.uint64(1)
    packed = np.sort((hashes & ~low) | places.astype(np.uint64))
    new = np.ones(len(packed), dtype=bool)
    new[1:] = (packed[1:] ^ packed[:-1]) > low
    kept = ~new
    kept[:-1] |= ~new[1:]
    place = (packed[kept] & low).astype(np.int64)
    group = np.cumsum(new[kept]) - 1
    return _bounded(place, group, row.article_of(place))


def _grams(row: Row) -> tuple[NDArray[np.uint64], Places]:
    """Return the hash and the place of every gram that lies in one article and has no word set apart."""
    count = row.count - GRAM + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    hashes = np.zeros(count, dtype=np.uint64)
    for step in range(GRAM):
        hashes = hashes * _STEP + row.keys[step : step + count]
    barred = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(row.apart)))
    usable = barred[GRAM:] == barred[:-GRAM]
    for step in range(1, GRAM):
        across = row.bounds[1:-1] - step
        usable[across[(across >= 0) & (across < count)]] = False
    places = np.flatnonzero(usable)
    return mixed(hashes[places]), places


def _bounded(place: Places, group: Places, article: Places) -> Recurring:
    """Keep the first `PER_ARTICLE` places of a gram in each article, and only grams that stand twice."""
    again = np.zeros(len(place), dtype=bool)
    again[1:] = (group[1:] == group[:-1]) & (article[1:] == article[:-1])
    first = np.flatnonzero(~again)
    rank = np.arange(len(place)) - np.repeat(first, np.diff(np.append(first, len(place))))
    few = rank < PER_ARTICLE
    return Recurring(place[few], group[few], article[few], np.sort(place[~few]))


def covered(row: Row, places: Places) -> Marks:
    """Return a mark for each word of the row that a gram at one of `places` holds."""
    edges = np.zeros(row.count + 1, dtype=np.int64)
    np.add.at(edges, places, 1)
    np.add.at(edges, places + GRAM, -1)
    return np.cumsum(edges[:-1]) > 0


def stretches(marks: Marks, bridge: int) -> list[tuple[int, int]]:
    """Return where marked words start and end, with gaps of at most `bridge` unmarked words closed."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], marks, [False]))))
    starts, ends = edges[::2], edges[1::2]
    if not len(starts):
        return []
    apart = np.concatenate(([True], starts[1:] - ends[:-1] > bridge))
    return list(zip(starts[apart].tolist(), ends[np.append(apart[1:], True)].tolist(), strict=True))  # noqa: FBT003
