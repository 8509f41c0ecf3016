"""Body: the blocks of a text, and what stands between them and is none."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsarchive.article import Block, BlockKind, Field, Range
from newsarchive.reading.captions import photo_credit
from newsarchive.reading.posts import ends_in_picture, find_bylines


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks and fields of a seed, each in the order of the text; together they hold all that is not white space."""

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
    """Number the pieces `p1`, `p2` … and take their words from the seed's `text`."""
    return tuple(
        Block(f"p{number}", piece.kind, text[piece.range.start : piece.range.end], piece.range, piece.by, piece.credit)
        for number, piece in enumerate(pieces, 1)
    )


def recognised(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """Find the embedded posts and the photo captions among the paragraphs of `pieces`.

    A post that its paragraph goes on after becomes a block of its own. A byline that stands alone belongs to the
    paragraph before it, a `Credit:` that stands alone to the caption before it.
    """
    found: list[Piece] = []
    for piece in pieces:
        parts = _parts(text, piece) if piece.kind is BlockKind.PARAGRAPH else (piece,)
        for part in parts:
            if found and _closes(text, found[-1], part):
                found[-1] = _merged(text, found[-1], part)
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
    credit = photo_credit(text[max(where.start, where.end - 500) : where.end])
    if credit is None:
        return Piece(BlockKind.PARAGRAPH, where)
    return Piece(BlockKind.CAPTION, where, credit.by, credit.credit)


def _closes(text: str, before: Piece, part: Piece) -> bool:
    """Whether `part` is nothing but the byline or the credit of the piece before it."""
    if part.kind is BlockKind.POST and part.by:
        alone = text.startswith(("—", "–", "-"), part.range.start) and part.range.end - part.range.start < 240
        open_post = before.kind is BlockKind.PARAGRAPH or (before.kind is BlockKind.POST and before.by is None)
        return alone and open_post
    alone = text[part.range.start : part.range.start + 8].lower().startswith("credit")
    return part.kind is BlockKind.CAPTION and before.kind is BlockKind.CAPTION and alone and not before.credit


def _merged(text: str, before: Piece, part: Piece) -> Piece:
    where = Range(before.range.start, part.range.end)
    if part.kind is BlockKind.POST:
        return Piece(BlockKind.POST, where, part.by)
    return Piece(BlockKind.CAPTION, where, before.by or part.by, part.credit)
