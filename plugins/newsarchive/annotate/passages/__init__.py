"""Passages: every stretch of text that stands in two or more places, verbatim or nearly.

In come articles and what was found in each; out go passages, and what was set apart with its reason. It knows nothing
of the other annotators, nor of the registry, pages or MkDocs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsarchive.annotate.passages.assemble import assembled, left_out
from newsarchive.annotate.passages.findings import Findings, compared
from newsarchive.annotate.passages.suppression import suppressed
from newsarchive.annotation import Annotations, Passage, Suppressed
from newsarchive.article import Article
from newsarchive.uncollected import uncollected


@dataclass(frozen=True, slots=True)
class PassageFinds:
    """The passages, sorted by id, and what was left out, sorted by article and place."""

    passages: tuple[Passage, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()


def find_passages(
    articles: Sequence[Article], annotations: Mapping[str, Annotations] | None = None, cache: Path | None = None
) -> PassageFinds:
    """Return every passage that two places of `articles` share; `annotations` are those of each by its id."""
    return passages_of(shared_texts(articles, cache), annotations or {})


def shared_texts(articles: Sequence[Article], cache: Path | None = None) -> Findings:
    """Return what the texts of `articles` have in common, which is nearly all of the work and needs no annotations."""
    with uncollected():
        return compared(articles, cache)


def passages_of(found: Findings, annotations: Mapping[str, Annotations]) -> PassageFinds:
    """Return the passages of what texts have in common; `annotations` tell names and dates from other words."""
    with uncollected():
        passages = assembled(found.drafts, found.articles, annotations)
        left = left_out(found.drafts, found.articles)
        return PassageFinds(passages, suppressed(found.index, found.articles, left))
