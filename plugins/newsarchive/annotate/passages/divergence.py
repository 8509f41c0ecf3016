"""Divergence: a place where witnesses differ, named by its kind.

A changed number or date comes before all else, then names, then words of a quotation, then what one witness lacks.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from operator import attrgetter

from newsarchive.annotate.passages.column import Cell, Column
from newsarchive.annotation import Annotations, Divergence, DivergenceKind, Reading
from newsarchive.article import Article, Span
from newsarchive.columns import made

Found = Callable[[str], Annotations]
"""Gives the annotations of the article of an id."""

_NAMED = 0.5
"""The share of a reading's letters that names must cover for the reading to be a name."""

_WITNESS = attrgetter("witness")


def divergence(
    column: Column, owners: Sequence[Article], positions: Sequence[int], base: int, found: Found
) -> Divergence:
    """Return what a column is to the reader.

    `owners` are the articles of the cluster's places and `positions` those of the passage's witnesses; `base` is the
    place from which a lack is called an omission or an addition. `found` gives the annotations of an article.
    """
    readings = sorted(
        made(Reading, [(positions[place], text, spans) for place, text, spans in column.cells]), key=_WITNESS
    )
    return Divergence(_kind(column, owners, base, found), tuple(readings))


def _kind(column: Column, owners: Sequence[Article], base: int, found: Found) -> DivergenceKind:
    kind, cells = column.kind, column.cells
    if kind is DivergenceKind.ORDER:
        return kind
    if "" in [cell.text for cell in cells]:
        lacking = kind is DivergenceKind.OMISSION and not any(cell.text and cell.place == base for cell in cells)
        return DivergenceKind.ADDITION if lacking else kind

    def annotated() -> Iterator[Annotations]:  # read as they are come to, which takes more time than all else here
        return (found(owners[cell.place].id) for cell in cells)

    if all(map(_dated, cells, annotated())):
        return DivergenceKind.DATE
    if kind is DivergenceKind.NUMBER:
        return kind
    named = list(takewhile(bool, map(_entities, cells, annotated())))
    if len(named) == len(cells):
        return DivergenceKind.NAME if len(set(named)) == 1 else DivergenceKind.ENTITY
    return kind


def _dated(cell: Cell, found: Annotations) -> bool:
    for one in found.dates:
        for span in cell.spans:
            if _common(span, one.span):
                return True
    return False


def _entities(cell: Cell, found: Annotations) -> frozenset[str]:
    """Return what the reading names, if it is hardly more than a name."""
    covered = [
        (mention.entity, letters)
        for span in cell.spans
        for mention in found.mentions
        if (letters := _common(span, mention.span))
    ]
    if sum([letters for _, letters in covered]) < _NAMED * len(cell.text):
        return frozenset()
    return frozenset(entity for entity, _ in covered)


def _common(one: Span, two: Span) -> int:
    """Return how many letters two spans of one article have in common."""
    return max(0, min(one.end, two.end) - max(one.start, two.start)) if one.block == two.block else 0
