"""Namings: which articles name an entity, how often, and where first; as columns, of which a page makes rows."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, count
from typing import Generic, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from newsarchive.pages.sheets import LongList, cut_list
from newsarchive.registry.entity import Entity, Room

Numbers: TypeAlias = NDArray[np.int64]
Word = TypeVar("Word", bound=Hashable)

Naming: TypeAlias = tuple[int, int, int]
"""An article's position in the order of time, how often it names an entity, and the number of the first block."""

MOST_LISTED = 400
"""Articles that an entity's own page lists, one a line; where there are more, its sheets do."""

_BITS_OF_BLOCK = 32  # as numbers of blocks are packed

MOST_ON_SHEET = 800
"""Articles that a sheet lists, one a line; a year of more is cut by month."""


@dataclass(frozen=True, slots=True)
class Numbered(Generic[Word]):
    """A column of a few words that come again and again: `words` has each once, `numbers` the place there of each."""

    words: Sequence[Word]
    numbers: Numbers

    def at(self, rows: Numbers) -> list[Word]:
        """Return the words of `rows`."""
        return list(map(self.words.__getitem__, self.numbers[rows].tolist()))

    @property
    def rows(self) -> dict[Word, Numbers]:
        """The rows of each word, in their order."""
        order, ends = ordered(self.numbers, len(self.words)), list(accumulate(self.counts.values()))
        return {word: order[start:end] for word, start, end in zip(self.words, [0, *ends], ends, strict=False)}

    @property
    def counts(self) -> dict[Word, int]:
        """How many rows each word has."""
        counts = np.bincount(self.numbers, minlength=len(self.words))
        return dict(zip(self.words, counts.tolist(), strict=True))


def ordered(numbers: Numbers, count: int) -> Numbers:
    """Return the rows of a column of `numbers` below `count`, those of one number after the other, in their order."""
    # As short as they can be: numbers of 16 bits are sorted by their digits, in a tenth of the time.
    return np.argsort(numbers.astype(np.min_scalar_type(count)), kind="stable")


def run_starts(column: Numbers) -> Numbers:
    """Return where each run of equal numbers starts in `column`."""
    return np.concatenate((np.arange(len(column[:1])), np.flatnonzero(column[1:] != column[:-1]) + 1))


def numbered_words(words: Iterable[Word]) -> Numbered[Word]:
    """Return the column `words`, numbered as they first come."""
    places: defaultdict[Word, int] = defaultdict(count().__next__)  # a word that is not known yet gets the next number
    numbers = np.fromiter(map(places.__getitem__, words), np.int64)
    return Numbered(tuple(places), numbers)


@dataclass(frozen=True, slots=True, eq=False)
class Namings:
    """The articles that name an entity, in the order of time, as columns of equal length.

    `positions`, `counts` and `blocks` are what a `Naming` has of each.
    """

    positions: Numbers
    counts: Numbers
    blocks: Numbers

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self.positions)

    def __iter__(self) -> Iterator[Naming]:
        """Yield them one by one."""
        return zip(self.positions.tolist(), self.counts.tolist(), self.blocks.tolist(), strict=True)

    def __getitem__(self, rows: slice | Numbers | NDArray[np.bool_]) -> "Namings":
        """Return those in `rows`."""
        return Namings(self.positions[rows], self.counts[rows], self.blocks[rows])

    def by(self, words: Numbered[Word]) -> dict[Word, "Namings"]:
        """Return them by the word of their article, in the order in which they first have each."""
        found = words.numbers[self.positions]
        starts = run_starts(found).tolist()
        numbers = found[starts].tolist()
        if len(set(numbers)) < len(numbers):  # some come again: a year, for one, among its months
            firsts = np.zeros(len(words.words), np.int64)
            firsts[numbers[::-1]] = starts[::-1]
            return self[np.argsort(firsts[found], kind="stable")].by(words)
        groups = zip(numbers, starts, [*starts[1:], len(found)], strict=False)
        return {words.words[number]: self[start:end] for number, start, end in groups}

    def mentions_by(self, words: Numbered[Word]) -> dict[Word, int]:
        """Count the mentions by the word of their article."""
        counts = np.bincount(words.numbers[self.positions], self.counts, len(words.words))
        found = np.flatnonzero(counts)
        named = [words.words[number] for number in found.tolist()]
        return dict(zip(named, counts[found].astype(np.int64).tolist(), strict=True))


def named_with(entity: Entity, parts: Mapping[str, Sequence[Entity]]) -> tuple[Entity, ...]:
    """Return whose mentions the page of `entity` counts: its own, and of a district those of its parts and theirs."""
    return (entity, *_within(entity, parts)) if entity.room == Room.DISTRICTS else (entity,)


def _within(whole: Entity, parts: Mapping[str, Sequence[Entity]]) -> Iterator[Entity]:
    """Yield the parts of `whole`, and theirs; a circle is gone round once."""
    seen = {whole.id}
    waiting = list(parts.get(whole.id, ()))
    while waiting:
        entity = waiting.pop(0)
        if entity.id not in seen:
            seen.add(entity.id)
            waiting.extend(parts.get(entity.id, ()))
            yield entity


def together(found: Namings) -> Namings:
    """Return what names several entities, in any order, in the order of time: each article once, with all mentions."""
    order = np.argsort((found.positions << _BITS_OF_BLOCK) + found.blocks)  # in half the time that two keys take
    positions = found.positions[order]
    firsts = run_starts(positions)
    counts = np.add.reduceat(found.counts[order], firsts) if len(firsts) else found.counts
    return Namings(positions[firsts], counts, found.blocks[order][firsts])


def naming_list(entity: Entity, periods: Mapping[int, Numbered[str]], listed: Namings) -> LongList[Namings]:
    """Return the sheets of the articles that are `listed` for `entity`, where they are too many for its page.

    `periods` are the years and the months of all articles, by the letters that name each.
    """
    if len(listed) <= MOST_LISTED:
        return LongList()
    return cut_list(entity.address, listed, lambda found, length: found.by(periods[length]), MOST_ON_SHEET)


def listed_namings(own: Namings, found: Namings) -> Namings:
    """Return which of the articles `found`, which name an entity or a part of it, its page and its sheets list.

    Where they are too many for its page, only its `own`: those that only name a part are left to the lists of the
    parts.
    """
    return found if len(found) <= MOST_LISTED else own
