"""Body: the blocks of a text, and what stands between them and is none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsarchive.article import Block, BlockKind, Field, Range
from newsarchive.reading.captions import photo_credit
from newsarchive.reading.posts import ends_in_picture, find_bylines

_TAIL = 500
_DASH_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks and fields of a seed, each in the order of the text; together they hold all but the white space."""

    blocks: tuple[Block, ...]
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a seed that becomes a block, before the blocks are numbered."""

    kind: BlockKind
    range: Range
    by: str | None = None
    credit: str | None = None


def as_blocks(text: str, pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """Return the pieces as blocks `p1`, `p2` … with their words from the seed's `text`."""
    return tuple(
        Block(f"p{number}", piece.kind, text[piece.range.start : piece.range.end], piece.range, piece.by, piece.credit)
        for number, piece in enumerate(pieces, 1)
    )


def recognised(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """Return `pieces` with the embedded posts and the photo captions told from the paragraphs.

    A post that its paragraph goes on after becomes a block of its own. A byline that stands alone belongs to the
    paragraph before it, a `Credit:` that stands alone to the caption before it.
    """
    found: list[Piece] = []
    for piece in pieces:
        parts = _parts(text, piece) if piece.kind is BlockKind.PARAGRAPH else (piece,)
        for part in parts:
            if found and _closes(text, found[-1], part):
                found[-1] = _merged(found[-1], part)
            else:
                found.append(part)
    return found


def _parts(text: str, piece: Piece) -> Iterator[Piece]:
    start, end = piece.range.start, piece.range.end
    for byline in find_bylines(text, piece.range):
        yield Piece(BlockKind.POST, Range(start, byline.whole.end), text[byline.by.start : byline.by.end])
        start = byline.whole.end
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield _paragraph_or_caption(text, Range(start, end))


def _paragraph_or_caption(text: str, where: Range) -> Piece:
    if ends_in_picture(text, where):
        return Piece(BlockKind.POST, where)
    credit = photo_credit(text[max(where.start, where.end - _TAIL) : where.end])
    if credit is None:
        return Piece(BlockKind.PARAGRAPH, where)
    return Piece(BlockKind.CAPTION, where, credit.by, credit.credit)


def _closes(text: str, before: Piece, part: Piece) -> bool:
    """Whether `part` is nothing but the byline or the credit of the piece before it."""
    start = part.range.start
    if part.kind is BlockKind.POST and part.by:
        alone = part.by in text[start : start + _DASH_LENGTH + len(part.by)]
        return alone and before.by is None and before.kind in {BlockKind.PARAGRAPH, BlockKind.POST}
    alone = text[start : start + len("credit")].lower() == "credit"
    return alone and before.kind is part.kind is BlockKind.CAPTION and before.credit is None


def _merged(before: Piece, part: Piece) -> Piece:
    where = Range(before.range.start, part.range.end)
    if part.kind is BlockKind.POST:
        return Piece(BlockKind.POST, where, part.by)
    return Piece(BlockKind.CAPTION, where, before.by or part.by, part.credit)
