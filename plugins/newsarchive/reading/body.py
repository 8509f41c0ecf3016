"""Body: the blocks of a text, and what stands between them and is none."""

from collections.abc import Iterable, Iterator
from sys import intern
from typing import NamedTuple

from newsarchive.article import Block, BlockKind, Field, Range
from newsarchive.columns import made
from newsarchive.reading.captions import may_hold_credits, photo_credit
from newsarchive.reading.posts import Byline, ends_in_picture, find_bylines, may_hold_posts

_PARAGRAPH = BlockKind.PARAGRAPH  # an enumeration's members are looked up ten times as slowly
_TAIL = 500
_DASH_LENGTH = 4


class Body(NamedTuple):
    """The blocks and fields of a seed, each in the order of the text; together they hold all but the white space."""

    blocks: tuple[Block, ...]
    fields: tuple[Field, ...] = ()


class Piece(NamedTuple):
    """A stretch of a seed that becomes a block, before the blocks are numbered."""

    kind: BlockKind
    range: Range
    by: str | None = None
    credit: str | None = None


def as_blocks(text: str, pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """Return the pieces as blocks `p1`, `p2` … with their words from the seed's `text`."""
    return tuple(
        made(
            Block,
            [
                (intern(f"p{number}"), kind, text[where[0] : where[1]], where, by, credit)
                for number, (kind, where, by, credit) in enumerate(pieces, 1)
            ],
        )
    )


def recognised(text: str, pieces: list[Piece]) -> list[Piece]:
    """Return `pieces` with the embedded posts and the photo captions told from the paragraphs.

    A post that its paragraph goes on after becomes a block of its own. A byline that stands alone belongs to the
    paragraph before it, a `Credit:` that stands alone to the caption before it.
    """
    has_posts = may_hold_posts(text)
    if not has_posts and not may_hold_credits(text, [piece.range for piece in pieces]):
        return pieces
    found: list[Piece] = []
    parts_of = _parts if has_posts else _captions
    for piece in pieces:
        for part in parts_of(text, piece):
            if part.kind is not _PARAGRAPH and found and _closes(text, found[-1], part):
                found[-1] = _merged(found[-1], part)
            else:
                found.append(part)
    return found


def _parts(text: str, piece: Piece) -> Iterable[Piece]:
    if piece.kind is not _PARAGRAPH:
        return (piece,)
    bylines = find_bylines(text, piece.range)
    return _split(text, piece.range, bylines) if bylines else (_told(text, piece),)


def _captions(text: str, piece: Piece) -> Iterable[Piece]:
    return (_captioned(piece, _tail(text, piece)) if piece.kind is _PARAGRAPH else piece,)


def _split(text: str, where: Range, bylines: Iterable[Byline]) -> Iterator[Piece]:
    """Yield the posts that the bylines close, and what follows the last of them."""
    start = where.start
    for byline in bylines:
        yield Piece(BlockKind.POST, Range(start, byline.whole.end), text[byline.by.start : byline.by.end])
        start = byline.whole.end
        while start < where.end and text[start].isspace():
            start += 1
    if start < where.end:
        yield _told(text, Piece(_PARAGRAPH, Range(start, where.end)))


def _told(text: str, piece: Piece) -> Piece:
    """Return the paragraph as what it is: a post that lost its byline, a caption, or the paragraph itself."""
    tail = _tail(text, piece)
    return Piece(BlockKind.POST, piece.range) if ends_in_picture(tail) else _captioned(piece, tail)


def _captioned(piece: Piece, tail: str) -> Piece:
    credit = photo_credit(tail)
    return piece if credit is None else Piece(BlockKind.CAPTION, piece.range, credit.by, credit.credit)


def _tail(text: str, piece: Piece) -> str:
    start, end = piece.range
    return text[max(start, end - _TAIL) : end]


def _closes(text: str, before: Piece, part: Piece) -> bool:
    """Whether `part` is nothing but the byline or the credit of the piece before it, with no markup between them."""
    start = part.range.start
    if text[before.range.end : start].strip():
        return False
    if part.kind is BlockKind.POST and part.by:
        alone = part.by in text[start : start + _DASH_LENGTH + len(part.by)]
        return alone and before.by is None and before.kind in {BlockKind.PARAGRAPH, BlockKind.POST}
    alone = text[start : start + len("credit")].lower() == "credit"
    return alone and before.kind is part.kind is BlockKind.CAPTION and before.credit is None


def _merged(before: Piece, part: Piece) -> Piece:
    where = Range(before.range.start, part.range.end)
    return Piece(part.kind, where, before.by or part.by, part.credit)
