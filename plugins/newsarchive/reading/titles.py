"""Titles: an article's title, and where it comes from."""

from collections.abc import Sequence

from newsarchive.article import Block, BlockKind, Origin
from newsarchive.reading.metadata import Metadata
from newsarchive.sentence import sentences

_DERIVED_LENGTH = 90
_STATED_LENGTH = 300


def title_of(
    sidecar: Metadata, inside: Metadata, blocks: Sequence[Block], inside_origin: Origin = Origin.FRONT_MATTER
) -> tuple[str, Origin]:
    """Return the title of an article that has at least one block.

    What the sidecar states comes first, then what the front matter or the page states, then a heading that opens the
    text. Else it is derived from the first sentence of the first paragraph, of which as many words are kept as go into
    90 code points.
    """
    if sidecar.title:
        return sidecar.title, Origin.SIDECAR
    if inside.title:
        return inside.title, inside_origin
    if blocks[0].kind is BlockKind.HEADING:
        return shortened(_squeezed(blocks[0].text), _STATED_LENGTH), Origin.TEXT
    paragraph = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH), blocks[0])
    return shortened(_first_sentence(_squeezed(paragraph.text)), _DERIVED_LENGTH), Origin.DERIVED


def _first_sentence(text: str) -> str:
    start, end = sentences(text)[0]
    return text[start:end]


def shortened(text: str, length: int) -> str:
    """Return `text` with at most `length` code points, cut between words where it can be, with `…` for what is left."""
    if len(text) <= length:
        return text
    kept = text[:length].rpartition(" ")[0] or text[: length - 1]
    return f"{kept.rstrip(' ,;:–—-')}…"


def _squeezed(text: str) -> str:
    return " ".join(text[: 4 * _STATED_LENGTH].split())
