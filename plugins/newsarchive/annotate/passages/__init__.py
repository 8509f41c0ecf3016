"""Passages: every stretch of text that stands in two or more places, verbatim or nearly.

In come articles, their mentions and dates; out go passages, and what was set apart with its reason. It knows nothing of
the other annotators, nor of the registry, pages or MkDocs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsarchive.annotate.passages.assemble import assembled, left_out
from newsarchive.annotate.passages.cluster import clustered
from newsarchive.annotate.passages.divergence import marks_of
from newsarchive.annotate.passages.draft import drafted
from newsarchive.annotate.passages.index import indexed
from newsarchive.annotate.passages.suppression import suppressed
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
    index = indexed(words_of(sorted(articles, key=text_digest)))
    matches = [match for match, against in index.judged if against is None]
    clusters = clustered(matches, [each.count for each in index.words])
    drafts = [(cluster, drafted(cluster, index.words)) for cluster in clusters]
    owners = [words.article for words in index.words]
    passages = assembled(drafts, owners, marks_of(mentions, dates))
    return PassageFinds(passages, suppressed(index, left_out(drafts, owners)))
