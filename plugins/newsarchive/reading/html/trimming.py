"""Trimming: what stands among the article's blocks and is not of the article.

The headline, which is metadata; a text that the page shows again; and what leads to other pages, asks for something or
claims rights. The lists below are of words that news sites everywhere set around articles, none of one site.
"""

import re
from collections.abc import Sequence
from itertools import dropwhile

from newsarchive.reading.html.shown import Shown
from newsarchive.reading.html.wording import GRAM, grams_of, like, share_of, words_of

_APART = re.compile(
    r"(?:^|[.\s_-])(?:newsletter|related|relatedarticles?|sharing|share|social|subscribe|subscription|cta|promo|promotion"
    r"|print-(?:header|footer|only)|modal|scrim|overlay|cookie|recommend(?:ed|ations?)|trending|most-?read|popular|outbrain"
    r"|taboola|nav|menu|breadcrumbs?|tags?|toolbar|tools)(?=$|[\s_-])",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"[.\s](?:hide|hidden|visually-hidden|sr-only|screen-reader-text)(?=\s|\Z)")
_APART_SHARE = 0.3
_LEADS_ON = re.compile(
    r"(?:read|see|find out|learn|more|also|don[’']?t miss|related|you (?:may|might)|recommended|watch|listen"
    r"|follow|читайте|смотрите|подробнее|по теме|lire|lisez|voir aussi|leia|lea|ver también|mehr|lesen|leggi|oxuyun)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:[(\[]?(?:©|copyright\b|all rights reserved)"
    r"|this copy is for your personal"
    r"|(?:click|tap) here\b.{0,80}\b(?:subscribe|sign up|newsletter)"
    r"|(?:sign up|subscribe)\b.{0,120}\b(?:newsletter|emails?|inbox|alerts?|channel|updates|now|today)\b"
    r"|(?:get|download)\b.{0,40}\b(?:app|newsletter)\b.{0,20}$"
    r"|thanks? (?:you )?for (?:signing|subscribing)"
    r"|share (?:this|on)\b.{0,40}$"
    r"|don[’']?t miss\W{0,3}$|related (?:articles?|stories|topics|posts?)\b.{0,3}$|you (?:may|might) also like\W{0,3}$"
    r"|(?:leave a )?comments?\W{0,3}$|advertisement\W{0,3}$|filed under\b|tags?:)",
    re.IGNORECASE,
)
_ASKS_LENGTH = 300
_LINKED = 0.7
_STATED_SHARE = 0.6
_STRANGE = 0.3
_SEEN_AGAIN = 5
_DECK = 6
_BEFORE = 0.2
_LIST_LIKE = frozenset({"li", "h1", "h2", "h3", "h4", "h5", "h6"})


def trimmed(blocks: Sequence[Shown], titles: Sequence[str], stated: str) -> list[Shown]:
    """Return the blocks of the article alone.

    `titles` are its headlines, of which pages often have several, and `stated` is its text as the page's data has it,
    or "". Where the page's data has most of the text, a block that it does not have is none of the article.
    """
    own = _without_headline(_without_apart(blocks), [words_of(title) for title in titles])
    own = [block for block in own if not _leads_on(block) and not _asks(block)]
    return _first_of_each(_as_stated(own, stated))


def _without_apart(blocks: Sequence[Shown]) -> list[Shown]:
    """Leave out what stands in an element whose class says that it is apart, unless too much of the text would go."""
    apart = [any(_APART.search(mark) or _UNSEEN.search(mark) for mark in block.within) for block in blocks]
    lost = sum(len(block.text) for block, out in zip(blocks, apart, strict=True) if out)
    if lost > _APART_SHARE * sum(len(block.text) for block in blocks):
        return list(blocks)
    return [block for block, out in zip(blocks, apart, strict=True) if not out]


def _without_headline(blocks: list[Shown], titles: Sequence[tuple[str, ...]]) -> list[Shown]:
    """Leave out the headline, what stands before it, and the headings right below it that are as long as a sentence."""

    def is_title(block: Shown) -> bool:
        words = words_of(block.text)
        return any(like(words, title) for title in titles)

    places = [at for at, block in enumerate(blocks) if block.is_heading and is_title(block)]
    if not places:
        return list(dropwhile(is_title, blocks))
    before = sum(len(block.text) for block in blocks[: places[0]])
    if before > _BEFORE * sum(len(block.text) for block in blocks):
        return [block for at, block in enumerate(blocks) if at not in places]
    below = [block for at, block in enumerate(blocks) if at > places[0] and at not in places]
    return list(dropwhile(lambda block: block.is_heading and len(words_of(block.text)) >= _DECK, below))


def _leads_on(block: Shown) -> bool:
    """Whether the block is a link to something else: an item or a heading that is a link, or `Read more: …`."""
    if block.linked < _LINKED * len(block.text):
        return False
    return block.tag in _LIST_LIKE or _LEADS_ON.match(block.text) is not None


def _asks(block: Shown) -> bool:
    """Whether the block asks the reader to subscribe and the like, claims rights, or heads a list of other pages."""
    return len(block.text) <= _ASKS_LENGTH and _ASKS.match(block.text) is not None


def _as_stated(blocks: list[Shown], stated: str) -> list[Shown]:
    if not stated:
        return blocks
    words = [words_of(block.text) for block in blocks]
    grams = grams_of(words_of(stated))
    shares = [share_of(each, grams) for each in words]
    known = sum(share * len(each) for share, each in zip(shares, words, strict=True))
    if known < _STATED_SHARE * sum(map(len, words)):
        return blocks
    return [b for b, each, share in zip(blocks, words, shares, strict=True) if len(each) < GRAM or share >= _STRANGE]


def _first_of_each(blocks: Sequence[Shown]) -> list[Shown]:
    """Leave out a caption that stood before, and what stood before in another kind of element: lists may recur."""
    seen: dict[tuple[str, ...], Shown] = {}
    return [block for block in blocks if not _stood_before(block, seen.setdefault(words_of(block.text), block))]


def _stood_before(block: Shown, first: Shown) -> bool:
    if block is first or len(words_of(block.text)) < _SEEN_AGAIN:
        return False
    return block.caption or block.within != first.within
