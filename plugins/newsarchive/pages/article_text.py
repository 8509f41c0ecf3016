"""The text of an article as HTML: its blocks as they stand, with their permalinks and their margins."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from newsarchive.article import Article, Block, BlockKind
from newsarchive.pages.anchors import spot
from newsarchive.pages.block_view import direction, keeps_lines
from newsarchive.pages.elsewhere import Others
from newsarchive.pages.finds import Finds, witnesses_in
from newsarchive.pages.margin import margin_html
from newsarchive.pages.overlay import Element, attribute, overlay
from newsarchive.pages.phrases import Phrases
from newsarchive.pages.text_layers import BLOCK_RANK, text_layers

_TAGS = {
    BlockKind.PARAGRAPH: ("<p", "</p>"),
    BlockKind.HEADING: ("<h2", "</h2>"),
    BlockKind.POST: ("<blockquote", "</blockquote>"),
    BlockKind.CAPTION: ("<figure><figcaption", "</figcaption></figure>"),
}


def text_html(phrases: Phrases, article: Article, finds: Finds, others: Mapping[str, Sequence[Others]]) -> str:
    """Return the blocks of `article`, one after the other; `others` are the passages that begin in each."""
    text = "\n".join([block.text for block in article.blocks])
    starts = block_starts(article)
    blocks = _blocks(phrases, article, finds, others)
    placed = zip(starts.values(), article.blocks, blocks, strict=True)
    layers = [(start, BLOCK_RANK, start + len(block.text), shown) for start, block, shown in placed]
    return overlay(text, layers + text_layers(phrases, article, finds, starts))


def block_starts(article: Article) -> dict[str, int]:
    """Return where each block begins in the text of `article`, its blocks one a line."""
    ends = accumulate([len(block.text) + 1 for block in article.blocks], initial=0)
    return {block.id: start for block, start in zip(article.blocks, ends, strict=False)}


def _blocks(
    phrases: Phrases, article: Article, finds: Finds, others: Mapping[str, Sequence[Others]]
) -> Iterator[Element]:
    """Yield the elements that hold the blocks, each with the way to it and its margin."""
    shared = _shared(article, finds)
    for block in article.blocks:
        notes = [note for note in finds.notes if note.span.block == block.id] if finds.notes else ()
        margin = margin_html(phrases, article, notes, others.get(block.id, ()))
        yield _block(block, block.id in shared, margin)


def _shared(article: Article, finds: Finds) -> set[str]:
    """Return the blocks that passages run through."""
    witnesses = (witness for passage in finds.passages for _, witness in witnesses_in(passage, article.id))
    return {part.block for witness in witnesses for part in witness.parts}


def _block(block: Block, shared: bool, margin: str) -> Element:  # noqa: FBT001  # what is known of the block
    opening, closing = _TAGS[block.kind]
    turned = " dir=auto" if direction(block.text) else ""
    lines = keeps_lines(block)
    named = _classes(block.kind, shared, lines) if shared or lines or closing != "</p>" else ""
    return Element(
        f"<div{named}>{opening} id={block.id}{turned}>", f"{closing}{spot(block.id)}{margin}</div>", "div", ()
    )


def _classes(kind: BlockKind, shared: bool, lines: bool) -> str:  # noqa: FBT001  # what is known of the block
    """Return what a block is beyond a plain paragraph, as the attribute that says so."""
    named = (
        "" if kind is BlockKind.PARAGRAPH else f"na-{kind}",
        "na-passage" if shared else "",
        "na-lines" if lines else "",
    )
    return f" class={attribute(' '.join(filter(None, named)))}"
