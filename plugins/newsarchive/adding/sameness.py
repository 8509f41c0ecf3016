"""Sameness: what a new article shares with those that the archive has, and whether it is one of them.

Two articles are one where their addresses are, but for what does not lead elsewhere, or where four fifths of the words
of each stand in passages that both have.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import parse_qsl, urlencode, urlsplit

from newsarchive.annotate.passages import find_passages
from newsarchive.annotation import Passage
from newsarchive.article import Article, Span

_WORD = re.compile(r"\w+")
_GRAM = 5
_FEWEST = 2
_CANDIDATES = 50
_SAME = 0.8
_ASIDE = re.compile(r"(?:utm_.*|fbclid|gclid|yclid|mc_[ce]id|ref|ref_src|cmpid|ocid|ito|smid|share)", re.IGNORECASE)
_SAME_HOST = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
_SAME_PATH = re.compile(r"(?:/amp|/index\.\w{3,5}|\.amp)?/*$")


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a new article shares with `other`: words in common passages, and their share of all words of each."""

    other: str
    words: int
    share: float
    share_of_other: float

    @property
    def is_same(self) -> bool:
        """Whether the two are one article, edited lightly if at all."""
        return min(self.share, self.share_of_other) >= _SAME


def same_address(article: Article, others: Sequence[Article]) -> Article | None:
    """Return the article of `others` that stood at the same address on the web, or None."""
    url = article.source.url if article.source else None
    if not url:
        return None
    wanted = _plain(url)
    return next((one for one in others if one.source and one.source.url and _plain(one.source.url) == wanted), None)


def _plain(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    host = _SAME_HOST.sub("", (parts.hostname or "").lower())
    query = [pair for pair in parse_qsl(parts.query) if not _ASIDE.fullmatch(pair[0])]
    return host, _SAME_PATH.sub("", parts.path), urlencode(sorted(query))


def same_words(article: Article, others: Sequence[Article]) -> Article | None:
    """Return the article of `others` that has the same words and no other, or None."""
    own = _words(article)
    return next((one for one in others if _words(one) == own), None)


def sharings(article: Article, others: Sequence[Article]) -> list[Sharing]:
    """Return what `article` shares with each of `others` that shares a passage with it, most words first."""
    near = _near(article, others)
    passages = find_passages([article, *near]).passages
    found = [_sharing(article, other, passages) for other in near]
    return sorted((one for one in found if one.words), key=lambda one: (-one.words, one.other))


def _near(article: Article, others: Sequence[Article]) -> list[Article]:
    """Return the articles that have most runs of five words in common with `article`, at most 50, sorted by id."""
    own = set(_grams(article))
    counts = [(sum(gram in own for gram in _grams(other)), other) for other in others if other.id != article.id]
    enough = [(count, other) for count, other in counts if count >= _FEWEST]
    best = sorted(enough, key=lambda each: (-each[0], each[1].id))[:_CANDIDATES]
    return sorted((other for _, other in best), key=lambda other: other.id)


def _grams(article: Article) -> Iterator[tuple[str, ...]]:
    words = _words(article)
    return (tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1))


def _words(article: Article) -> list[str]:
    return [word.lower() for block in article.blocks for word in _WORD.findall(block.text)]


def _sharing(article: Article, other: Article, passages: Sequence[Passage]) -> Sharing:
    common = [one for one in passages if {article.id, other.id} <= {witness.article for witness in one.witnesses}]
    own, theirs = (_covered(each, common) for each in (article, other))
    return Sharing(other.id, own, own / max(1, len(_words(article))), theirs / max(1, len(_words(other))))


def _covered(article: Article, passages: Sequence[Passage]) -> int:
    """Return how many words of `article` stand in `passages`, each counted once."""
    spans = chain.from_iterable(
        witness.parts for one in passages for witness in one.witnesses if witness.article == article.id
    )
    words = {(span.block, place) for span in spans for place in _places(article, span)}
    return len(words)


def _places(article: Article, span: Span) -> Iterator[int]:
    text = article.block_by_id[span.block].text
    return (word.start() for word in _WORD.finditer(text, span.start, span.end))
