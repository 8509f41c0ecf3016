"""Formula: text that stands in many articles which are otherwise unlike, and says nothing of who copied whom.

A gram is formulaic when it stands in more than `limit(articles)` articles, not counting articles that are mostly made
of such grams: those are copies of one another, and copies are passages however many there are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from newsarchive.annotate.passages.evidence import FEWEST
from newsarchive.annotate.passages.row import Marks, Recurring, Row, covered
from newsarchive.annotate.passages.words import Words

FEWEST_ARTICLES = 10
"""A text is no formula as long as it stands in at most so many articles."""
SHARE = 0.01
"""In a large archive a text is no formula as long as it stands in at most this share of all articles."""
COPY = 0.5
"""An article is a copy when this share of its words stands in that many articles."""
BRIDGE = 3
"""Words, such as a name or a date, that may differ within a formula."""


def limit(articles: int) -> int:
    """Return in how many of so many articles a text may stand before it is a formula."""
    return max(FEWEST_ARTICLES, int(articles * SHARE))


def spread(row: Row, grams: Recurring) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return for each of `grams` in how many articles it stands, articles that are copies apart."""
    once = np.ones(len(grams.place), dtype=bool)
    once[1:] = (grams.group[1:] != grams.group[:-1]) | (grams.article[1:] != grams.article[:-1])
    everywhere = np.bincount(grams.group[once], minlength=1)
    many = everywhere[grams.group] > limit(len(row.bounds) - 1)
    hosts = once & ~_copies(row, covered(row, grams.place[many]))[grams.article]
    return np.bincount(grams.group[hosts], minlength=len(everywhere))[grams.group]


def _copies(row: Row, marks: Marks) -> Marks:
    """Return for each article whether most of its words are marked."""
    sums = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(marks)))
    words = np.diff(row.bounds)
    return np.diff(sums[row.bounds]) >= COPY * np.maximum(words, 1)


def without(articles: Sequence[Words], row: Row, formulas: Iterable[tuple[int, int]]) -> list[Words]:
    """Return the words of `articles` with the words of `formulas`, places of the row from and to before, set apart."""
    apart = row.apart.copy()
    touched = set()
    for start, end in formulas:
        article = int(row.article_of(np.array(start)))
        until = min(end, int(row.bounds[article + 1]))
        if until - start >= FEWEST:
            apart[start:until] = True
            touched.add(article)
    return [
        replace(words, apart=row.in_article(number, apart)) if number in touched else words
        for number, words in enumerate(articles)
    ]
