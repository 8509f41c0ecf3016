"""A sentence below the title of its article, as HTML: an archive has a hundred thousand of them."""

from collections.abc import Iterable

from newsarchive.article import Article, Block, BlockKind
from newsarchive.pages.anchors import pilcrow
from newsarchive.pages.article_row import words_tag
from newsarchive.pages.concordance import Line
from newsarchive.pages.overlay import attribute, escaped
from newsarchive.pages.setting import Here


def marked_words(line: Line) -> str:
    """Return the words of a line as HTML, its marks bold, with an ellipsis where its sentence goes on."""
    words = "".join([f"<b>{escaped(one.text)}</b>" if one.marked else escaped(one.text) for one in line.pieces])
    return f"{'… ' if line.cut_before else ''}{words}{' …' if line.cut_after else ''}"


def sentence_html(  # noqa: PLR0913, PLR0917  # all that a sentence is shown with
    here: Here, article: Article, block: Block, words: str, notes: Iterable[str], above: str
) -> str:
    """Return a sentence, its `words` HTML already, with `notes` beneath it.

    The title leads to the block `above`; a sentence of another leads there itself. What follows ends the paragraph:
    the next one, or the end of the entry in which it stands.
    """
    tag = words_tag("p", here, words, article.language)
    if not notes and block.id == above and block.kind is BlockKind.PARAGRAPH:  # nothing to say, as of most
        return f"{tag}{words}"
    return f"{tag}{words}{beneath_html(here, article, block, notes, above)}"


def beneath_html(here: Here, article: Article, block: Block, notes: Iterable[str], above: str) -> str:
    """Return what stands beneath a sentence of `block`: what it is, the notes, and the way there."""
    kind = "" if block.kind is BlockKind.PARAGRAPH else f' <span class="na-from">{block.kind}</span>'
    said = "".join([f' <span class="na-why">{escaped(note)}</span>' for note in notes])
    way = "" if block.id == above else f" {_way(here, article, block)}"
    return f"{kind}{said}{way}"


def _way(here: Here, article: Article, block: Block) -> str:
    return f"<a href={attribute(here.link(article.address, block.id))}>{pilcrow(block.id)}</a>"
