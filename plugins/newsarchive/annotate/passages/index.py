"""Index: all that is found between the texts of an archive, and how it grows by new texts.

An index is made of texts alone, never of names or dates. Growing it by new texts gives what a new index of all texts
would give: only grams that the new texts have can change their standing, so only what hangs on those is looked at.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from newsarchive.annotate.passages.chain import chains
from newsarchive.annotate.passages.evidence import FEWEST, Objection, objection
from newsarchive.annotate.passages.formula import BRIDGE, copies, limit, standing
from newsarchive.annotate.passages.join import Runs, joined, paired
from newsarchive.annotate.passages.match import Match, matches_of_pair
from newsarchive.annotate.passages.row import (
    PLACE_BITS,
    Marks,
    Packed,
    Places,
    Recurring,
    Row,
    covered,
    packed_at,
    packed_grams,
    recurring,
    row_of,
    same_hashes,
    stretches,
)
from newsarchive.annotate.passages.words import Words

Judged = tuple[Match, Objection | None]
"""A match and why it is no passage, if it is none."""
Stretch = tuple[int, int, int]
"""An article's number, and words of it from and to before."""


@dataclass(frozen=True)
class Index:
    """What is known of the texts of `words`, by their numbers.

    `packed` are the grams of `row`; `copies` tells which articles are copies of many others. `formulas` and
    `repetitions` are stretches that stand in many articles, or too often in one; `judged` are all matches.
    """

    words: Sequence[Words]
    row: Row
    packed: Packed
    copies: Marks
    formulas: tuple[Stretch, ...]
    repetitions: tuple[Stretch, ...]
    judged: tuple[Judged, ...]


def indexed(words: Sequence[Words]) -> Index:
    """Return the index of texts that stand in the order of their digests."""
    row = row_of(words)
    packed = packed_grams(row)
    grams = recurring(row, packed)
    most = limit(row.articles)
    copied = copies(row, grams, most)
    common = standing(grams, ~copied) > most
    formulas = _long(stretches(row, covered(row, grams.place[common]), BRIDGE))
    repetitions = _long(stretches(row, covered(row, grams.surplus), 0))
    judged = _judged(set_apart(words, formulas), row, joined(row, grams.chosen(~common)))
    return Index(words, row, packed, copied, formulas, repetitions, tuple(judged))


def _long(found: Iterable[Stretch]) -> tuple[Stretch, ...]:
    return tuple(stretch for stretch in found if stretch[2] - stretch[1] >= FEWEST)


def _judged(words: Sequence[Words], row: Row, runs: Runs) -> Iterator[Judged]:
    for one, two, found in chains(row, runs):
        for match in matches_of_pair(one, words[one], two, words[two], found):
            yield match, objection(match, words[one], words[two])


def grown(index: Index, new: Sequence[Words], rank: Places) -> Index | None:
    """Return the index of the texts of `index` and after them those of `new`; `rank` is that of all texts.

    None where so much changes that a new index is the shorter way: where another number of articles makes a formula,
    or an old article has become a copy.
    """
    growth = _Growth(index, new, rank)
    if growth.most != limit(index.row.articles):
        return None
    copied = growth.copied()
    if copied is None:
        return None
    formulas, changed = growth.formulas(copied)
    words = Texts(growth.row.articles, growth.word)
    pairs = growth.changed_pairs(copied)
    runs = growth.runs(copied, changed, pairs)
    stale = set(pairs.tolist())
    kept = [
        judged
        for judged in index.judged
        if growth.pair(judged[0].left, judged[0].right) not in stale
        and judged[0].left not in changed
        and judged[0].right not in changed
    ]
    found = _judged(set_apart(words, formulas), growth.row, runs)
    repetitions = _long(stretches(growth.row, covered(growth.row, growth.after.surplus), 0))
    fresh = (stretch for stretch in repetitions if stretch[0] >= index.row.articles)
    return Index(words, growth.row, growth.added, copied, formulas, (*index.repetitions, *fresh), (*kept, *found))


class Texts(Sequence[Words]):
    """Words of articles, each loaded when it is first asked for."""

    def __init__(self, count: int, load: Callable[[int], Words]) -> None:
        self._count, self._load = count, load
        self._loaded: dict[int, Words] = {}

    def __len__(self) -> int:
        """Return the number of articles."""
        return self._count

    def __getitem__(self, number: int) -> Words:  # type: ignore[override]  # never sliced
        """Return the words of the article `number`."""
        if number >= self._count:
            raise IndexError(number)
        if number not in self._loaded:
            self._loaded[number] = self._load(number)
        return self._loaded[number]


def set_apart(words: Sequence[Words], formulas: Iterable[Stretch]) -> Texts:
    """Return `words` with those of their formulas set apart."""
    of_article: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for article, start, end in formulas:
        of_article[article].append((start, end))

    def load(number: int) -> Words:
        if number not in of_article:
            return words[number]
        apart = words[number].apart.copy()
        for start, end in of_article[number]:
            apart[start:end] = True
        return replace(words[number], apart=apart)

    return Texts(len(words), load)


class _Growth:
    """What new texts change in an index: the grams that they have, before and after."""

    def __init__(self, index: Index, new: Sequence[Words], rank: Places) -> None:
        self.index, self.new = index, new
        self.row = _longer(index.row, new, rank)
        self.most = limit(self.row.articles)
        self.fresh = np.arange(index.row.articles, self.row.articles)
        self.added = packed_grams(row_of(new)) + np.uint64(index.row.count)
        old = same_hashes(index.packed, self.added)
        self.before = recurring(self.row, old)
        self.after = recurring(self.row, np.sort(np.concatenate((old, self.added))))

    def word(self, number: int) -> Words:
        """Return the words of an article of the grown index."""
        old = self.index.row.articles
        return self.index.words[number] if number < old else self.new[number - old]

    def pair(self, left: Places | int, right: Places | int) -> Places | int:
        """Return one number for each two articles."""
        return left * self.row.articles + right

    def grams_of(self, articles: Places) -> Recurring:
        """Return all recurring grams of `articles`, at all places where they stand."""
        places = self.row.places_of(articles)
        wanted = packed_at(self.row, places)
        both = np.concatenate((same_hashes(self.index.packed, wanted), same_hashes(self.added, wanted)))
        return recurring(self.row, np.sort(both))

    def copied(self) -> Marks | None:
        """Return which articles are copies of many others, or None where an old article has become one."""
        everyone = np.ones(self.row.articles, dtype=bool)
        many = self.after.place[standing(self.after, everyone) > self.most]
        already = self.before.place[standing(self.before, everyone) > self.most]
        touched = np.unique(self.row.article_of(np.setdiff1d(many, already)))
        old = touched[touched < self.index.row.articles]
        found = copies(self.row, self.grams_of(np.union1d(old, self.fresh)), self.most)
        if (found[old] != self.index.copies[old]).any():
            return None
        return np.concatenate((self.index.copies, found[self.fresh]))

    def _common(self, grams: Recurring, copied: Marks) -> Marks:
        return standing(grams, ~copied) > self.most

    def formulas(self, copied: Marks) -> tuple[tuple[Stretch, ...], set[int]]:
        """Return all formulas, and the old articles in which they have changed."""
        common = self.after.place[self._common(self.after, copied)]
        already = self.before.place[self._common(self.before, copied)]
        touched = np.unique(np.concatenate((self.row.article_of(np.setdiff1d(common, already)), self.fresh)))
        grams = self.grams_of(touched)
        marks = covered(self.row, grams.place[self._common(grams, copied)])
        looked_at = set(touched.tolist())
        found = tuple(s for s in _long(stretches(self.row, marks, BRIDGE)) if s[0] in looked_at)
        kept = tuple(s for s in self.index.formulas if s[0] not in looked_at)
        old = {s for s in self.index.formulas if s[0] in looked_at}
        changed = {s[0] for s in old.symmetric_difference(found) if s[0] < self.index.row.articles}
        return kept + found, changed

    def changed_pairs(self, copied: Marks) -> Places:
        """Return the pairs of articles between which other grams are compared than before."""
        ways = []
        for grams in (self.before, self.after):
            left, right = paired(self.row, grams.chosen(~self._common(grams, copied)))
            ways.append((left << PLACE_BITS) | right)
        changed = np.setxor1d(*ways)
        left, right = self.row.article_of(changed >> PLACE_BITS), self.row.article_of(changed & ((1 << PLACE_BITS) - 1))
        return np.unique(np.asarray(self.pair(left, right)))

    def runs(self, copied: Marks, changed: set[int], pairs: Places) -> Runs:
        """Return the runs of words between the articles of `pairs`, and of the `changed` articles with any other."""
        again = np.array(sorted(changed), dtype=np.int64)
        grams = self.grams_of(np.unique(np.concatenate((again, self.fresh, pairs // self.row.articles))))
        runs = joined(self.row, grams.chosen(~self._common(grams, copied)))
        left, right = self.row.article_of(runs.left), self.row.article_of(runs.right)
        wanted = np.isin(np.asarray(self.pair(left, right)), pairs) | np.isin(left, again) | np.isin(right, again)
        return runs.chosen(wanted)


def _longer(row: Row, new: Sequence[Words], rank: Places) -> Row:
    added = row_of(new)
    return Row(
        np.concatenate((row.bounds, added.bounds[1:] + row.count)),
        np.concatenate((row.keys, added.keys)),
        np.concatenate((row.apart, added.apart)),
        rank,
    )
