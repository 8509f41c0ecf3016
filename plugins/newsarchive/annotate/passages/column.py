"""Column: each place where the witnesses of a cluster do not have the same words, found from their words alone."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsarchive.annotate.passages.cluster import Cluster, Place
from newsarchive.annotate.passages.match import Tile
from newsarchive.annotate.passages.words import Words
from newsarchive.annotation import DivergenceKind
from newsarchive.article import Article, Span

AROUND = 5000
"""Letters before and after a reading in which quotation marks are looked for."""
MOST_READINGS = 20_000
"""Readings of one passage that are told, over all its columns; a passage of more tells its first columns."""

_MARKS = re.compile('[“”«»"]')
_NUMBER_WORDS = (  # of English; figures are known in any language
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "dozen half first second third fourth fifth sixth seventh eighth ninth tenth"
)
_NUMBER = re.compile(rf"\d+(?:[.,]\d+)*|\b(?:{_NUMBER_WORDS.replace(' ', '|')})\b", re.IGNORECASE)
_HYPHENS = {"-", "‐", "‑"}


class Cell(NamedTuple):
    """What one witness has in a column: its position among the cluster's places, its text and spans."""

    place: int
    text: str
    spans: tuple[Span, ...]


class Column(NamedTuple):
    """A place where witnesses differ: one cell a witness, or, where words have moved, one for each of two places.

    `kind` is what the words alone tell; names and dates may tell more. What a witness lacks is an omission here.
    """

    kind: DivergenceKind
    cells: tuple[Cell, ...]


class _Alignment(NamedTuple):
    """A witness beside the core: the tiles in the order of both, and those that stand in another order."""

    words: Words
    place: Place
    fixed: tuple[Tile, ...]
    moved: tuple[Tile, ...]


def columns(cluster: Cluster, articles: Sequence[Words]) -> tuple[tuple[Column, ...], int]:
    """Return where the witnesses differ, in the order of the core's words, and how many such places are left out."""
    if all(len(tiles) == 1 and tiles[0][2] == cluster.places[0].words for tiles in cluster.tiles) and all(
        place.words == cluster.places[0].words for place in cluster.places
    ):
        return (), 0
    alignments = [
        _Alignment(articles[place.article], place, *in_order(tiles))
        for place, tiles in zip(cluster.places, cluster.tiles, strict=True)
    ]
    stretches = _stretches(alignments)
    most = max(1, MOST_READINGS // len(alignments))
    found = [(*stretch, _column(stretch, alignments)) for stretch in stretches[:most]]
    found += [
        (tile[0], tile[0] + tile[2], _moved(alignments, number, tile))
        for number, alignment in enumerate(alignments)
        for tile in alignment.moved
    ]
    told = sorted((each for each in found if _differs(each[2])), key=lambda each: each[:2])
    return tuple(column for _, _, column in told[:most]), len(stretches) - len(stretches[:most]) + len(told[most:])


def in_order(tiles: Sequence[Tile]) -> tuple[tuple[Tile, ...], tuple[Tile, ...]]:
    """Part the tiles into a heavy sequence that has the same order in both texts, and the rest.

    Where they stand in one order already, as nearly always, that is all of them.
    """
    if all(one[1] + one[2] <= two[1] for one, two in pairwise(tiles)):
        return tuple(tiles), ()
    chosen: list[Tile] = []
    for tile in sorted(tiles, key=lambda tile: (-tile[2], tile)):
        if all((tile[0] < other[0]) == (tile[1] < other[1]) for other in chosen):
            chosen.append(tile)
    fixed = set(chosen)
    return tuple(sorted(chosen)), tuple(tile for tile in tiles if tile not in fixed)


def _stretches(alignments: Sequence[_Alignment]) -> list[tuple[int, int]]:
    """Return the stretches of the core's words, which may be empty, where some witness differs."""
    core = alignments[0].place
    stretches: list[tuple[int, int]] = []
    for start, end in sorted({gap for alignment in alignments[1:] for gap in _gaps(core, alignment)}):
        last = stretches[-1] if stretches else (core.start, core.start - 1)
        if start < last[1] or (start == last[1] and (start == end or last[0] == last[1])):
            stretches[-1] = last[0], max(last[1], end)
        else:
            stretches.append((start, end))
    return stretches


def _gaps(core: Place, alignment: _Alignment) -> Iterator[tuple[int, int]]:
    here, there = core.start, alignment.place.start
    for left, right, length in (*alignment.fixed, (core.end, alignment.place.end, 0)):
        if _unmoved(here, left, alignment.moved, 0) or _unmoved(there, right, alignment.moved, 1):
            yield here, left
        here, there = left + length, right + length


def _unmoved(start: int, end: int, moved: Sequence[Tile], side: int) -> int:
    """Return how many words of a stretch have not merely moved."""
    inside = sum(max(0, min(end, tile[side] + tile[2]) - max(start, tile[side])) for tile in moved)
    return end - start - inside


def _column(stretch: tuple[int, int], alignments: Sequence[_Alignment]) -> Column:
    found = _widened([_counterpart(alignment, *stretch) for alignment in alignments], alignments)
    cells = tuple(
        Cell(number, alignment.words.text_between(*words), alignment.words.spans(*words))
        for number, (alignment, words) in enumerate(zip(alignments, found, strict=True))
    )
    return Column(_kind(cells, alignments), cells)


def _kind(cells: Sequence[Cell], alignments: Sequence[_Alignment]) -> DivergenceKind:
    full = [cell for cell in cells if cell.text]
    numbers = [tuple(_NUMBER.findall(cell.text.casefold())) for cell in cells]
    if all(numbers) and len(set(numbers)) > 1:
        return DivergenceKind.NUMBER
    if all(_quoted(cell, alignments[cell.place].words.article) for cell in full):
        return DivergenceKind.QUOTATION
    return DivergenceKind.WORD if len(full) == len(cells) else DivergenceKind.OMISSION


def _quoted(cell: Cell, owner: Article) -> bool:
    """Return whether the reading stands between quotation marks that its block opens before and closes after it."""
    first, last = cell.spans[0], cell.spans[-1]
    if first.block != last.block:
        return False
    text = owner.block_by_id[first.block].text
    before, after = text[max(0, first.start - AROUND) : first.start], text[last.end : last.end + AROUND]
    if not _MARKS.search(before):
        return False
    curly = before.count("“") + before.count("«") > before.count("”") + before.count("»")
    closed = "”" in after or "»" in after
    return (curly and closed) or (before.count('"') % 2 == 1 and '"' in after)


def _counterpart(alignment: _Alignment, start: int, end: int) -> tuple[int, int]:
    """Return the witness's words in the place of the core's words `start` to before `end`."""
    first, last = alignment.place.start, alignment.place.end
    near = max(0, bisect_left(alignment.fixed, (start,)) - 1)
    for left, right, length in (alignment.fixed[at] for at in range(near, len(alignment.fixed))):
        if left + length < start:
            first = right + length
        elif left < start or left == start < end:
            first = right + min(length, start - left)
        if left >= end:
            last = right
            break
        if end < left + length or start < end == left + length:
            last = right + end - left
            break
    return first, max(first, last)


def _widened(found: Sequence[tuple[int, int]], alignments: Sequence[_Alignment]) -> list[tuple[int, int]]:
    """Take in the rest of a compound (`Nagorno-Karabakh`) that any witness has there, in all of them."""
    both = list(zip(found, alignments, strict=True))
    ahead = any(start < end and _hyphened(alignment, end - 1) for (start, end), alignment in both)
    behind = any(start < end and _hyphened(alignment, start - 1) for (start, end), alignment in both)
    return [
        (max(alignment.place.start, start - behind), min(alignment.place.end, end + ahead))
        for (start, end), alignment in both
    ]


def _hyphened(alignment: _Alignment, word: int) -> bool:
    """Return whether a hyphen, and nothing else, stands between a word and the next."""
    words = alignment.words
    if not alignment.place.start <= word < alignment.place.end - 1:
        return False
    return words.text[words.ends[word] : words.starts[word + 1]] in _HYPHENS


def _differs(column: Column) -> bool:
    return column.kind is DivergenceKind.ORDER or len({cell.text.casefold() for cell in column.cells}) > 1


def _moved(alignments: Sequence[_Alignment], number: int, tile: Tile) -> Column:
    left, right, length = tile
    cells = (
        Cell(
            at,
            alignments[at].words.text_between(start, start + length),
            alignments[at].words.spans(start, start + length),
        )
        for at, start in ((0, left), (number, right))
    )
    return Column(DivergenceKind.ORDER, tuple(cells))
