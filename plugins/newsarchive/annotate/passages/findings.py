"""Findings: all that the texts of an archive tell of one another, from the cache as far as it serves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from newsarchive.annotate.passages.cache import Kept, read_kept, write_kept
from newsarchive.annotate.passages.cluster import Cluster, clustered
from newsarchive.annotate.passages.draft import Draft, drafted
from newsarchive.annotate.passages.index import Index, grown, indexed
from newsarchive.annotate.passages.words import Texts, Words, words_of
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
    named = sorted((article.blocks_digest, article.id, at) for at, article in enumerate(articles))
    ordered = tuple(articles[at] for _, _, at in named)
    if cache is None:
        return _findings(ordered, indexed(*words_of(ordered)), {})
    digests = [digest for digest, _, _ in named]
    words = Texts(len(ordered), lambda number: words_of([ordered[number]])[0][0])
    kept = read_kept(cache, words, digests) or Kept(None, (), {})
    larger = _grown(ordered, words, kept)
    if larger is not None:
        return _findings(ordered, larger, kept.drafts)
    found = _findings(ordered, indexed(*words_of(ordered)), kept.drafts)
    write_kept(cache, digests, found.index, found.drafts)
    return found


def _grown(ordered: Sequence[Article], words: Sequence[Words], kept: Kept) -> Index | None:
    """Return the index of the articles from the kept one, or None where that does not serve."""
    if kept.index is None:
        return None
    unknown = sorted(set(range(len(ordered))).difference(kept.numbers))
    if not unknown:
        return kept.index
    if len(unknown) > max(FEW_NEW, len(kept.numbers) // SHARE_NEW):
        return None
    _, added = words_of([ordered[at] for at in unknown])
    return grown(kept.index, words, kept.numbers, added)


def _findings(ordered: tuple[Article, ...], index: Index, kept: Mapping[Cluster, Draft]) -> Findings:
    clusters = clustered(index.matches, np.diff(index.row.bounds).tolist())
    drafts = tuple((cluster, kept.get(cluster) or drafted(cluster, index.words)) for cluster in clusters)
    return Findings(ordered, index, drafts)
