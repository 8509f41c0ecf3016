"""The text of an article as HTML: its blocks as they stand, with their permalinks and their margins."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from newsarchive.article import Article, BlockKind
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
        id_, kind, text, _, _, _ = block
        notes = [note for note in finds.notes if note.span.block == id_] if finds.notes else ()
        margin = margin_html(phrases, article, notes, others.get(id_, ()))
        yield _block(id_, kind, direction(text), keeps_lines(block), id_ in shared, margin)


def _shared(article: Article, finds: Finds) -> set[str]:
    """Return the blocks that passages run through."""
    witnesses = (witness for passage in finds.passages for _, witness in witnesses_in(passage, article.id))
    return {part.block for witness in witnesses for part in witness.parts}


@lru_cache(maxsize=1024)
def _block(  # noqa: PLR0913, PLR0917  # all that tells it from the other articles' block of that number
    id_: str,
    kind: BlockKind,
    way: str | None,
    lines: bool,  # noqa: FBT001  # what is known of the block
    shared: bool,  # noqa: FBT001
    margin: str,
) -> Element:
    opening, closing = _TAGS[kind]
    turned = f" dir={way}" if way else ""
    named = _classes(kind, lines, shared) if lines or shared or kind is not BlockKind.PARAGRAPH else ""
    return Element(f"<div{named}>{opening} id={id_}{turned}>", f"{closing}{spot(id_)}{margin}</div>", "div", ())


def _classes(kind: BlockKind, lines: bool, shared: bool) -> str:  # noqa: FBT001  # what is known of the block
    """Return what a block is beyond a plain paragraph, as the attribute that says so."""
    named = (
        "" if kind is BlockKind.PARAGRAPH else f"na-{kind}",
        "na-passage" if shared else "",
        "na-lines" if lines else "",
    )
    return f" class={attribute(' '.join(filter(None, named)))}"
