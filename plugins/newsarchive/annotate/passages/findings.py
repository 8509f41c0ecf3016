"""Findings: all that the texts of an archive tell of one another, from the cache as far as it serves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from newsarchive.annotate.passages.cache import Kept, read_kept, write_kept
from newsarchive.annotate.passages.cluster import clustered
from newsarchive.annotate.passages.draft import drafted
from newsarchive.annotate.passages.growth import grown
from newsarchive.annotate.passages.index import Known, indexed
from newsarchive.annotate.passages.record import PlainCluster, PlainPassage, plain
from newsarchive.annotate.passages.words import Texts, Words, words_of
from newsarchive.article import Article

FEW_NEW, SHARE_NEW = 8, 100
"""New articles that an index grows by, at least, and as one of so many that it knows; by more it is made anew."""


@dataclass(frozen=True)
class Findings:
    """What is known of texts, and the passages that they make, as plain values."""

    known: Known
    passages: tuple[PlainPassage, ...]


def compared(articles: Sequence[Article], cache: Path | None = None) -> Findings:
    """Return what the texts of `articles`, which are in the order of `shared.by_digest`, tell of one another.

    `cache` is a folder that may hold what an earlier build found. The outcome is the same with any cache and with none.
    """
    if cache is None:
        return _findings(indexed(*words_of(articles)), {})
    digests = [article.blocks_digest for article in articles]
    words = Texts(len(articles), lambda number: words_of([articles[number]])[0][0])
    kept = read_kept(cache, words, digests) or Kept(None, (), {})
    larger = _grown(articles, words, kept)
    if larger is not None:
        return _findings(larger, kept.passages)
    index = indexed(*words_of(articles))
    found = _findings(index, kept.passages)
    write_kept(cache, digests, index, found.passages)
    return found


def _grown(articles: Sequence[Article], words: Sequence[Words], kept: Kept) -> Known | None:
    """Return the index of the articles from the kept one, or None where that does not serve."""
    if kept.index is None:
        return None
    unknown = sorted(set(range(len(articles))).difference(kept.numbers))
    if not unknown:
        return kept.index
    if len(unknown) > max(FEW_NEW, len(kept.numbers) // SHARE_NEW):
        return None
    _, added = words_of([articles[at] for at in unknown])
    return grown(kept.index, words, kept.numbers, added)


def _findings(known: Known, kept: Mapping[PlainCluster, PlainPassage]) -> Findings:
    clusters = clustered(known.matches, np.diff(known.row.bounds).tolist())
    passages = (kept.get(cluster) or plain((cluster, drafted(cluster, known.words))) for cluster in clusters)
    return Findings(known, tuple(passages))
