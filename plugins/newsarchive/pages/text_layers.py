"""The layers of an article's text: every annotation as an element over its span.

Links to entities and dates carry no class and no `time`: the address says the kind and the day, and styles and scripts
read it there, which keeps a page with hundreds of them small.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from newsarchive.annotate.rows import PLAIN, AmbiguousRow, DateRow, MentionRow, StatementRow
from newsarchive.annotation import DateRole, Resolution
from newsarchive.article import Article, Block, BlockKind, Span
from newsarchive.pages.date_address import date_address
from newsarchive.pages.date_words import date_words
from newsarchive.pages.finds import Finds, witnesses_in
from newsarchive.pages.overlay import Element, Layer, element
from newsarchive.pages.phrases import Phrases, brief_date

# The lower number is outside where two annotations cover the same stretch.
_PASSAGE, _NOTE, _STATEMENT, _CREDIT, _DATE, _MENTION, _WEB = range(1, 8)
BLOCK_RANK = 0
"""The rank of blocks, in which all other layers stand."""

_WEB_ADDRESS = re.compile(r"https?://(?=\w)[^\s<>\"“”]{1,2000}")
_AFTER_ADDRESS = ".,;:!?)]}'’…"
_BESIDE = 80  # code points before and after a statement in which its reader sees who says it
_WORD = re.compile(r"\w")
_BYLINE_DASH = re.compile(r"[—–-]\s*\Z")

_IS_SAID = ("class", "na-said")
_SAID = element("span", _IS_SAID)
_SHARED = element("span", ("class", "na-shared"))
_NOTED = element("span", ("class", "na-noted"))
_BY = element("span", ("class", "na-by"))

_SIGNED = {BlockKind.POST, BlockKind.CAPTION}

_ONLY = PLAIN[Resolution.ONLY]

Starts = Mapping[str, int]
"""Where each block begins in the text of its article: code points, by the block's id."""


def text_layers(phrases: Phrases, article: Article, finds: Finds, starts: Starts) -> list[Layer]:
    """Return the layers of the text of `article`, its blocks one after the other as `starts` has them."""
    return [
        *_passages(article, finds, starts),
        *[_layer(starts, note.span, _NOTE, _NOTED) for note in finds.notes],
        *[_statement(article, statement, starts) for statement in finds.rows.statements],
        *_dates(phrases, article.date, finds.rows.dates, starts),
        *_mentions(phrases, finds.rows.mentions, starts),
        *[_ambiguous(phrases, mention, starts) for mention in finds.rows.ambiguous],
        *_own_marks(article.blocks, starts),
    ]


def _layer(starts: Starts, span: Span, rank: int, shown: Element) -> Layer:
    at = starts[span.block]
    return at + span.start, rank, at + span.end, shown


def _passages(article: Article, finds: Finds, starts: Starts) -> Iterator[Layer]:
    """Mark where passages stand; a part that has all words of its block needs no mark, the block's margin shows it."""
    for passage in finds.passages:
        for _, witness in witnesses_in(passage, article.id):
            for part in witness.parts:
                text = article.block_by_id[part.block].text
                if _WORD.search(text[: part.start]) or _WORD.search(text, part.end):
                    yield _layer(starts, part, _PASSAGE, _SHARED)


def _statement(article: Article, statement: StatementRow, starts: Starts) -> Layer:
    """Mark a statement; who says it is told where the words beside it do not."""
    block, start, end, _, speaker, verb, _ = statement
    text, at, said = article.block_by_id[block].text, starts[block], _SAID
    if speaker and speaker not in text[max(0, start - _BESIDE) : start] + text[end : end + _BESIDE]:
        said = element("span", _IS_SAID, ("title", f"{speaker} {verb or ''}".rstrip()))
    return at + start, _STATEMENT, at + end, said


def _dates(phrases: Phrases, published: str | None, dates: Iterable[DateRow], starts: Starts) -> list[Layer]:
    links, layers = phrases.date_links, []
    for block, start, end, _, edtf, role, anchor, candidates, _ in dates:
        link = links[edtf] if edtf else None
        shown = _dated(link, edtf, role, None if anchor == published else anchor, candidates)
        at = starts[block]
        layers.append((at + start, _DATE, at + end, shown))
    return layers


@lru_cache(maxsize=1 << 14)
def _dated(link: str | None, edtf: str | None, role: str, anchor: str | None, candidates: tuple[str, ...]) -> Element:
    why = date_reason(edtf, DateRole(role), anchor, candidates)
    if link:
        return element("a", ("href", link), ("title", why or None))
    return element("span", ("class", "na-date"), ("title", why))


_ROLES = {
    DateRole.PUBLISHED: "day of publication",
    DateRole.PAST: "past",
    DateRole.PLANNED: "planned",
    DateRole.STATED: "",
}


def date_reason(edtf: str | None, role: DateRole, anchor: str | None, candidates: Iterable[str]) -> str:
    """Return which date an expression names and why, in a few words: `25 to 27 November 2020, planned`.

    Which date goes without saying where the address of its page says it. `anchor` is what it was counted from, None
    where that goes without saying too.
    """
    if edtf is None:
        readings = " or ".join(date_words(candidate) for candidate in candidates)
        return f"ambiguous: {readings}" if readings else "ambiguous"
    counted = f"counted from {date_words(anchor)}" if anchor else ""
    return ", ".join(word for word in (_told(edtf), _ROLES[role], counted) if word)


@lru_cache(maxsize=16384)
def _told(edtf: str) -> str:
    return "" if date_address(edtf) == f"dates/{edtf}/" else brief_date(edtf)


def _mentions(phrases: Phrases, mentions: Iterable[MentionRow], starts: Starts) -> list[Layer]:
    labels, layers = phrases.labels, []
    for block, start, end, text, entity, name, resolution, cue in mentions:
        label, at = labels[entity], starts[block]
        plain = resolution == _ONLY and text == label.name  # as most are
        shown = label.element if plain else _explained(label.href, label.name, text, name, resolution, cue)
        layers.append((at + start, _MENTION, at + end, shown))
    return layers


@lru_cache(maxsize=1 << 14)
def _explained(  # noqa: PLR0913, PLR0917  # what tells one from the other
    href: str, label: str, text: str, name: str, resolution: str, cue: str | None
) -> Element:
    return element("a", ("href", href), ("title", mention_reason(label, text, name, Resolution(resolution), cue)))


def mention_reason(label: str, text: str, name: str, resolution: Resolution, cue: str | None) -> str | None:
    """Return why a mention leads to the entity called `label`; None where its label says it all."""
    if resolution is Resolution.ONLY and text == label:
        return None
    named = "" if name in {label, text} else f", by the name {name}"
    match resolution:
        case Resolution.ONLY:
            return f"{label}{named}"
        case Resolution.SURNAME:
            return f"{label}, by the surname"
        case Resolution.DEFAULT:
            return f"{label}{named}, by default: others bear this name"
        case Resolution.CONTEXT:
            return f"{label}{named}, by the words around: {cue}"


def _ambiguous(phrases: Phrases, mention: AmbiguousRow, starts: Starts) -> Layer:
    block, start, end, _, _, candidates = mention
    entities = [phrases.labels[one].entity for one in candidates]
    labels = " or ".join(f"{entity.label} ({entity.kind})" for entity in entities)
    shown = element("span", ("class", "na-ambiguous"), ("title", f"ambiguous: {labels}"))
    return _layer(starts, Span(block, start, end), _MENTION, shown)


def _own_marks(blocks: Iterable[Block], starts: Starts) -> Iterator[Layer]:
    """Mark what a block says of itself: the byline of a post, the credit of a caption, addresses on the web."""
    for block in blocks:
        if block.kind in _SIGNED and (own := _signature(block)):
            yield _layer(starts, Span(block.id, own, len(block.text)), _CREDIT, _BY)
        if "://" in block.text:
            for start, end, shown in _web_addresses(block.text):
                yield _layer(starts, Span(block.id, start, end), _WEB, shown)


def _signature(block: Block) -> int:
    """Return where a post's byline or a caption's credit begins, or 0 where the block has none."""
    if block.kind is BlockKind.POST and block.by:
        byline = block.text.rfind(block.by)
        dash = _BYLINE_DASH.search(block.text, max(0, byline - 3), max(0, byline))
        return dash.start() if dash else max(0, byline)
    if block.kind is BlockKind.CAPTION:
        starts = (block.text.find(f"({block.by}") if block.by else -1, block.text.find("Credit:"))
        return min((start for start in starts if start > 0), default=0)
    return 0


def _web_addresses(text: str) -> Iterator[tuple[int, int, Element]]:
    for found in _WEB_ADDRESS.finditer(text):
        address = found[0].rstrip(_AFTER_ADDRESS)
        link = element("a", ("class", "na-web"), ("href", address), ("rel", "nofollow noreferrer"))
        yield found.start(), found.start() + len(address), link
