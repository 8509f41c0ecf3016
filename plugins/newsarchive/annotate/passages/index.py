"""Index: all that is found between the texts of an archive. It is made of texts alone, never of names or dates."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from newsarchive.annotate.passages.chain import chains
from newsarchive.annotate.passages.evidence import FEWEST, Objection, objection
from newsarchive.annotate.passages.formula import BRIDGE, is_copy, limit, standing
from newsarchive.annotate.passages.join import Runs, joined
from newsarchive.annotate.passages.match import Match, matches_of_pair, with_apparatus
from newsarchive.annotate.passages.row import (
    PER_ARTICLE,
    Layout,
    Marks,
    Order,
    Recurring,
    Row,
    covered,
    order_of,
    packed_grams,
    recurring,
    stretches,
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
class Known:
    """What is known of the texts of `words`, by their numbers; `row` is where they stand.

    `marked` are, of each article that has any, the stretches of common words, which are formulas, and what it repeats
    too often. `matches` are passages of two places, and `objected` are matches that are none, but for those that are
    too short.
    """

    words: Sequence[Words]
    row: Layout
    marked: Mapping[int, tuple[Told, ...]]
    matches: tuple[Match, ...]
    objected: tuple[Objected, ...]


@dataclass(frozen=True)
class Index(Known):
    """What is known of texts, and what it takes to know more when others come to them (see `growth`).

    `row` has all words, and `order` the places of all its grams; `many` marks words that stand in many articles,
    `copies` the articles that are mostly made of such, and `common` words that stand in many which are no copies.
    """

    row: Row
    order: Order
    many: Marks
    copies: Marks
    common: Marks


def indexed(words: Sequence[Words], row: Row) -> Index:
    """Return the index of texts that stand in the order of their digests; `row` has all their words."""
    grams, order = _grams_of(row)
    most = limit(row.articles)
    many = covered(row, grams.place[standing(grams, np.ones(row.articles, dtype=bool)) > most])
    bounds = row.bounds.tolist()
    copies = np.array([is_copy(many[start:end]) for start, end in pairwise(bounds)], dtype=bool)
    formulaic = standing(grams, ~copies) > most
    common = covered(row, grams.place[formulaic])
    formulas = long_of(stretches(row, common, BRIDGE))
    repetitions = long_of(stretches(row, covered(row, grams.surplus), 0))
    marked = told_of(words, formulas, repetitions, most)
    judged = judged_of(
        set_apart(words, lambda article: formulas.get(article, ())), row, joined(row, grams.chosen(~formulaic))
    )
    return Index(words, row, marked, *judged, order, many, copies, common)


def _grams_of(row: Row) -> tuple[Recurring, Order]:
    packed = packed_grams(row)  # all grams, which take much memory, and are not needed any more after this
    return recurring(row, packed), order_of(packed)


def long_of(found: Iterable[tuple[int, int, int]]) -> dict[int, Stretches]:
    """Return the stretches of each article that are long enough to matter."""
    of_article: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for article, start, end in found:
        if end - start >= FEWEST:
            of_article[article].append((start, end))
    return {article: tuple(several) for article, several in of_article.items()}


def told_of(
    words: Sequence[Words], formulas: Mapping[int, Stretches], repetitions: Mapping[int, Stretches], most: int
) -> dict[int, tuple[Told, ...]]:
    """Return what is told of each article that has formulas or repetitions; `most` is the limit of a formula."""
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


def judged_of(words: Sequence[Words], row: Row, runs: Runs) -> tuple[tuple[Match, ...], tuple[Objected, ...]]:
    """Return the passages that `runs` make, and what they make that is none, sorted by articles."""
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
