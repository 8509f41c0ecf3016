"""Comparing two witnesses of a passage for a page: who has which words, and where they stand."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from newsarchive.annotation import Reading, Witness
from newsarchive.article import Article, Span
from newsarchive.columns import row
from newsarchive.pages.overlay import escaped

Placed = tuple[Article, Witness]

_AROUND = 7  # words shown on either side of a difference


class Side(StrEnum):
    """Which of two witnesses has a stretch of words."""

    BOTH = "both"
    OURS = "ours"
    THEIRS = "theirs"


_TAGS = {Side.BOTH: "", Side.OURS: "del", Side.THEIRS: "ins"}


class Stretch(NamedTuple):
    """A run of words that both witnesses have, or only one; its spans, one a block, are empty on the other's side.

    A stretch reaches up to the next one's first word, so that no mark of punctuation is lost between them.
    """

    side: Side
    ours: tuple[Span, ...]
    theirs: tuple[Span, ...]


class Piece(NamedTuple):
    """A stretch in its words, as the other witness has them where both do.

    `gap` says that a space follows, `cut` that words are left out before it.
    """

    side: Side
    text: str
    gap: bool = True
    cut: bool = False


@dataclass(frozen=True)
class Comparison:
    """Two witnesses of a passage, aligned; each is an article and the witness there."""

    ours: Placed
    theirs: Placed
    stretches: tuple[Stretch, ...]

    @property
    def verbatim(self) -> bool:
        """Whether both have the same words."""
        return all(side is Side.BOTH for side, _, _ in self.stretches)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The whole text of both, in order."""
        ours, theirs = _further_blocks(self.ours[1]), _further_blocks(self.theirs[1])
        own = Side.OURS
        return tuple(
            [
                _piece(side, self.ours[0], ours, mine) if side is own else _piece(side, self.theirs[0], theirs, other)
                for side, mine, other in self.stretches
            ]
        )

    def differences(self) -> Iterator[Piece]:
        """Yield the places where they differ, each with a few words around it; of verbatim ones, both ends."""
        last = len(self.stretches) - 1
        for number, piece in enumerate(self.pieces):
            if piece.side is not Side.BOTH:
                yield piece
            elif last and number == 0:
                yield _end(piece)
            elif last and number == last:
                yield _beginning(piece)
            else:
                yield from _both_ends(piece)


def plain_pieces(article: Article, witness: Witness) -> tuple[Piece, ...]:
    """Return a witness that is compared with none."""
    return (_piece(Side.BOTH, article, _further_blocks(witness), _closed(article, witness)),)


def pieces_html(pieces: Iterable[Piece]) -> str:
    """Return the words of two witnesses as HTML: struck what only ours has, underlined what only theirs has."""
    shown = []
    for piece in pieces:
        tag, words = _TAGS[piece.side], escaped(piece.text)
        shown.append(f"{'… ' if piece.cut else ''}{f'<{tag}>{words}</{tag}>' if tag else words}")
        shown.append(" " if piece.gap else "")
    return "".join(shown).rstrip()


def _further_blocks(witness: Witness) -> set[tuple[str, int]]:
    """Return where the blocks of a witness begin, after its first."""
    return {(block, start) for block, start, _ in witness.parts[1:]}


def _piece(side: Side, article: Article, further: Container[tuple[str, int]], spans: Sequence[Span]) -> Piece:
    """Return the words of `spans`, with a pilcrow where one of the `further` blocks begins."""
    blocks = article.block_by_id
    texts = [
        f"¶ {blocks[block].text[start:end]}" if (block, start) in further else blocks[block].text[start:end]
        for block, start, end in spans
    ]
    last, _, end = spans[-1]
    after = blocks[last].text[end : end + 1]
    return row(Piece, (side, " ".join(texts), not after or after.isspace(), False))


def _beginning(piece: Piece) -> Piece:
    words = piece.text.split(None, _AROUND)
    return Piece(Side.BOTH, " ".join(words[:_AROUND]))


def _end(piece: Piece) -> Piece:
    words = piece.text.rsplit(None, _AROUND)
    return Piece(Side.BOTH, " ".join(words[-_AROUND:]), piece.gap, cut=len(words) > _AROUND)


def _both_ends(piece: Piece) -> Iterator[Piece]:
    if len(piece.text.split(None, 2 * _AROUND)) <= 2 * _AROUND:
        yield piece
    else:
        yield _beginning(piece)
        yield _end(piece)


@lru_cache(maxsize=1024)  # the pages of an article, of a passage and of two articles ask for the same
def compare(ours: Placed, theirs: Placed) -> Comparison:
    """Align two witnesses by their words; raises KeyError where an article lacks a block that its witness names."""
    if _texts(*ours) == _texts(*theirs):  # most are, and need no alignment
        return Comparison(ours, theirs, (Stretch(Side.BOTH, _closed(*ours), _closed(*theirs)),))
    from newsarchive.annotate.passages.alignment import RunKind, align_witnesses  # noqa: PLC0415  # 15 ms, so for few

    runs = align_witnesses(*ours, *theirs)
    our_reaches = _reaches([span for _, left, _ in runs for span in left], *ours)
    their_reaches = _reaches([span for _, _, right in runs for span in right], *theirs)
    stretches: list[Stretch] = []
    for kind, left, right in runs:
        mine, other = tuple(islice(our_reaches, len(left))), tuple(islice(their_reaches, len(right)))
        if kind is RunKind.EQUAL:
            stretches.append(Stretch(Side.BOTH, mine, other))
            continue
        stretches.extend([Stretch(Side.OURS, mine, ())] if mine else [])
        stretches.extend([Stretch(Side.THEIRS, (), other)] if other else [])
    return Comparison(ours, theirs, tuple(stretches))


def _texts(article: Article, witness: Witness) -> list[str]:
    return [article.text_of(part) for part in witness.parts]


def _closed(article: Article, witness: Witness) -> tuple[Span, ...]:
    """Return the parts of a witness with the marks that close them."""
    blocks = article.block_by_id
    return tuple([Span(block, start, after_marks(blocks[block].text, end)) for block, start, end in witness.parts])


def _reaches(spans: Sequence[Span], article: Article, witness: Witness) -> Iterator[Span]:
    """Yield each span with the marks that follow it, up to the next one of its block or the end of the witness."""
    blocks, ends = article.block_by_id, {block: end for block, _, end in witness.parts}
    following = *spans[1:], Span("", 0, 0)
    for (block, start, end), (next_block, next_start, _) in zip(spans, following, strict=False):
        text = blocks[block].text
        reach = next_start if next_block == block else after_marks(text, max(ends[block], end))
        yield row(Span, (block, start, end + len(text[end:reach].rstrip())))


def after_marks(text: str, end: int) -> int:
    """Return where the marks that close a witness's last word end: a full stop, a quotation mark."""
    while end < len(text) and not (text[end].isalnum() or text[end].isspace()):
        end += 1
    return end


def with_moved(comparison: Comparison, moved: Iterable[tuple[Reading, Reading]]) -> Comparison:
    """Return the comparison with what only stands in another place as what both have.

    `moved` pairs our reading of a divergence of order with theirs. An alignment goes through both texts in order, so it
    has moved words as lost here and found there.
    """
    stretches = list(comparison.stretches)
    for mine, other in moved:
        stretches = [_without(stretch, mine.spans, other.spans) for stretch in stretches]
        stretches.append(Stretch(Side.BOTH, mine.spans, other.spans))
    kept = tuple(stretch for stretch in stretches if stretch.ours or stretch.theirs)
    return Comparison(comparison.ours, comparison.theirs, kept)


def _without(stretch: Stretch, mine: Sequence[Span], other: Sequence[Span]) -> Stretch:
    if stretch.side is Side.BOTH:
        return stretch
    return Stretch(stretch.side, _outside(stretch.ours, mine), _outside(stretch.theirs, other))


def _outside(spans: Iterable[Span], moved: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(span for span in spans if not any(_starts_in(span, one) for one in moved))


def _starts_in(span: Span, other: Span) -> bool:
    return span.block == other.block and other.start <= span.start < other.end
