"""Passages: every stretch of text that stands in two or more places, verbatim or nearly.

In come articles, their mentions and dates; out go passages, and what was set apart with its reason. It knows nothing of
the other annotators, nor of the registry, pages or MkDocs.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsarchive.annotate.passages.assemble import assembled, left_out
from newsarchive.annotate.passages.divergence import marks_of
from newsarchive.annotate.passages.findings import compared
from newsarchive.annotate.passages.suppression import suppressed
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
    with _uncollected():
        found = compared(articles, cache)
        passages = assembled(found.drafts, found.articles, marks_of(mentions, dates))
        left = left_out(found.drafts, found.articles)
        return PassageFinds(passages, suppressed(found.index, found.articles, left))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the garbage collector.

    Hundreds of thousands of small objects are made here and none in cycles; looking for cycles took half of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
