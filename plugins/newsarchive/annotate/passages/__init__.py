"""Passages: every stretch of text that stands in two or more places, verbatim or nearly.

In come articles and what was found in each; out go passages, and what was set apart with its reason. It knows nothing
of the other annotators, nor of the registry, pages or MkDocs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsarchive.annotate.passages.assemble import assembled
from newsarchive.annotate.passages.divergence import Found
from newsarchive.annotate.passages.shared import Shared, sharing
from newsarchive.annotate.rows import rows_of
from newsarchive.annotation import Annotations, Passage, Suppressed
from newsarchive.article import Article
from newsarchive.uncollected import uncollected

_NOTHING = Annotations()


@dataclass(frozen=True, slots=True)
class PassageFinds:
    """The passages, sorted by id, and what was left out, sorted by article and place."""

    passages: tuple[Passage, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()


def find_passages(
    articles: Sequence[Article], annotations: Mapping[str, Annotations] | None = None, cache: Path | None = None
) -> PassageFinds:
    """Return every passage that two places of `articles` share; `annotations` are those of each by its id."""
    known = annotations or {}
    with uncollected():
        return passages_of(sharing(articles, cache).finished(), lambda article: rows_of(known.get(article, _NOTHING)))


def passages_of(shared: Shared, found: Found) -> PassageFinds:
    """Return the passages of what texts have in common; `found` gives the names and dates of the article of an id."""
    return PassageFinds(assembled(shared.passages, shared.articles, found), shared.suppressed)
