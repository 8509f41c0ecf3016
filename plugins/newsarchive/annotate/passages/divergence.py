"""Divergence: a place where witnesses differ, named by its kind.

A changed number or date comes before all else, then names, then words of a quotation, then what one witness lacks.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsarchive.annotate.passages.column import Cell, Column
from newsarchive.annotation import DateExpression, Divergence, DivergenceKind, Mention, Reading
from newsarchive.article import Article, Span

_NAMED = 0.5
"""The share of a reading's letters that names must cover for the reading to be a name."""


@dataclass(frozen=True)
class Marks:
    """The mentions and dates of all articles, by article and block."""

    mentions: Mapping[tuple[str, str], Sequence[Mention]] = field(default_factory=dict)
    dates: Mapping[tuple[str, str], Sequence[DateExpression]] = field(default_factory=dict)


def marks_of(mentions: Iterable[Mention], dates: Iterable[DateExpression]) -> Marks:
    """Return the mentions and dates by their article and block."""
    of_mentions: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        of_mentions[mention.article, mention.span.block].append(mention)
    of_dates: dict[tuple[str, str], list[DateExpression]] = defaultdict(list)
    for expression in dates:
        of_dates[expression.article, expression.span.block].append(expression)
    return Marks(of_mentions, of_dates)


def divergence(
    column: Column, owners: Sequence[Article], positions: Sequence[int], base: int, marks: Marks
) -> Divergence:
    """Return what a column is to the reader.

    `owners` are the articles of the cluster's places and `positions` those of the passage's witnesses; `base` is the
    place from which a lack is called an omission or an addition.
    """
    readings = sorted(
        (Reading(positions[cell.place], cell.text, cell.spans) for cell in column.cells), key=lambda each: each.witness
    )
    return Divergence(_kind(column, owners, base, marks), tuple(readings))


def _kind(column: Column, owners: Sequence[Article], base: int, marks: Marks) -> DivergenceKind:
    kind, cells = column.kind, column.cells
    if kind is DivergenceKind.ORDER:
        return kind
    if not all(cell.text for cell in cells):
        lacking = kind is DivergenceKind.OMISSION and not any(cell.text and cell.place == base for cell in cells)
        return DivergenceKind.ADDITION if lacking else kind
    if all(_dated(cell, owners[cell.place], marks) for cell in cells):
        return DivergenceKind.DATE
    if kind is DivergenceKind.NUMBER:
        return kind
    named = [_entities(cell, owners[cell.place], marks) for cell in cells]
    if all(named):
        return DivergenceKind.NAME if len(set(named)) == 1 else DivergenceKind.ENTITY
    return kind


def _dated(cell: Cell, owner: Article, marks: Marks) -> bool:
    return any(
        _common(span, expression.span)
        for span in cell.spans
        for expression in marks.dates.get((owner.id, span.block), ())
    )


def _entities(cell: Cell, owner: Article, marks: Marks) -> frozenset[str]:
    """Return what the reading names, if it is hardly more than a name."""
    found = [
        (mention.entity, _common(span, mention.span))
        for span in cell.spans
        for mention in marks.mentions.get((owner.id, span.block), ())
        if _common(span, mention.span)
    ]
    if sum(letters for _, letters in found) < _NAMED * len(cell.text):
        return frozenset()
    return frozenset(entity for entity, _ in found)


def _common(one: Span, two: Span) -> int:
    """Return how many letters two spans of one article have in common."""
    return max(0, min(one.end, two.end) - max(one.start, two.start)) if one.block == two.block else 0
