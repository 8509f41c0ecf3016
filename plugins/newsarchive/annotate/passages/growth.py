"""Growth: what new texts change in an index.

It gives what a new index of all texts would give: only grams that the new texts have can change their standing, so only
what hangs on those is looked at. The words of the old texts are not moved to make room for the new ones, as they are
many: places of both are numbered as they would stand in a new index, and words are fetched of the few articles that are
compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.passages.formula import BRIDGE, is_copy, limit, standing
from newsarchive.annotate.passages.index import (
    REPETITION,
    Index,
    Known,
    Objected,
    Stretches,
    Told,
    judged_of,
    long_of,
    set_apart,
    told_of,
)
from newsarchive.annotate.passages.join import joined, paired
from newsarchive.annotate.passages.match import Match
from newsarchive.annotate.passages.row import (
    GRAM,
    PLACE_BITS,
    Layout,
    Marks,
    Packed,
    Places,
    Recurring,
    Row,
    covered,
    distinct,
    packed_at,
    packed_grams,
    places_in,
    recurring,
    repeated,
    same_hashes,
    stretches,
)
from newsarchive.annotate.passages.words import Texts, Words


def grown(index: Index, words: Sequence[Words], numbers: Sequence[int], added: Row) -> Known | None:
    """Return what is known of the texts of `words`, of which `index` knows those with `numbers`, in their order.

    `added` has all words of the others, in their order.

    None where so much changes that a new index is the shorter way: where another number of articles makes a formula,
    or an old article has become a copy.
    """
    if limit(len(words)) != limit(index.row.articles):
        return None
    growth = _Growth(index, words, np.array(numbers, dtype=np.int64), added)
    copies = growth.copies()
    if copies is None:
        return None
    common = growth.common(copies)
    changed = growth.changed(common)
    pairs = growth.changed_pairs(copies)
    matches, objected = growth.kept(changed, pairs)
    apart = set_apart(words, lambda article: growth.formulas(article, common))
    more, others = growth.judged(apart, copies, changed, pairs)
    marked = growth.marked(common, changed)
    return Known(words, growth.row, marked, (*matches, *more), (*objected, *others))


@dataclass(frozen=True)
class _Marking:
    """Marks of words: those that the old ones had `before`, places of others that have one now, those of the added."""

    before: Marks
    newly: Places
    added: Marks


@dataclass(frozen=True)
class _Excerpt:
    """The words of some articles, which have the numbers `articles` among all, in a row of their own."""

    articles: Places
    row: Row

    def of(self, grams: Recurring, row: Layout) -> Recurring:
        """Return grams of these articles, whose places are those of `row`, with their places here."""
        article = self.articles.searchsorted(grams.article)
        place = grams.place - row.bounds[grams.article] + self.row.bounds[article]
        return Recurring(place, grams.group, article, grams.surplus)

    def owners(self, places: Places) -> Places:
        """Return the numbers of the articles of `places`."""
        return self.articles[self.row.article_of(places)]


class _Growth:
    """What new texts change: the grams that they have, everywhere, before and after.

    `numbers` are those of the old articles, `fresh` of the new ones, `row` is the layout of all, and `at` the place of
    the old row before which each new article stands.
    """

    def __init__(self, index: Index, words: Sequence[Words], numbers: Places, added: Row) -> None:
        self.index, self.words, self.numbers, self.added = index, words, numbers, added
        self.old = np.zeros(len(words), dtype=bool)
        self.old[numbers] = True
        self.fresh = np.flatnonzero(~self.old)
        counts = np.zeros(len(words) + 1, dtype=np.int64)
        counts[numbers + 1], counts[self.fresh + 1] = np.diff(index.row.bounds), np.diff(added.bounds)
        self.row = Layout(np.cumsum(counts))
        self.at = self.row.bounds[self.fresh] - added.bounds[:-1]
        self.most = limit(self.row.articles)
        grams = packed_grams(added)
        before = self._in_old(grams)
        shifts = self.at[added.article_of(places_in(grams))]
        self.packed = np.sort(np.concatenate((before, grams + shifts.astype(np.uint64))))
        self.before, self.after = recurring(self.row, before), recurring(self.row, self.packed)

    def _in_old(self, grams: Packed) -> Packed:
        """Return those of the old texts that have the hash of any of `grams`."""
        found = same_hashes(self.index.row, self.index.order, grams)
        shifts = self.added.bounds[self.at.searchsorted(places_in(found), side="right")]
        return found + shifts.astype(np.uint64)

    def _of_article(self, article: int, old: NDArray[Any], added: NDArray[Any]) -> NDArray[Any]:
        """Return what an article has of `old`, a value for each old word, or of `added`, one for each of the others."""
        row, values, numbers = (
            (self.index.row, old, self.numbers) if self.old[article] else (self.added, added, self.fresh)
        )
        number = numbers.searchsorted(article)
        return values[row.bounds[number] : row.bounds[number + 1]]

    def _marking(self, before: Marks, grams: Recurring, which: Marks) -> _Marking:
        """Return the marks of words that had some before, with those of the grams that `which` chooses."""
        place, article = grams.place[which], grams.article[which]
        old, number = self.old[article], self.fresh.searchsorted(article)
        there = (place - self.added.bounds[number])[old]
        words = (there[:, None] + np.arange(GRAM)).ravel()
        added = covered(self.added, place[~old] - self.at[number[~old]])
        return _Marking(before, distinct(words[~before[words]]), added)

    def _marks(self, marking: _Marking, article: int) -> Marks:
        """Return the marks of the words of one article."""
        marks: Marks = self._of_article(article, marking.before, marking.added).copy()
        if self.old[article]:
            start = self.index.row.bounds[self.numbers.searchsorted(article)]
            newly = marking.newly[slice(*marking.newly.searchsorted((start, start + len(marks))))]
            marks[newly - start] = True
        return marks

    def _touched(self, marking: _Marking) -> list[int]:
        """Return the old articles in which words are marked that were not."""
        touched: list[int] = distinct(self.numbers[self.index.row.article_of(marking.newly)]).tolist()
        return touched

    def copies(self) -> Marks | None:
        """Return which articles are copies of many others, or None where an old one has become that."""
        copies = np.zeros(len(self.words), dtype=bool)
        everyone = ~copies
        copies[self.numbers] = self.index.copies
        many = self._marking(self.index.many, self.after, standing(self.after, everyone) > self.most)
        for article in (*self._touched(many), *self.fresh.tolist()):
            if not copies[article] and is_copy(self._marks(many, article)):
                if self.old[article]:
                    return None
                copies[article] = True
        return copies

    def common(self, copies: Marks) -> _Marking:
        """Return the words that stand in many articles which are no copies."""
        return self._marking(self.index.common, self.after, self._formulaic(self.after, copies))

    def _formulaic(self, grams: Recurring, copies: Marks) -> Marks:
        return standing(grams, ~copies) > self.most

    def changed(self, common: _Marking) -> list[int]:
        """Return the old articles in which formulas have changed."""
        return [
            article
            for article in self._touched(common)
            if self.formulas(article, common) != _formulas(self._of_article(article, common.before, common.added))
        ]

    def formulas(self, article: int, common: _Marking) -> Stretches:
        """Return the formulas of an article where the words that are marked are `common`."""
        return _formulas(self._marks(common, article))

    def marked(self, common: _Marking, changed: Sequence[int]) -> dict[int, tuple[Told, ...]]:
        """Return what is no evidence, as it stands in old articles and in new ones."""
        numbers = self.numbers.tolist()
        before = {numbers[article]: told for article, told in self.index.marked.items()}
        formulas = {article: self.formulas(article, common) for article in (*changed, *self.fresh.tolist())}
        found = told_of(self.words, formulas, self._repetitions(), self.most)
        for article in changed:
            again = (one for one in before.get(article, ()) if REPETITION in one)
            found[article] = tuple(sorted((*found.get(article, ()), *again)))
        return {article: told for article, told in {**before, **found}.items() if told}

    def _repetitions(self) -> dict[int, Stretches]:
        """Return what new articles repeat too often."""
        surplus = self.after.surplus
        article = self.row.article_of(surplus)
        new = ~self.old[article]
        places = surplus[new] - self.at[self.fresh.searchsorted(article[new])]
        found = long_of(stretches(self.added, covered(self.added, places), 0))
        return {int(self.fresh[number]): several for number, several in found.items()}

    def kept(self, changed: Sequence[int], pairs: Places) -> tuple[list[Match], list[Objected]]:
        """Return the matches that stay as they were, and those that stay none."""
        anew, stale, numbers = set(changed), set(pairs.tolist()), self.numbers.tolist()

        def stays(one: int, two: int) -> bool:
            return (
                one not in anew and two not in anew and min(one, two) * self.row.articles + max(one, two) not in stale
            )

        matches, objected = _numbered(self.index.matches, self.index.objected, numbers)
        return (
            [match for match in matches if stays(match.left, match.right)],
            [one for one in objected if stays(one.article, one.other)],
        )

    def changed_pairs(self, copies: Marks) -> Places:
        """Return the pairs of old articles between which other grams are compared than before."""
        both = [grams.chosen(~self._formulaic(grams, copies)) for grams in (self.before, self.after)]
        excerpt = self._excerpt(np.concatenate([grams.article for grams in both]))
        ways = []
        for grams in both:
            left, right = paired(excerpt.row, excerpt.of(grams, self.row))
            ways.append((left << PLACE_BITS) | right)
        changed = np.setxor1d(ways[0], ways[1], assume_unique=True)
        left = excerpt.owners(changed >> PLACE_BITS)
        right = excerpt.owners(changed & ((1 << PLACE_BITS) - 1))
        return distinct(self._pairs(left, right)[self.old[left] & self.old[right]])

    def _excerpt(self, articles: Places) -> _Excerpt:
        """Return the words of some articles, none of them set apart, as their grams are known already."""
        articles = distinct(articles)
        words = [self._of_article(article, self.index.row.keys, self.added.keys) for article in articles.tolist()]
        bounds = np.cumsum([0, *map(len, words)])
        keys = np.concatenate([np.zeros(0, dtype=np.uint64), *words])
        return _Excerpt(articles, Row(bounds, keys, np.zeros(len(keys), dtype=bool)))

    def _pairs(self, left: Places, right: Places) -> Places:
        return left * self.row.articles + right

    def judged(
        self, words: Sequence[Words], copies: Marks, changed: Sequence[int], pairs: Places
    ) -> tuple[list[Match], list[Objected]]:
        """Return the matches, and those that are none, of `pairs` and of new and `changed` articles with any."""
        grams = self._grams(changed, pairs)
        grams = grams.chosen(~self._formulaic(grams, copies))
        excerpt = self._excerpt(grams.article)
        runs = joined(excerpt.row, excerpt.of(grams, self.row))
        left, right = excerpt.owners(runs.left), excerpt.owners(runs.right)
        again = np.append(np.array(changed, dtype=np.int64), self.fresh)
        chosen = np.isin(self._pairs(left, right), pairs) | np.isin(left, again) | np.isin(right, again)
        numbers: list[int] = excerpt.articles.tolist()
        texts = Texts(len(numbers), lambda at: words[numbers[at]])
        return _numbered(*judged_of(texts, excerpt.row, runs.chosen(chosen)), numbers)

    def _grams(self, changed: Sequence[int], pairs: Places) -> Recurring:
        """Return the grams of the articles of `pairs`, and of new and `changed` articles."""
        paired_up = distinct(np.concatenate((pairs // self.row.articles, pairs % self.row.articles)))
        if not changed and not len(paired_up):
            return self.after
        wanted = self._packed_at(np.array(changed, dtype=np.int64)), repeated(np.sort(self._packed_at(paired_up)))
        return recurring(self.row, distinct(np.concatenate((self.packed, self._in_old(np.concatenate(wanted))))))

    def _packed_at(self, articles: Places) -> Packed:
        """Return the grams of old articles, at their places in the old row."""
        row = self.index.row
        return packed_at(row, row.places_of(self.numbers.searchsorted(articles)))


def _formulas(common: Marks) -> Stretches:
    """Return the formulas of an article, of whose words those are marked that are `common`."""
    return long_of(stretches(Layout(np.array((0, len(common)))), common, BRIDGE)).get(0, ())


def _numbered(
    matches: Sequence[Match], objected: Sequence[Objected], numbers: Sequence[int]
) -> tuple[list[Match], list[Objected]]:
    """Return what stands between articles with their `numbers` among others."""
    return (
        [match._replace(left=numbers[match.left], right=numbers[match.right]) for match in matches],
        [one._replace(article=numbers[one.article], other=numbers[one.other]) for one in objected],
    )
