"""Draft: all of a passage that its texts tell, before names of articles, dates and annotations come in."""

from collections.abc import Sequence
from typing import NamedTuple

from newsarchive.annotate.passages.cluster import Cluster
from newsarchive.annotate.passages.column import Column, columns
from newsarchive.annotate.passages.identity import text_id
from newsarchive.annotate.passages.words import Words
from newsarchive.article import Span


class Draft(NamedTuple):
    """A passage without its place in the archive.

    `ids` are the digests of the witnesses' texts, `words` their numbers of words, and `parts` their spans, each in the
    order of the cluster's places. `left_out` counts the columns that are not told.
    """

    ids: tuple[str, ...]
    words: tuple[int, ...]
    parts: tuple[tuple[Span, ...], ...]
    columns: tuple[Column, ...]
    left_out: int


def drafted(cluster: Cluster, articles: Sequence[Words]) -> Draft:
    """Return the draft of a cluster."""
    places = cluster.places
    found, left_out = columns(cluster, articles)
    known: dict[bytes, str] = {}
    ids = []
    for place in places:
        words = articles[place.article]
        keys = words.keys[place.start : place.end].tobytes()
        if keys not in known:
            known[keys] = text_id(words.text_between(place.start, place.end))
        ids.append(known[keys])
    parts = tuple(articles[place.article].spans(place.start, place.end) for place in places)
    return Draft(tuple(ids), tuple(place.words for place in places), parts, found, left_out)
