"""The text of an article as HTML: its blocks as they stand, with their permalinks and their margins."""

from newsarchive.article import Article, Block, BlockKind
from newsarchive.pages.anchors import spot
from newsarchive.pages.block_view import direction, keeps_lines
from newsarchive.pages.elsewhere import Others
from newsarchive.pages.finds import Finds, witnesses_in
from newsarchive.pages.margin import margin_html
from newsarchive.pages.overlay import attribute, overlay
from newsarchive.pages.phrases import Phrases
from newsarchive.pages.text_layers import text_layers

_TAGS = {
    BlockKind.PARAGRAPH: ("<p", "</p>"),
    BlockKind.HEADING: ("<h2", "</h2>"),
    BlockKind.POST: ("<blockquote", "</blockquote>"),
    BlockKind.CAPTION: ("<figure><figcaption", "</figcaption></figure>"),
}


def text_html(phrases: Phrases, article: Article, finds: Finds, others: dict[str, list[Others]]) -> str:
    """Return the blocks of `article`, one after the other; `others` are the passages that begin in each."""
    layers, shared = text_layers(phrases, article, finds), _shared(article, finds)
    shown = []
    for block in article.blocks:
        notes = [note for note in finds.notes if note.span.block == block.id] if finds.notes else ()
        margin = margin_html(phrases, article, notes, others.get(block.id, ()))
        shown.append(_block(block, overlay(block.text, layers.get(block.id, ())), block.id in shared, margin))
    return "\n".join(shown)


def _shared(article: Article, finds: Finds) -> set[str]:
    """Return the blocks that passages run through."""
    witnesses = (witness for passage in finds.passages for _, witness in witnesses_in(passage, article.id))
    return {part.block for witness in witnesses for part in witness.parts}


def _block(block: Block, html: str, shared: bool, margin: str) -> str:  # noqa: FBT001  # what is known of the block
    opening, closing = _TAGS[block.kind]
    turned = " dir=auto" if direction(block.text) else ""
    lines = keeps_lines(block)
    named = _classes(block.kind, shared, lines) if shared or lines or closing != "</p>" else ""
    return f"<div{named}>{opening} id={block.id}{turned}>{html}{closing}{spot(block.id)}{margin}</div>"


def _classes(kind: BlockKind, shared: bool, lines: bool) -> str:  # noqa: FBT001  # what is known of the block
    """Return what a block is beyond a plain paragraph, as the attribute that says so."""
    named = (
        "" if kind is BlockKind.PARAGRAPH else f"na-{kind}",
        "na-passage" if shared else "",
        "na-lines" if lines else "",
    )
    return f" class={attribute(' '.join(filter(None, named)))}"
