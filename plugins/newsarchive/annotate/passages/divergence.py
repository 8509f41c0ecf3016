"""Divergence: a place where witnesses differ, named by its kind.

A changed number or date comes before all else, then names, then words of a quotation, then what one witness lacks.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsarchive.annotate.passages.column import Cell, Column
from newsarchive.annotation import DateExpression, Divergence, DivergenceKind, Mention, Reading
from newsarchive.article import Article, Span

_NUMBER_WORDS = (  # of English; figures are known in any language
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "dozen half first second third fourth fifth sixth seventh eighth ninth tenth"
)
_NUMBER = re.compile(rf"\d+(?:[.,]\d+)*|\b(?:{_NUMBER_WORDS.replace(' ', '|')})\b", re.IGNORECASE)
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
    if column.moved:
        return DivergenceKind.ORDER
    full = [cell for cell in column.cells if cell.text]
    everywhere = len(full) == len(column.cells)
    if everywhere and (kind := _kind_of_fact(full, owners, marks)):
        return kind
    if all(_quoted(cell, owners[cell.place]) for cell in full):
        return DivergenceKind.QUOTATION
    if everywhere:
        return DivergenceKind.WORD
    has_it = any(cell.place == base for cell in full)
    return DivergenceKind.OMISSION if has_it else DivergenceKind.ADDITION


def _kind_of_fact(cells: Sequence[Cell], owners: Sequence[Article], marks: Marks) -> DivergenceKind | None:
    if all(_dated(cell, owners[cell.place], marks) for cell in cells):
        return DivergenceKind.DATE
    numbers = [tuple(_NUMBER.findall(cell.text.casefold())) for cell in cells]
    if all(numbers) and len(set(numbers)) > 1:
        return DivergenceKind.NUMBER
    named = [_entities(cell, owners[cell.place], marks) for cell in cells]
    if all(named):
        return DivergenceKind.NAME if len(set(named)) == 1 else DivergenceKind.ENTITY
    return None


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


def _quoted(cell: Cell, owner: Article) -> bool:
    """Return whether the reading stands between quotation marks that its block opens before and closes after it."""
    first, last = cell.spans[0], cell.spans[-1]
    if first.block != last.block:
        return False
    text = owner.block_by_id[first.block].text
    before, after = text[: first.start], text[last.end :]
    curly = before.count("“") + before.count("«") > before.count("”") + before.count("»")
    closed = "”" in after or "»" in after
    return (curly and closed) or (before.count('"') % 2 == 1 and '"' in after)
