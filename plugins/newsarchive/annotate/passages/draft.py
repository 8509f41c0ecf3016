"""Draft: all of a passage that its texts tell, before names of articles, dates and annotations come in."""

import hashlib
import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from newsarchive.annotate.passages.cluster import Cluster
from newsarchive.annotate.passages.column import Column, columns
from newsarchive.annotate.passages.words import Words
from newsarchive.article import Span

ID_DIGITS = 12
"""Hexadecimal digits of a passage's id: 48 bits, so that among a million passages a chance collision is unlikely."""

_SILENT = re.compile("['’ʼ＇\u00ad\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u200b-\u200d]+")
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Draft:
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
    return Draft(tuple(ids), tuple(place.count for place in places), parts, found, left_out)


def draft_key(cluster: Cluster, digests: Sequence[str]) -> str:
    """Return a key of all that the draft of a cluster depends on; `digests` are those of the articles' texts."""
    numbers = array("q")
    for place, tiles in zip(cluster.places, cluster.tiles, strict=True):
        numbers.extend((place.start, place.end, len(tiles)))
        for tile in tiles:
            numbers.extend(tile)
    texts = "".join([digests[place.article] for place in cluster.places])
    return hashlib.sha256(texts.encode() + numbers.tobytes()).hexdigest()


def text_id(text: str) -> str:
    """Return the id of a text: the first digits of the SHA-256 of its normalised words."""
    return digits(normalised(text))


def digits(text: str) -> str:
    """Return the first digits of the SHA-256 of `text`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


def normalised(text: str) -> str:
    """Return the words of a text as they are compared: lower case, no accents, one space between."""
    return " ".join(_LETTERS.findall(_SILENT.sub("", unicodedata.normalize("NFKD", text.casefold()))))
