"""Draft: all of a passage that its texts tell, before names of articles, dates and annotations come in."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from newsarchive.annotate.passages.cluster import Cluster
from newsarchive.annotate.passages.column import Column, columns
from newsarchive.annotate.passages.words import Words
from newsarchive.article import Span

ID_DIGITS = 12
"""Hexadecimal digits of a passage's id: 48 bits, so that among a million passages a chance collision is unlikely."""

_SILENT = re.compile("['’ʼ＇\u00ad\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u200b-\u200d]+")
_LETTERS = re.compile(r"[^\W_]+")


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


def text_id(text: str) -> str:
    """Return the id of a text: the first digits of the SHA-256 of its normalised words."""
    return digits(normalised(text))


def digits(text: str) -> str:
    """Return the first digits of the SHA-256 of `text`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


def normalised(text: str) -> str:
    """Return the words of a text as they are compared: lower case, no accents, one space between."""
    return " ".join(_LETTERS.findall(_SILENT.sub("", unicodedata.normalize("NFKD", text.casefold()))))
