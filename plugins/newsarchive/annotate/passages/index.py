"""Index: all that is found between the texts of an archive, and how it grows by new texts.

An index is made of texts alone, never of names or dates. Growing it by new texts gives what a new index of all texts
would give: only grams that the new texts have can change their standing, so only what hangs on those is looked at.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from newsarchive.annotate.passages.chain import chains
from newsarchive.annotate.passages.evidence import FEWEST, Objection, objection
from newsarchive.annotate.passages.formula import BRIDGE, is_copy, limit, standing
from newsarchive.annotate.passages.join import Runs, joined, paired
from newsarchive.annotate.passages.match import Match, matches_of_pair, with_apparatus
from newsarchive.annotate.passages.row import (
    GRAM,
    PER_ARTICLE,
    PLACE_BITS,
    Marks,
    Packed,
    Places,
    Prints,
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
    woven,
)
from newsarchive.annotate.passages.words import Texts, Words
from newsarchive.article import Span

Stretches = tuple[tuple[int, int], ...]
"""Stretches of one article: its words from and to before."""
Told = tuple[int, str, int, int, str, str, str]
"""Length of a block's id, the block, letters from and to before, why they are no passage, their text, and a word on it.

So those of an article sort by place.
"""
FORMULA, REPETITION = "formula", "repetition"

_REPEATED = f"the article has these words more than {PER_ARTICLE} times; the first {PER_ARTICLE} were compared"


class Objected(NamedTuple):
    """A span of an article that is no passage with what stands from the span `there` of another on."""

    article: int
    other: int
    reason: str
    span: Span
    text: str
    there: Span


@dataclass(frozen=True)
class Index:
    """What is known of the texts of `words`, by their numbers.

    `row` has all words, and `prints` are its; `many` marks those that stand in many articles, `copies` the articles
    that are mostly made of such, and `common` the words that stand in many articles which are no copies. `marked` are,
    of each article that has any, the stretches of common words, which are formulas, and what it repeats too often.
    `matches` are passages of two places, and `objected` are matches that are none, but for those that are too short.
    """

    words: Sequence[Words]
    row: Row
    prints: Prints
    many: Marks
    copies: Marks
    common: Marks
    marked: Mapping[int, tuple[Told, ...]]
    matches: tuple[Match, ...]
    objected: tuple[Objected, ...]


def indexed(words: Sequence[Words], row: Row) -> Index:
    """Return the index of texts that stand in the order of their digests; `row` has all their words."""
    grams, prints = _grams_of(row)
    most = limit(row.articles)
    many = covered(row, grams.place[standing(grams, np.ones(row.articles, dtype=bool)) > most])
    copies = np.array([is_copy(row, many, article) for article in range(row.articles)], dtype=bool)
    formulaic = standing(grams, ~copies) > most
    common = covered(row, grams.place[formulaic])
    formulas = _long(stretches(row, common, BRIDGE))
    repetitions = _long(stretches(row, covered(row, grams.surplus), 0))
    marked = _marked(words, formulas, repetitions, most)
    judged = _judged(
        set_apart(words, lambda article: formulas.get(article, ())), row, joined(row, grams.chosen(~formulaic))
    )
    return Index(words, row, prints, many, copies, common, marked, *judged)


def _grams_of(row: Row) -> tuple[Recurring, Prints]:
    packed, prints = packed_grams(row)  # all grams, which take much memory, and are not needed any more after this
    return recurring(row, packed), prints


def _long(found: Iterable[tuple[int, int, int]]) -> dict[int, Stretches]:
    """Return the stretches of each article that are long enough to matter."""
    of_article: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for article, start, end in found:
        if end - start >= FEWEST:
            of_article[article].append((start, end))
    return {article: tuple(several) for article, several in of_article.items()}


def _marked(
    words: Sequence[Words], formulas: Mapping[int, Stretches], repetitions: Mapping[int, Stretches], most: int
) -> dict[int, tuple[Told, ...]]:
    of_article: dict[int, list[Told]] = defaultdict(list)
    common = f"its words stand in more than {most} articles"
    for reason, found, detail in ((FORMULA, formulas, common), (REPETITION, repetitions, _REPEATED)):
        for article, several in found.items():
            one = words[article]
            spans = (span for stretch in several for span in one.spans(*stretch))
            of_article[article] += (
                (len(span.block), *span, reason, one.article.text_of(span), detail) for span in spans
            )
    return {article: tuple(sorted(several)) for article, several in of_article.items()}


def _judged(words: Sequence[Words], row: Row, runs: Runs) -> tuple[tuple[Match, ...], tuple[Objected, ...]]:
    matches: list[Match] = []
    objected: list[Objected] = []
    for one, two, found in chains(row, runs):
        for match in matches_of_pair(one, words[one], two, words[two], found):
            against = objection(match, words[one], words[two])
            if against is None:
                matches.append(with_apparatus(match, words[one], words[two]))
            elif against is not Objection.SHORT:
                objected += _objected(match, str(against), words)
    return tuple(matches), tuple(objected)


def _objected(match: Match, reason: str, words: Sequence[Words]) -> Iterator[Objected]:
    left = match.left, match.left_start, match.left_end
    right = match.right, match.right_start, match.right_end
    for (article, start, end), (other, first, _) in ((left, right), (right, left)):
        there = words[other].spans(first, first + 1)[0]
        for span in words[article].spans(start, end):
            yield Objected(article, other, reason, span, words[article].article.text_of(span), there)


def grown(index: Index, words: Sequence[Words], numbers: Sequence[int], added: Row) -> Index | None:
    """Return the index of the texts of `words`, of which `index` knows those with `numbers`, in their order.

    `added` has all words of the others, in their order.

    None where so much changes that a new index is the shorter way: where another number of articles makes a formula,
    or an old article has become a copy.
    """
    if limit(len(words)) != limit(index.row.articles):
        return None
    growth = _Growth(_spread(index, words, numbers), numbers, added)
    many = growth.many()
    copies = growth.copies(many)
    if copies is None:
        return None
    common = growth.common(copies)
    changed = growth.changed(common)
    pairs = growth.changed_pairs(copies)
    marked = growth.marked(common, changed)
    matches, objected = growth.kept(changed, pairs)
    apart = set_apart(words, lambda article: growth.formulas(article, common))
    more, others = _judged(apart, growth.row, growth.runs(copies, changed, pairs))
    return replace(
        growth.index,
        many=many,
        copies=copies,
        common=common,
        marked=marked,
        matches=(*matches, *more),
        objected=(*objected, *others),
    )


def _spread(index: Index, words: Sequence[Words], numbers: Sequence[int]) -> Index:
    """Return `index` with its articles numbered `numbers` among those of `words`; it has no words of the others."""
    counts = np.zeros(len(words), dtype=np.int64)
    counts[numbers] = np.diff(index.row.bounds)
    copies = np.zeros(len(words), dtype=bool)
    copies[numbers] = index.copies
    return replace(
        index,
        words=words,
        row=replace(index.row, bounds=np.concatenate(([0], np.cumsum(counts)))),
        copies=copies,
        marked={numbers[article]: several for article, several in index.marked.items()},
        matches=tuple(one._replace(left=numbers[one.left], right=numbers[one.right]) for one in index.matches),
        objected=tuple(one._replace(article=numbers[one.article], other=numbers[one.other]) for one in index.objected),
    )


def set_apart(words: Sequence[Words], formulas: Callable[[int], Stretches]) -> Texts:
    """Return `words` with those of their formulas set apart."""

    def load(number: int) -> Words:
        found = formulas(number)
        if not found:
            return words[number]
        apart = words[number].apart.copy()
        for start, end in found:
            apart[start:end] = True
        return replace(words[number], apart=apart)

    return Texts(len(words), load)


class _Growth:
    """What new texts change in an index, which has no words of theirs yet: the grams they have, before and after."""

    def __init__(self, index: Index, numbers: Sequence[int], added: Row) -> None:
        old = np.zeros(index.row.articles, dtype=bool)
        old[numbers] = True
        self.old, self.fresh = old, np.flatnonzero(~old)
        self.row = index.row.with_words(self.fresh, added)
        at, none = index.row.bounds[self.fresh], np.zeros(added.count, dtype=bool)
        self.index = replace(
            index,
            row=self.row,
            prints=woven(index.prints, at, packed_grams(added)[1], added.bounds),
            many=woven(index.many, at, none, added.bounds),
            common=woven(index.common, at, none, added.bounds),
        )
        self.most = limit(self.row.articles)
        self.packed = self._everywhere(packed_at(self.row, self.row.places_of(self.fresh)))
        self.before = recurring(self.row, self.packed[self._is_old(places_in(self.packed))])
        self.after = recurring(self.row, self.packed)

    def _everywhere(self, grams: Packed) -> Packed:
        """Return those of all texts that have the hash of any of `grams`."""
        return same_hashes(self.row, self.index.prints, grams)

    def _is_old(self, places: Places) -> Marks:
        return self.old[self.row.article_of(places)]

    def many(self) -> Marks:
        """Return the words that stand in many articles now."""
        everyone = np.ones(self.row.articles, dtype=bool)
        return self._marked(self.index.many, self.after.place[standing(self.after, everyone) > self.most])

    def copies(self, many: Marks) -> Marks | None:
        """Return which articles are copies of many others, or None where an old one has become that."""
        copies = self.index.copies.copy()
        places = np.flatnonzero(many > self.index.many)
        for article in np.union1d(self.row.article_of(places), self.fresh).tolist():
            if is_copy(self.row, many, article) and not copies[article]:
                if self.old[article]:
                    return None
                copies[article] = True
        return copies

    def common(self, copies: Marks) -> Marks:
        """Return the words that stand in many articles which are no copies."""
        return self._marked(self.index.common, self.after.place[self._formulaic(self.after, copies)])

    def _marked(self, before: Marks, places: Places) -> Marks:
        marks = before.copy()
        for step in range(GRAM):
            marks[places + step] = True
        return marks

    def _formulaic(self, grams: Recurring, copies: Marks) -> Marks:
        return standing(grams, ~copies) > self.most

    def changed(self, common: Marks) -> list[int]:
        """Return the old articles in which formulas have changed."""
        touched = np.unique(self.row.article_of(np.flatnonzero(common > self.index.common)))
        return [
            article
            for article in touched[self.old[touched]].tolist()
            if self.formulas(article, common) != self.formulas(article, self.index.common)
        ]

    def formulas(self, article: int, common: Marks) -> Stretches:
        """Return the formulas of an article where the words that are marked are `common`."""
        one = slice(*self.row.bounds[article : article + 2].tolist())
        alone = Row(np.array((0, one.stop - one.start)), self.row.keys[one], self.row.apart[one])
        return _long(stretches(alone, common[one], BRIDGE)).get(0, ())

    def marked(self, common: Marks, changed: Sequence[int]) -> dict[int, tuple[Told, ...]]:
        """Return what is no evidence, as it stands in old articles and in new ones."""
        surplus = self.after.surplus[~self._is_old(self.after.surplus)]
        repetitions = _long(stretches(self.row, covered(self.row, surplus), 0))
        formulas = {article: self.formulas(article, common) for article in (*changed, *self.fresh.tolist())}
        found = _marked(self.index.words, formulas, repetitions, self.most)
        for article in changed:
            again = (one for one in self.index.marked.get(article, ()) if REPETITION in one)
            found[article] = tuple(sorted((*found.get(article, ()), *again)))
        return {article: told for article, told in {**self.index.marked, **found}.items() if told}

    def kept(self, changed: Sequence[int], pairs: Places) -> tuple[list[Match], list[Objected]]:
        """Return the matches that stay as they were, and those that stay none."""
        anew, stale = set(changed), set(pairs.tolist())

        def stays(one: int, two: int) -> bool:
            return (
                one not in anew and two not in anew and min(one, two) * self.row.articles + max(one, two) not in stale
            )

        return (
            [match for match in self.index.matches if stays(match.left, match.right)],
            [one for one in self.index.objected if stays(one.article, one.other)],
        )

    def changed_pairs(self, copies: Marks) -> Places:
        """Return the pairs of old articles between which other grams are compared than before."""
        ways = []
        for grams in (self.before, self.after):
            left, right = paired(self.row, grams.chosen(~self._formulaic(grams, copies)))
            ways.append((left << PLACE_BITS) | right)
        changed = np.setxor1d(ways[0], ways[1])
        left, right = changed >> PLACE_BITS, changed & ((1 << PLACE_BITS) - 1)
        old = self._is_old(left) & self._is_old(right)
        return np.unique(self._pairs(left[old], right[old]))

    def _pairs(self, left: Places, right: Places) -> Places:
        return self.row.article_of(left) * self.row.articles + self.row.article_of(right)

    def runs(self, copies: Marks, changed: Sequence[int], pairs: Places) -> Runs:
        """Return the runs of words between the articles of `pairs`, and of new and `changed` articles with any."""
        old = np.array(changed, dtype=np.int64)
        again = np.append(old, self.fresh)
        paired_up = np.unique(np.concatenate((pairs // self.row.articles, pairs % self.row.articles)))
        wanted = (
            packed_at(self.row, self.row.places_of(old)),
            repeated(np.sort(packed_at(self.row, self.row.places_of(paired_up)))),
        )
        found = self._everywhere(np.concatenate(wanted))
        grams = recurring(self.row, np.union1d(self.packed, found))
        runs = joined(self.row, grams.chosen(~self._formulaic(grams, copies)))
        left, right = self.row.article_of(runs.left), self.row.article_of(runs.right)
        chosen = np.isin(self._pairs(runs.left, runs.right), pairs) | np.isin(left, again) | np.isin(right, again)
        return runs.chosen(chosen)
