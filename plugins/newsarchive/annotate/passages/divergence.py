"""Divergence: a place where witnesses differ, named by its kind.

A changed number or date comes before all else, then names, then words of a quotation, then what one witness lacks.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from newsarchive.annotate.passages.record import PlainCell, PlainColumn, PlainSpan, read_spans
from newsarchive.annotate.rows import Rows
from newsarchive.annotation import Divergence, DivergenceKind, Reading
from newsarchive.article import Article
from newsarchive.columns import row

Found = Callable[[str], Rows]
"""Gives what was found in the article of an id."""

_NAMED = 0.5
"""The share of a reading's letters that names must cover for the reading to be a name."""

_KINDS = {str(kind): kind for kind in DivergenceKind}
_WITNESS = attrgetter("witness")


def divergence(
    column: PlainColumn, owners: Sequence[Article], positions: Sequence[int], base: int, found: Found
) -> Divergence:
    """Return what a column is to the reader.

    `owners` are the articles of the cluster's places and `positions` those of the passage's witnesses; `base` is the
    place from which a lack is called an omission or an addition. `found` gives what was found in an article.
    """
    told, cells = column
    readings = [row(Reading, (positions[place], text, read_spans(spans))) for place, text, spans in cells]
    readings.sort(key=_WITNESS)
    return row(Divergence, (_kind(_KINDS[told], cells, owners, base, found), tuple(readings)))


def _kind(
    kind: DivergenceKind, cells: Sequence[PlainCell], owners: Sequence[Article], base: int, found: Found
) -> DivergenceKind:
    if kind is DivergenceKind.ORDER:
        return kind
    if "" in [text for _, text, _ in cells]:
        lacking = kind is DivergenceKind.OMISSION and base not in [place for place, text, _ in cells if text]
        return DivergenceKind.ADDITION if lacking else kind
    if all(_dated(spans, found(owners[place].id)) for place, _, spans in cells):
        return DivergenceKind.DATE
    if kind is DivergenceKind.NUMBER:
        return kind
    named = set()
    for place, text, spans in cells:  # what was found is read as it is come to: that takes longer than all else here
        entities = _entities(text, spans, found(owners[place].id))
        if not entities:
            return kind
        named.add(entities)
    return DivergenceKind.NAME if len(named) == 1 else DivergenceKind.ENTITY


def _dated(spans: Iterable[PlainSpan], found: Rows) -> bool:
    for block, first, last in spans:
        for one in found.dates:
            if one[0] == block and one[1] < last and one[2] > first:
                return True
    return False


def _entities(text: str, spans: Iterable[PlainSpan], found: Rows) -> frozenset[str]:
    """Return what a reading names, if it is hardly more than a name."""
    covered = [
        (entity, min(end, last) - max(start, first))
        for block, first, last in spans
        for within, start, end, _, entity, _, _, _ in found.mentions
        if within == block and start < last and end > first
    ]
    if sum([letters for _, letters in covered]) < _NAMED * len(text):
        return frozenset()
    return frozenset([entity for entity, _ in covered])
