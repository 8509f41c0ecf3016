"""Comparing two witnesses of a passage for a page: who has which words, and where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from newsarchive.annotate.passages.alignment import RunKind, align_witnesses
from newsarchive.annotation import Witness
from newsarchive.article import Article, Span

_AROUND = 7  # words shown on either side of a difference


class Side(StrEnum):
    """Which of two witnesses has a stretch of words."""

    BOTH = "both"
    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words that both witnesses have, or only one; its spans, one a block, are empty on the other's side.

    A stretch that both have reaches to the next one's first word, so that no mark of punctuation is lost between them.
    """

    side: Side
    ours: tuple[Span, ...]
    theirs: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch in its words, as the other witness has them where both do; `cut` where words before it are left out."""

    side: Side
    text: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two witnesses of a passage, aligned."""

    ours: Article
    theirs: Article
    stretches: tuple[Stretch, ...]

    @property
    def verbatim(self) -> bool:
        """Whether both have the same words."""
        return all(stretch.side is Side.BOTH for stretch in self.stretches)

    def pieces(self) -> Iterator[Piece]:
        """Yield the whole text of both, in order."""
        for stretch in self.stretches:
            yield Piece(stretch.side, self._text(stretch))

    def differences(self) -> Iterator[Piece]:
        """Yield the places where they differ, each with a few words around it; of verbatim ones, both ends."""
        last = len(self.stretches) - 1
        for number, piece in enumerate(self.pieces()):
            if piece.side is not Side.BOTH:
                yield piece
            elif last and number == 0:
                yield from _end(piece.text)
            elif last and number == last:
                yield from _beginning(piece.text)
            else:
                yield from _both_ends(piece.text)

    def _text(self, stretch: Stretch) -> str:
        article, spans = (self.ours, stretch.ours) if stretch.side is Side.OURS else (self.theirs, stretch.theirs)
        return " ".join(article.text_of(span).strip() for span in spans)


def _beginning(text: str) -> Iterator[Piece]:
    words = text.split()
    yield Piece(Side.BOTH, " ".join(words[:_AROUND]))


def _end(text: str) -> Iterator[Piece]:
    words = text.split()
    yield Piece(Side.BOTH, " ".join(words[-_AROUND:]), cut=len(words) > _AROUND)


def _both_ends(text: str) -> Iterator[Piece]:
    if len(text.split()) <= 2 * _AROUND:
        yield Piece(Side.BOTH, text)
    else:
        yield from _beginning(text)
        yield from _end(text)


def compare(ours: tuple[Article, Witness], theirs: tuple[Article, Witness]) -> Comparison:
    """Align two witnesses by their words; raises KeyError where an article lacks a block that its witness names."""
    runs = align_witnesses(*ours, *theirs)
    our_reaches = _reaches([span for run in runs for span in run.left], ours[1])
    their_reaches = _reaches([span for run in runs for span in run.right], theirs[1])
    stretches: list[Stretch] = []
    for run in runs:
        if run.kind is RunKind.EQUAL:
            mine, other = (our_reaches[span] for span in run.left), (their_reaches[span] for span in run.right)
            stretches.append(Stretch(Side.BOTH, tuple(mine), tuple(other)))
            continue
        stretches.extend([Stretch(Side.OURS, run.left, ())] if run.left else [])
        stretches.extend([Stretch(Side.THEIRS, (), run.right)] if run.right else [])
    return Comparison(ours[0], theirs[0], tuple(stretches))


def _reaches(spans: Sequence[Span], witness: Witness) -> dict[Span, Span]:
    """Return each span stretched to where the next one of its block begins, or to the end of the witness's part."""
    ends = {part.block: part.end for part in witness.parts}
    reaches = {}
    for block, group in groupby(spans, key=lambda span: span.block):
        of_block = list(group)
        starts = [span.start for span in of_block[1:]]
        for span, end in zip(of_block, [*starts, max(ends[block], of_block[-1].end)], strict=True):
            reaches[span] = Span(block, span.start, end)
    return reaches
