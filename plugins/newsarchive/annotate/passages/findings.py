"""Findings: all that the texts of an archive tell of one another, from the cache as far as it serves."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from newsarchive.annotate.passages.cache import read_drafts, read_index, write_drafts, write_index
from newsarchive.annotate.passages.cluster import Cluster, clustered
from newsarchive.annotate.passages.draft import Draft, draft_key, drafted
from newsarchive.annotate.passages.index import Index, grown, indexed, ranked
from newsarchive.annotate.passages.words import text_digest, words_of
from newsarchive.article import Article

FEW_NEW, SHARE_NEW = 8, 100
"""New articles that an index grows by, at least, and as one of so many that it knows; by more it is made anew."""


@dataclass(frozen=True)
class Findings:
    """The articles in the order of their digests, the index of their texts, and the clusters with their drafts."""

    articles: tuple[Article, ...]
    index: Index
    drafts: tuple[tuple[Cluster, Draft], ...]


def compared(articles: Sequence[Article], cache: Path | None = None) -> Findings:
    """Return what the texts of `articles` tell; `cache` is a folder that may hold what an earlier build found.

    The outcome is the same with any cache and with none.
    """
    named = sorted((text_digest(article), article.id, at) for at, article in enumerate(articles))
    ordered = tuple(articles[at] for _, _, at in named)
    in_order = [digest for digest, _, _ in named]
    if cache is None:
        index = indexed(*words_of(ordered))
        return Findings(ordered, index, _drafts(index, in_order, {}))
    larger = _grown(ordered, in_order, cache)
    if larger is not None:
        return Findings(ordered, larger, _drafts(larger, in_order, read_drafts(cache)))
    index = indexed(*words_of(ordered))
    found = Findings(ordered, index, _drafts(index, in_order, read_drafts(cache)))
    write_index(cache, index, in_order)
    write_drafts(cache, {draft_key(cluster, in_order): draft for cluster, draft in found.drafts})
    return found


def _grown(ordered: Sequence[Article], digests: Sequence[str], cache: Path) -> Index | None:
    """Return the index of the articles from the kept one, or None where that does not serve."""
    kept = read_index(cache, ordered, digests)
    if kept is None:
        return None
    index, unknown = kept
    if not unknown:
        return index
    if len(unknown) > max(FEW_NEW, index.row.articles // SHARE_NEW):
        return None
    new = set(unknown)
    row = [at for at in range(len(ordered)) if at not in new] + unknown
    larger = grown(index, *words_of([ordered[at] for at in unknown]), np.array(row, dtype=np.int64))
    return None if larger is None else ranked(larger)


def _drafts(index: Index, digests: Sequence[str], kept: dict[str, Draft]) -> tuple[tuple[Cluster, Draft], ...]:
    matches = [match for match, against in index.judged if against is None]
    clusters = clustered(matches, np.diff(index.row.bounds)[np.argsort(index.row.rank)].tolist())
    if not kept:
        return tuple((cluster, drafted(cluster, index.words)) for cluster in clusters)
    return tuple(
        (cluster, kept.get(draft_key(cluster, digests)) or drafted(cluster, index.words)) for cluster in clusters
    )
