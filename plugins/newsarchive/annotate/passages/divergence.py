"""Divergence: each place where the witnesses of a passage differ, named by its kind."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsarchive.annotate.passages.cluster import Cluster, Place
from newsarchive.annotate.passages.match import Tile
from newsarchive.annotate.passages.words import Words
from newsarchive.annotation import DateExpression, Divergence, DivergenceKind, Mention, Reading
from newsarchive.article import Span

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_OPENING, _CLOSING = "“„«", "”»"


@dataclass(frozen=True)
class Marks:
    """What is known of the spans of each article's blocks, by article and block."""

    mentions: Mapping[tuple[str, str], Sequence[Mention]] = field(default_factory=dict)
    dates: Mapping[tuple[str, str], Sequence[DateExpression]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Alignment:
    """A witness beside the core: the tiles in the order of both, and those that stand in another order."""

    words: Words
    place: Place
    fixed: tuple[Tile, ...]
    moved: tuple[Tile, ...]


def divergences(cluster: Cluster, articles: Sequence[Words], marks: Marks) -> tuple[Divergence, ...]:
    """Return where the witnesses differ, in the order of the core's words."""
    if all(len(tiles) == 1 for tiles in cluster.tiles) and len({p.end - p.start for p in cluster.places}) == 1:
        return ()
    alignments = [
        _Alignment(articles[place.article], place, *in_order(tiles))
        for place, tiles in zip(cluster.places, cluster.tiles, strict=True)
    ]
    found = [(*column, _differing(column, alignments, marks)) for column in _columns(alignments)]
    found += [(*_moved_column(alignments, number, tile),) for number, tile in _moves(alignments)]
    return tuple(divergence for _, _, divergence in sorted(found, key=lambda each: each[:2]) if divergence)


def in_order(tiles: Sequence[Tile]) -> tuple[tuple[Tile, ...], tuple[Tile, ...]]:
    """Part the tiles into the heaviest sequence that has the same order in both texts, and the rest."""
    if len(tiles) < 2:  # noqa: PLR2004  # one tile has no order
        return tuple(tiles), ()
    best: list[tuple[int, int]] = []
    for number, tile in enumerate(tiles):
        before = [(best[k][0], k) for k in range(number) if tiles[k][1] + tiles[k][2] <= tile[1]]
        weight, previous = max(before, default=(0, -1))
        best.append((weight + tile[2], previous))
    at = max(range(len(tiles)), key=lambda number: best[number][0])
    chosen = set()
    while at >= 0:
        chosen.add(at)
        at = best[at][1]
    fixed = tuple(tile for number, tile in enumerate(tiles) if number in chosen)
    return fixed, tuple(tile for number, tile in enumerate(tiles) if number not in chosen)


def _columns(alignments: Sequence[_Alignment]) -> list[tuple[int, int]]:
    """Return the stretches of the core's words, which may be empty, where some witness differs."""
    core = alignments[0].place
    found = sorted({gap for alignment in alignments[1:] for gap in _gaps(core, alignment)})
    columns: list[tuple[int, int]] = []
    for start, end in found:
        last = columns[-1] if columns else (core.start, core.start - 1)
        if start < last[1] or (start == last[1] and (start == end or last[0] == last[1])):
            columns[-1] = last[0], max(last[1], end)
        else:
            columns.append((start, end))
    return columns


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


def _counterpart(alignment: _Alignment, core: Place, start: int, end: int) -> tuple[int, int]:
    """Return the witness's words in the place of the core's words `start` to before `end`."""
    first, last = alignment.place.start, alignment.place.end
    for left, right, length in alignment.fixed:
        if left + length < start:
            first = right + length
        elif left <= start:
            first = right + min(length, start - left)
        if left <= end and (left < end or start == end) and end <= left + length:
            last = right + end - left
            break
        if left >= end:
            last = right
            break
    return first, max(first, last)


def _differing(column: tuple[int, int], alignments: Sequence[_Alignment], marks: Marks) -> Divergence | None:
    core = alignments[0].place
    stretches = [_counterpart(alignment, core, *column) for alignment in alignments]
    stretches = _widened(stretches, alignments)
    readings = tuple(
        Reading(number, alignment.words.text_between(*stretch), alignment.words.spans(*stretch))
        for number, (alignment, stretch) in enumerate(zip(alignments, stretches, strict=True))
    )
    if len({_plain(reading.text) for reading in readings}) == 1:
        return None
    return Divergence(_kind(readings, alignments, marks), readings)


def _widened(stretches: list[tuple[int, int]], alignments: Sequence[_Alignment]) -> list[tuple[int, int]]:
    """Take in the rest of a compound (`Nagorno-Karabakh`) that any witness has there, in all of them."""
    ahead = any(s < e and _hyphen(a, e - 1) for (s, e), a in zip(stretches, alignments, strict=True))
    behind = any(s < e and _hyphen(a, s - 1) for (s, e), a in zip(stretches, alignments, strict=True))
    return [
        (max(a.place.start, s - behind), min(a.place.end, e + ahead))
        for (s, e), a in zip(stretches, alignments, strict=True)
    ]


def _hyphen(alignment: _Alignment, word: int) -> bool:
    words = alignment.words
    if not alignment.place.start <= word < alignment.place.end - 1:
        return False
    return words.text[words.ends[word] : words.starts[word + 1]] in {"-", "‑", "‐"}


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _kind(readings: Sequence[Reading], alignments: Sequence[_Alignment], marks: Marks) -> DivergenceKind:
    places = [(a.words.article.id, reading.spans) for reading, a in zip(readings, alignments, strict=True)]
    dated = [
        any(_over(span, expression.span) for expression in marks.dates.get((article, span.block), ()))
        for article, spans in places
        if spans
        for span in spans[:1]
    ]
    full = [reading for reading in readings if reading.text]
    if len(full) == len(readings) and all(dated):
        return DivergenceKind.DATE
    entities = [_entities(article, spans, marks) for article, spans in places if spans]
    if len(full) == len(readings) and all(entities):
        return DivergenceKind.NAME if len(set(entities)) == 1 else DivergenceKind.ENTITY
    numbers = {tuple(_NUMBER.findall(reading.text)) for reading in full}
    if len(numbers) > 1 and len(full) == len(readings):
        return DivergenceKind.NUMBER
    if len(full) == len(readings):
        return DivergenceKind.WORD
    return DivergenceKind.OMISSION if readings[0].text else DivergenceKind.ADDITION


def _over(one: Span, two: Span) -> bool:
    return one.block == two.block and one.start < two.end and two.start < one.end


def _entities(article: str, spans: Sequence[Span], marks: Marks) -> frozenset[str]:
    return frozenset(
        mention.entity
        for span in spans
        for mention in marks.mentions.get((article, span.block), ())
        if _over(span, mention.span)
    )


def _moves(alignments: Sequence[_Alignment]) -> Iterator[tuple[int, Tile]]:
    for number, alignment in enumerate(alignments):
        for tile in alignment.moved:
            yield number, tile


def _moved_column(alignments: Sequence[_Alignment], number: int, tile: Tile) -> tuple[int, int, Divergence]:
    left, right, length = tile
    readings = tuple(
        Reading(
            position,
            alignments[position].words.text_between(at, at + length),
            alignments[position].words.spans(at, at + length),
        )
        for position, at in ((0, left), (number, right))
    )
    return left, left + length, Divergence(DivergenceKind.ORDER, readings)
