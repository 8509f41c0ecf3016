"""Index: all that is found between the texts of an archive, and how it grows by new texts.

An index is made of texts alone, never of names or dates. Growing it by new texts gives what a new index of all texts
would give: only grams that the new texts have can change their standing, so only what hangs on those is looked at.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from newsarchive.annotate.passages.chain import chains
from newsarchive.annotate.passages.evidence import FEWEST, Objection, objection
from newsarchive.annotate.passages.formula import BRIDGE, is_copy, limit, standing
from newsarchive.annotate.passages.join import Runs, joined, paired
from newsarchive.annotate.passages.match import Match, matches_of_pair, with_apparatus
from newsarchive.annotate.passages.row import (
    GRAM,
    PLACE_BITS,
    Marks,
    Places,
    Recurring,
    Row,
    covered,
    packed_at,
    packed_grams,
    places_in,
    recurring,
    repeated,
    same_hashes,
    stretches,
)
from newsarchive.annotate.passages.words import Texts, Words

Judged = tuple[Match, Objection | None]
"""A match and why it is no passage, if it is none."""
Stretch = tuple[int, int, int]
"""An article's number, and words of it from and to before."""
Marked = tuple[int, str, str, int, int]
"""An article's number, why a stretch of it is no evidence, its block, and letters from and to before."""
FORMULA, REPETITION = "formula", "repetition"


@dataclass(frozen=True)
class Index:
    """What is known of the texts of `words`, by their numbers.

    `many` marks the words of `row` that stand in many articles, `copies` the articles that are mostly made of such, and
    `common` the words that stand in many articles which are no copies. `formulas` are the stretches of common words,
    `marked` are those and what one article repeats too often; `judged` are all matches.
    """

    words: Sequence[Words]
    row: Row
    many: Marks
    copies: Marks
    common: Marks
    formulas: tuple[Stretch, ...]
    marked: tuple[Marked, ...]
    judged: tuple[Judged, ...]


def indexed(words: Sequence[Words], row: Row) -> Index:
    """Return the index of texts that stand in the order of their digests; `row` has all their words."""
    grams = recurring(row, packed_grams(row))
    most = limit(row.articles)
    many = covered(row, grams.place[standing(grams, np.ones(row.articles, dtype=bool)) > most])
    copies = np.array([is_copy(row, many, article) for article in range(row.articles)], dtype=bool)
    formulaic = standing(grams, ~copies) > most
    common = covered(row, grams.place[formulaic])
    formulas = _long(stretches(row, common, BRIDGE))
    repetitions = _long(stretches(row, covered(row, grams.surplus), 0))
    marked = (*_marked(words, formulas, FORMULA), *_marked(words, repetitions, REPETITION))
    judged = _judged(set_apart(words, formulas), row, joined(row, grams.chosen(~formulaic)))
    return Index(words, row, many, copies, common, formulas, marked, tuple(judged))


def _long(found: Iterable[Stretch]) -> tuple[Stretch, ...]:
    return tuple(stretch for stretch in found if stretch[2] - stretch[1] >= FEWEST)


def _marked(words: Sequence[Words], found: Iterable[Stretch], reason: str) -> Iterator[Marked]:
    for article, start, end in found:
        for span in words[article].spans(start, end):
            yield article, reason, span.block, span.start, span.end


def _judged(words: Sequence[Words], row: Row, runs: Runs) -> Iterator[Judged]:
    for one, two, found in chains(row, runs):
        for match in matches_of_pair(one, words[one], two, words[two], found):
            against = objection(match, words[one], words[two])
            yield (match if against else with_apparatus(match, words[one], words[two])), against


def ranked(index: Index) -> Index:
    """Return the words, stretches and matches of `index` with the articles numbered by their rank.

    Nothing of it then tells whether the index has grown or was made new.
    """
    rank = index.row.rank.tolist()
    number = np.argsort(index.row.rank).tolist()
    return replace(
        index,
        words=Texts(len(rank), lambda at: index.words[number[at]]),
        formulas=tuple(sorted((rank[article], start, end) for article, start, end in index.formulas)),
        marked=tuple((rank[article], *stretch) for article, *stretch in index.marked),
        judged=tuple(
            (replace(match, left=rank[match.left], right=rank[match.right]), against) for match, against in index.judged
        ),
    )


def grown(index: Index, new: Sequence[Words], added: Row, rank: Places) -> Index | None:
    """Return the index of the texts of `index` and after them those of `new`; `rank` is that of all texts.

    `added` has all words of `new`.

    None where so much changes that a new index is the shorter way: where another number of articles makes a formula,
    or an old article has become a copy.
    """
    growth = _Growth(index, new, added, rank)
    row = growth.row
    if growth.most != limit(index.row.articles):
        return None
    many = growth.many()
    copies = growth.copies(many)
    if copies is None:
        return None
    common = growth.common(copies)
    formulas, changed = growth.formulas(common)
    pairs = growth.changed_pairs(copies)
    words = Texts(row.articles, growth.word)
    found = _judged(set_apart(words, formulas), row, growth.runs(copies, changed, pairs))
    marked = growth.marked(words, formulas, changed)
    kept = growth.kept(changed, pairs)
    return Index(words, row, many, copies, common, formulas, marked, (*kept, *found))


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

    def __init__(self, index: Index, new: Sequence[Words], added: Row, rank: Places) -> None:
        self.index, self.new = index, new
        self.row = _longer(index.row, added, rank)
        self.most = limit(self.row.articles)
        self.fresh = np.arange(index.row.articles, self.row.articles)
        self.packed = same_hashes(self.row, packed_at(self.row, self.row.places_of(self.fresh)))
        self.before = recurring(self.row, self.packed[places_in(self.packed) < index.row.count])
        self.after = recurring(self.row, self.packed)

    def word(self, number: int) -> Words:
        """Return the words of an article of the grown index."""
        old = self.index.row.articles
        return self.index.words[number] if number < old else self.new[number - old]

    def many(self) -> Marks:
        """Return the words that stand in many articles now."""
        everyone = np.ones(self.row.articles, dtype=bool)
        return self._marked(self.index.many, self.after.place[standing(self.after, everyone) > self.most])

    def copies(self, many: Marks) -> Marks | None:
        """Return which articles are copies of many others, or None where an old one has become that."""
        places = np.flatnonzero(many[: self.index.row.count] > self.index.many)
        for article in np.unique(self.row.article_of(places)).tolist():
            if is_copy(self.row, many, article) and not self.index.copies[article]:
                return None
        return np.append(self.index.copies, [is_copy(self.row, many, article) for article in self.fresh.tolist()])

    def common(self, copies: Marks) -> Marks:
        """Return the words that stand in many articles which are no copies."""
        return self._marked(self.index.common, self.after.place[self._formulaic(self.after, copies)])

    def _marked(self, before: Marks, places: Places) -> Marks:
        marks = np.concatenate((before, np.zeros(self.row.count - len(before), dtype=bool)))
        for step in range(GRAM):
            marks[places + step] = True
        return marks

    def _formulaic(self, grams: Recurring, copies: Marks) -> Marks:
        return standing(grams, ~copies) > self.most

    def formulas(self, common: Marks) -> tuple[tuple[Stretch, ...], set[int]]:
        """Return all formulas, and the old articles in which they have changed."""
        places = np.flatnonzero(common[: self.index.row.count] & ~self.index.common)
        touched = np.union1d(self.row.article_of(places), self.fresh).tolist()
        found = {article: self._formulas_of(article, common) for article in touched}
        before: dict[int, list[Stretch]] = {article: [] for article in touched}
        for stretch in self.index.formulas:
            if stretch[0] in before:
                before[stretch[0]].append(stretch)
        kept = [stretch for stretch in self.index.formulas if stretch[0] not in found]
        changed = {article for article in touched if article not in self.fresh and found[article] != before[article]}
        return (*kept, *(stretch for article in touched for stretch in found[article])), changed

    def _formulas_of(self, article: int, common: Marks) -> list[Stretch]:
        one = slice(*self.row.bounds[article : article + 2].tolist())
        alone = Row(
            np.array((0, one.stop - one.start)), self.row.keys[one], self.row.apart[one], np.zeros(1, dtype=np.int64)
        )
        return [(article, start, end) for _, start, end in _long(stretches(alone, common[one], BRIDGE))]

    def marked(self, words: Sequence[Words], formulas: Iterable[Stretch], changed: set[int]) -> tuple[Marked, ...]:
        """Return what is no evidence, as it stands in old articles and in new ones."""
        kept = (each for each in self.index.marked if each[0] not in changed or each[1] == REPETITION)
        anew = changed.union(self.fresh.tolist())
        surplus = self.after.surplus[self.after.surplus >= self.index.row.count]
        repetitions = _long(stretches(self.row, covered(self.row, surplus), 0))
        return (
            *kept,
            *_marked(words, (stretch for stretch in formulas if stretch[0] in anew), FORMULA),
            *_marked(words, repetitions, REPETITION),
        )

    def kept(self, changed: set[int], pairs: Places) -> list[Judged]:
        """Return the matches that stay as they were."""
        stale = set(pairs.tolist())
        return [
            (match, against)
            for match, against in self.index.judged
            if match.left not in changed
            and match.right not in changed
            and match.left * self.row.articles + match.right not in stale
        ]

    def changed_pairs(self, copies: Marks) -> Places:
        """Return the pairs of old articles between which other grams are compared than before."""
        ways = []
        for grams in (self.before, self.after):
            left, right = paired(self.row, grams.chosen(~self._formulaic(grams, copies)))
            ways.append((left << PLACE_BITS) | right)
        changed = np.setxor1d(ways[0], ways[1])
        left, right = changed >> PLACE_BITS, changed & ((1 << PLACE_BITS) - 1)
        old = np.maximum(left, right) < self.index.row.count
        return np.unique(self._pairs(left[old], right[old]))

    def _pairs(self, left: Places, right: Places) -> Places:
        return self.row.article_of(left) * self.row.articles + self.row.article_of(right)

    def runs(self, copies: Marks, changed: set[int], pairs: Places) -> Runs:
        """Return the runs of words between the articles of `pairs`, and of new and `changed` articles with any."""
        old = np.array(sorted(changed), dtype=np.int64)
        again = np.append(old, self.fresh)
        paired_up = np.unique(np.concatenate((pairs // self.row.articles, pairs % self.row.articles)))
        wanted = (
            packed_at(self.row, self.row.places_of(old)),
            repeated(np.sort(packed_at(self.row, self.row.places_of(paired_up)))),
        )
        found = same_hashes(self.row, np.concatenate(wanted))
        grams = recurring(self.row, np.union1d(self.packed, found))
        runs = joined(self.row, grams.chosen(~self._formulaic(grams, copies)))
        left, right = self.row.article_of(runs.left), self.row.article_of(runs.right)
        chosen = np.isin(self._pairs(runs.left, runs.right), pairs) | np.isin(left, again) | np.isin(right, again)
        return runs.chosen(chosen)


def _longer(row: Row, added: Row, rank: Places) -> Row:
    return Row(
        np.concatenate((row.bounds, added.bounds[1:] + row.count)),
        np.concatenate((row.keys, added.keys)),
        np.concatenate((row.apart, added.apart)),
        rank,
    )
