"""Passages: every stretch of text that stands in two or more places, verbatim or nearly.

In come articles, their mentions and dates; out go passages, and what was set apart with its reason. It knows nothing of
the other annotators, nor of the registry, pages or MkDocs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsarchive.annotate.passages.assemble import assembled, marks_of
from newsarchive.annotate.passages.chain import chains
from newsarchive.annotate.passages.cluster import clustered
from newsarchive.annotate.passages.evidence import objection
from newsarchive.annotate.passages.formula import BRIDGE, limit, spread, without
from newsarchive.annotate.passages.join import joined
from newsarchive.annotate.passages.match import matches_of_pair
from newsarchive.annotate.passages.row import covered, recurring, row_of, stretches
from newsarchive.annotate.passages.words import text_digest, words_of
from newsarchive.annotation import DateExpression, Mention, Passage, Suppressed
from newsarchive.article import Article


@dataclass(frozen=True, slots=True)
class PassageFinds:
    """The passages, sorted by id, and what was left out, sorted by article and place."""

    passages: tuple[Passage, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()


def find_passages(
    articles: Sequence[Article],
    mentions: Sequence[Mention] = (),
    dates: Sequence[DateExpression] = (),
    cache: Path | None = None,
) -> PassageFinds:
    """Return every passage that two places of `articles` share."""
    words = words_of(sorted(articles, key=text_digest))
    row = row_of(words)
    grams = recurring(row)
    common = spread(row, grams) > limit(len(articles))
    formulas = stretches(covered(row, grams.place[common]), BRIDGE)
    words = without(words, row, formulas)
    runs = joined(row, grams.chosen(~common))
    matches = []
    for one, two, found in chains(row, runs):
        for match in matches_of_pair(one, words[one], two, words[two], found):
            if objection(match, words[one], words[two]) is None:
                matches.append(match)
    clusters = clustered(matches, [each.count for each in words])
    return PassageFinds(assembled(clusters, words, marks_of(mentions, dates)))
