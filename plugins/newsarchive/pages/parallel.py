"""Parallel texts: two articles in rows, what they share side by side where its order allows."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsarchive.annotation import DivergenceKind, Passage, Reading
from newsarchive.article import Article, Span
from newsarchive.pages.comparison import Comparison, Side, compare, with_moved
from newsarchive.pages.finds import witnesses_in

BlockPair = tuple[str, str]


class Row(NamedTuple):
    """Blocks that stand beside each other, by their ids; `aligned` says that they share words."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    aligned: bool


class Parallel(NamedTuple):
    """Two articles, aligned.

    `partners` of an article's side maps a block to the blocks of the other article that share words with it, and how
    many code points they share, the most first. `rows` hold every block of both articles once, in order.
    """

    left: Article
    right: Article
    comparisons: tuple[Comparison, ...]
    left_partners: dict[str, dict[str, int]]
    right_partners: dict[str, dict[str, int]]
    rows: tuple[Row, ...]


def parallel(left: Article, right: Article, passages: Iterable[Passage]) -> Parallel:
    """Align two articles by the passages that they share."""
    comparisons = tuple(one for passage in passages for one in _comparisons(passage, left, right))
    stretches = [one for comparison in comparisons for one in comparison.stretches if one.side is Side.BOTH]
    shared = [pair for one in stretches for pair in _beside(one.ours, one.theirs)]
    ours = _partners((mine, other, length) for mine, other, length in shared)
    theirs = _partners((other, mine, length) for mine, other, length in shared)
    rows = tuple(_rows(left, right, _in_sequence(left, right, ours)))
    return Parallel(left, right, comparisons, ours, theirs, rows)


def _comparisons(passage: Passage, left: Article, right: Article) -> Iterator[Comparison]:
    """Compare the n-th witness of one article with the n-th of the other; what is left over with the last."""
    ours, theirs = witnesses_in(passage, left.id), witnesses_in(passage, right.id)
    for number in range(max(len(ours), len(theirs))):
        (mine, our_witness), (other, their_witness) = (
            ours[min(number, len(ours) - 1)],
            theirs[min(number, len(theirs) - 1)],
        )
        comparison = compare((left, our_witness), (right, their_witness))
        yield with_moved(comparison, _moved(passage, mine, other))


def _moved(passage: Passage, ours: int, theirs: int) -> Iterator[tuple[Reading, Reading]]:
    for divergence in passage.divergences:
        readings = {reading.witness: reading for reading in divergence.readings if reading.spans}
        if divergence.kind is DivergenceKind.ORDER and {ours, theirs} <= readings.keys():
            yield readings[ours], readings[theirs]


def _beside(ours: Sequence[Span], theirs: Sequence[Span]) -> Iterator[tuple[str, str, int]]:
    """Yield which blocks stand beside each other in a stretch of the same words, and for how many code points.

    The same words have nearly the same length, so the blocks' bounds tell.
    """
    for start, end, mine in _laid_out(ours):
        for other_start, other_end, other in _laid_out(theirs):
            length = min(end, other_end) - max(start, other_start)
            if length > 0:
                yield mine, other, length


def _laid_out(spans: Sequence[Span]) -> list[tuple[int, int, str]]:
    ends = list(accumulate(span.end - span.start for span in spans))
    return [(end - (span.end - span.start), end, span.block) for span, end in zip(spans, ends, strict=True)]


def _partners(shared: Iterable[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    lengths: dict[str, dict[str, int]] = {}
    for one, other, length in shared:
        of_block = lengths.setdefault(one, {})
        of_block[other] = of_block.get(other, 0) + length
    return {block: dict(_strong(found)) for block, found in lengths.items()}


def _strong(found: dict[str, int]) -> Iterator[tuple[str, int]]:
    """Yield the partners, the strongest first; a few code points over a bound are no partnership."""
    most = max(found.values())
    for block, length in sorted(found.items(), key=lambda item: -item[1]):
        if length * 10 >= most:
            yield block, length


def _in_sequence(left: Article, right: Article, partners: dict[str, dict[str, int]]) -> list[BlockPair]:
    """Return the longest run of blocks whose best partners stand in the same order as they do."""
    places = {block.id: number for number, block in enumerate(right.blocks)}
    pairs = [(block.id, next(iter(partners[block.id]))) for block in left.blocks if block.id in partners]
    return [pairs[number] for number in _longest_rising([places[theirs] for _, theirs in pairs])]


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Return the positions of a longest strictly rising subsequence (patience sorting)."""
    tops: list[int] = []
    positions: list[int] = []
    before: list[int | None] = []
    for position, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        before.append(positions[pile - 1] if pile else None)
        tops[pile : pile + 1], positions[pile : pile + 1] = [number], [position]
    found, step = [], positions[-1] if positions else None
    while step is not None:
        found.append(step)
        step = before[step]
    return found[::-1]


def _rows(left: Article, right: Article, pairs: Iterable[BlockPair]) -> Iterator[Row]:
    ours, theirs = [block.id for block in left.blocks], [block.id for block in right.blocks]
    done, other_done = 0, 0
    for mine, other in pairs:
        place, other_place = ours.index(mine, done), theirs.index(other, other_done)
        yield from _alone(ours[done:place], theirs[other_done:other_place])
        yield Row((mine,), (other,), aligned=True)
        done, other_done = place + 1, other_place + 1
    yield from _alone(ours[done:], theirs[other_done:])


def _alone(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Row]:
    if ours or theirs:
        yield Row(tuple(ours), tuple(theirs), aligned=False)
