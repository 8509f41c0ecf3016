"""What a passage's page shows: its witnesses against the first one, the text in common, and the divergences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from newsarchive.annotation import Divergence, Passage, Witness
from newsarchive.archive import Archive
from newsarchive.article import Article, Span
from newsarchive.pages.comparing import compare_address
from newsarchive.pages.comparison import Comparison, Piece, Side, after_marks, compare, plain_pieces
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.passage_row import passage_row
from newsarchive.pages.witnesses import FEW_WITNESSES, MOST_WITNESSES, in_order

_WORD = re.compile(r"\w[^\s]*|[^\w\s]+")
_WORDS = re.compile(r"\S(?:.*\S)?", re.DOTALL)
_FIRST = itemgetter(0)


class WitnessView(NamedTuple):
    """A witness: its number on the page, its blocks, and its words against the first witness of the page.

    `earliest` says that no other witness is as early. `compare` is the address of its article and the first one's.
    """

    number: int
    article: Article
    blocks: tuple[str, ...]
    pieces: tuple[Piece, ...]
    verbatim: bool
    earliest: bool
    compare: str | None


class Common(NamedTuple):
    """A run of the first witness's words; `shared` says that every witness has them, `opens_block` where it begins."""

    text: str
    shared: bool
    opens_block: bool


class DivergenceView(NamedTuple):
    """A divergence: its kind, and each wording ("" is nothing) with the numbers of the witnesses that have it."""

    kind: str
    readings: tuple[tuple[str, tuple[int, ...]], ...]


class PassageView(NamedTuple):
    """All that a passage's page shows of its witnesses and their words."""

    excerpt: str
    witnesses: tuple[WitnessView, ...]
    common: tuple[Common, ...]
    divergences: tuple[DivergenceView, ...]


def passage_view(indexes: Indexes, passage: Passage) -> PassageView:
    """Return what the page of `passage` shows."""
    archive, order = indexes.archive, in_order(indexes, passage)
    first = _placed(archive, passage.witnesses[order[0]])
    comparisons = [compare(first, _placed(archive, passage.witnesses[number])) for number in order[1:]]
    numbers = {position: number for number, position in enumerate(order, start=1)}
    shown = order if len(order) <= MOST_WITNESSES else order[:FEW_WITNESSES]
    row = passage_row(archive, passage)
    return PassageView(
        row.excerpt + ("…" if row.cut else ""),
        tuple(_witnesses(indexes, passage, shown, comparisons)),
        tuple(_common(*first, comparisons)),
        tuple(_divergence(divergence, numbers) for divergence in passage.divergences),
    )


def _placed(archive: Archive, witness: Witness) -> tuple[Article, Witness]:
    return archive.article_by_id[witness.article], witness


def _witnesses(
    indexes: Indexes, passage: Passage, shown: Sequence[int], comparisons: Sequence[Comparison]
) -> Iterator[WitnessView]:
    for number, position in enumerate(shown, start=1):
        witness = passage.witnesses[position]
        comparison = comparisons[number - 2] if number > 1 else None
        yield WitnessView(
            number,
            indexes.archive.article_by_id[witness.article],
            tuple(part.block for part in witness.parts),
            comparison.pieces if comparison else plain_pieces(*_placed(indexes.archive, witness)),
            comparison is not None and comparison.verbatim,
            position == passage.earliest,
            compared_with_first(indexes, passage, shown[0], position),
        )


def compared_with_first(indexes: Indexes, passage: Passage, first: int, other: int) -> str | None:
    """Return the address of the page on which the articles of two witnesses stand side by side, if there is one."""
    return compare_address(indexes.compared, passage.witnesses[first].article, passage.witnesses[other].article)


def _common(article: Article, witness: Witness, comparisons: Sequence[Comparison]) -> Iterator[Common]:
    """Yield the words of the first witness in runs: those that all others have, and those that one does not."""
    in_both = [_in_both(comparison) for comparison in comparisons]
    for number, part in enumerate(witness.parts):
        text = article.block_by_id[part.block].text
        marks = _marks(part.block, len(text), in_both)
        start, end = part.start, after_marks(text, part.end)
        found = (_WORD if 0 in marks[start:end] else _WORDS).finditer(text, start, end)
        spans = [word.span() for word in found]
        marked = zip(map(marks.__getitem__, map(_FIRST, spans)), spans, strict=True)
        for shared, run in groupby(marked, key=_FIRST):
            words = [span for _, span in run]
            first, last = words[0][0], words[-1][1]
            yield Common(text[first:last], bool(shared), number > 0 and first == part.start)


def _in_both(comparison: Comparison) -> list[Span]:
    """Return where the first witness has what the other has too."""
    return [span for stretch in comparison.stretches if stretch.side is Side.BOTH for span in stretch.ours]


def _marks(block: str, length: int, in_both: Iterable[Iterable[Span]]) -> bytes:
    """Return a byte for each code point of a block: 1 where one of the spans of each comparison covers it, else 0."""
    found = int.from_bytes(b"\1" * length, "big")
    for spans in in_both:
        marks = bytearray(length)
        for span in spans:
            if span.block == block:
                marks[span.start : span.end] = b"\1" * (span.end - span.start)
        found &= int.from_bytes(marks, "big")
    return found.to_bytes(length, "big")


def _divergence(divergence: Divergence, numbers: dict[int, int]) -> DivergenceView:
    found: dict[str, list[int]] = {}
    for reading in divergence.readings:
        found.setdefault(reading.text, []).append(numbers[reading.witness])
    readings = tuple((text, tuple(sorted(witnesses))) for text, witnesses in found.items())
    return DivergenceView(divergence.kind, tuple(sorted(readings, key=lambda reading: reading[1])))
