"""The layers of an article's text: every annotation as an element over its span.

Links to entities and dates carry no class and no `time`: the address says the kind and the day, and styles and scripts
read it there, which keeps a page with hundreds of them small.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from newsarchive.annotation import AmbiguousMention, DateExpression, DateRole, Mention, Note, Resolution, Statement
from newsarchive.article import Article, Block, BlockKind, Span
from newsarchive.pages.date_address import date_address
from newsarchive.pages.date_words import date_words
from newsarchive.pages.finds import Finds, witnesses_in
from newsarchive.pages.overlay import Attributes, Layer
from newsarchive.pages.phrases import Phrases, brief_date

# The lower number is outside where two annotations cover the same stretch.
_PASSAGE, _NOTE, _STATEMENT, _CREDIT, _DATE, _MENTION, _WEB = range(7)

_WEB_ADDRESS = re.compile(r"https?://(?=\w)[^\s<>\"“”]{1,2000}")
_AFTER_ADDRESS = ".,;:!?)]}'’…"
_BESIDE = 80  # code points before and after a statement in which its reader sees who says it
_WORD = re.compile(r"\w")
_BYLINE_DASH = re.compile(r"[—–-]\s*\Z")

Placed = tuple[str, Layer]


def text_layers(phrases: Phrases, article: Article, finds: Finds) -> dict[str, list[Layer]]:
    """Return the layers of each block of `article` that has any, by the block's id."""
    layers: dict[str, list[Layer]] = defaultdict(list)
    placed = chain(
        _passages(article, finds),
        (_note(note) for note in finds.notes),
        (_statement(article, statement) for statement in finds.statements),
        (_date(phrases, article.date, expression) for expression in finds.dates),
        (_mention(phrases, mention) for mention in finds.mentions),
        (_ambiguous(phrases, mention) for mention in finds.ambiguous),
        _own_marks(article.blocks),
    )
    for block, layer in placed:
        layers[block].append(layer)
    return dict(layers)


def _placed(span: Span, tag: str, rank: int, *attributes: tuple[str, str | None]) -> Placed:
    return span.block, Layer(span.start, span.end, tag, attributes, rank)


def _passages(article: Article, finds: Finds) -> Iterator[Placed]:
    """Mark where passages stand; a part that has all words of its block needs no mark, the block's margin shows it."""
    for passage in finds.passages:
        for _, witness in witnesses_in(passage, article.id):
            for part in witness.parts:
                text = article.block_by_id[part.block].text
                if _WORD.search(text[: part.start]) or _WORD.search(text, part.end):
                    yield _placed(part, "span", _PASSAGE, ("class", "na-shared"))


def _note(note: Note) -> Placed:
    return _placed(note.span, "span", _NOTE, ("class", "na-noted"))


def _statement(article: Article, statement: Statement) -> Placed:
    """Mark a statement; who says it is told where the words beside it do not."""
    span, text = statement.span, article.block_by_id[statement.span.block].text
    beside = text[max(0, span.start - _BESIDE) : span.start] + text[span.end : span.end + _BESIDE]
    known = not statement.speaker or statement.speaker in beside
    said = None if known else f"{statement.speaker} {statement.verb or ''}".rstrip()
    return _placed(span, "span", _STATEMENT, ("class", "na-said"), ("title", said))


def _date(phrases: Phrases, published: str | None, expression: DateExpression) -> Placed:
    span, why = expression.span, date_reason(expression, published)
    if expression.edtf and (link := phrases.date_links[expression.edtf]):
        return _placed(span, "a", _DATE, ("href", link), ("title", why or None))
    return _placed(span, "span", _DATE, ("class", "na-date"), ("title", why))


_ROLES = {
    DateRole.PUBLISHED: "day of publication",
    DateRole.PAST: "past",
    DateRole.PLANNED: "planned",
    DateRole.STATED: "",
}


def date_reason(expression: DateExpression, published: str | None) -> str:
    """Return which date an expression names and why, in a few words: `25 to 27 November 2020, planned`.

    Which date goes without saying where the address of its page says it. `published` is the article's own date, from
    which most are counted: that goes without saying too.
    """
    if expression.edtf is None:
        readings = " or ".join(date_words(candidate) for candidate in expression.candidates)
        return f"ambiguous: {readings}" if readings else "ambiguous"
    counted = f"counted from {date_words(expression.anchor)}" if expression.anchor not in {None, published} else ""
    return ", ".join(word for word in (_told(expression.edtf), _ROLES[expression.role], counted) if word)


@lru_cache(maxsize=16384)
def _told(edtf: str) -> str:
    return "" if date_address(edtf) == f"dates/{edtf}/" else brief_date(edtf)


def _mention(phrases: Phrases, mention: Mention) -> Placed:
    label, span = phrases.labels[mention.entity], mention.span
    why = mention_reason(label.name, mention)
    attributes: Attributes = (*label.attributes, ("title", why)) if why else label.attributes
    return span.block, Layer(span.start, span.end, "a", attributes, _MENTION)


def mention_reason(label: str, mention: Mention) -> str | None:
    """Return why a mention leads to the entity called `label`; None where its label says it all."""
    if mention.resolution is Resolution.ONLY and mention.text == label:
        return None
    name = "" if mention.name in {label, mention.text} else f", by the name {mention.name}"
    match mention.resolution:
        case Resolution.ONLY:
            return f"{label}{name}"
        case Resolution.SURNAME:
            return f"{label}, by the surname"
        case Resolution.DEFAULT:
            return f"{label}{name}, by default: others bear this name"
        case Resolution.CONTEXT:
            return f"{label}{name}, by the words around: {mention.cue}"


def _ambiguous(phrases: Phrases, mention: AmbiguousMention) -> Placed:
    entities = [phrases.labels[one].entity for one in mention.candidates]
    labels = " or ".join(f"{entity.label} ({entity.kind})" for entity in entities)
    return _placed(mention.span, "span", _MENTION, ("class", "na-ambiguous"), ("title", f"ambiguous: {labels}"))


def _own_marks(blocks: Iterable[Block]) -> Iterator[Placed]:
    """Mark what a block says of itself: the byline of a post, the credit of a caption, addresses on the web."""
    for block in blocks:
        if own := _signature(block):
            yield block.id, Layer(own, len(block.text), "span", (("class", "na-by"),), _CREDIT)
        if "://" in block.text:
            yield from ((block.id, layer) for layer in _web_addresses(block.text))


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


def _web_addresses(text: str) -> Iterator[Layer]:
    for found in _WEB_ADDRESS.finditer(text):
        address = found[0].rstrip(_AFTER_ADDRESS)
        link = ("class", "na-web"), ("href", address), ("rel", "nofollow noreferrer")
        yield Layer(found.start(), found.start() + len(address), "a", link, _WEB)
