"""Record: what texts have in common as plain values, which a file can keep and another process can be sent."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat
from typing import Any

from newsarchive.annotate.passages.cluster import Cluster, Place
from newsarchive.annotate.passages.column import Cell, Column
from newsarchive.annotate.passages.draft import Draft
from newsarchive.annotation import DivergenceKind, Suppressed
from newsarchive.article import Span
from newsarchive.columns import made, row, rows

Plain = Sequence[Any]
"""What `plain` makes of a tuple."""
PlainDraft = tuple[Any, ...]
"""What `plain` makes of a cluster and its draft."""

_KINDS = {str(kind): kind for kind in DivergenceKind}
_SPAN = partial(row, Span)


def plain(value: Any) -> Any:  # noqa: ANN401  # whatever a find is made of
    """Return `value` without the types that `marshal` does not write: named tuples, and enumerations of words."""
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return str(value) if isinstance(value, str) else value


def renumbered(drafts: Iterable[PlainDraft], numbers: Sequence[int | None]) -> Iterator[PlainDraft]:
    """Yield drafts with the numbers that their articles have now, but for those of articles that are gone.

    `numbers` has None where there is none. A plain cluster is equal to the cluster that it was made of.
    """
    for (places, tiles), draft in drafts:
        there = tuple([(numbers[article], start, end) for article, start, end in places])
        if all(number is not None for number, _, _ in there):
            yield (there, tiles), draft


def read_drafts(drafts: Iterable[PlainDraft]) -> Iterator[tuple[Cluster, Draft]]:
    """Yield the clusters and drafts that `plain` made plain."""
    for (places, tiles), (ids, words, parts, columns, left_out) in drafts:
        told = tuple([_column(kind, cells) for kind, cells in columns])
        yield Cluster(tuple(made(Place, places)), tiles), Draft(ids, words, tuple(map(_spans, parts)), told, left_out)


def _column(kind: str, cells: Plain) -> Column:
    return row(
        Column, (_KINDS[kind], tuple(made(Cell, [(place, text, _spans(spans)) for place, text, spans in cells])))
    )


def _spans(spans: Plain) -> tuple[Span, ...]:
    return tuple(map(_SPAN, spans))


def read_suppressed(columns: Plain) -> Iterator[Suppressed]:
    """Yield the passages that were set apart, of columns such as `suppression` makes."""
    reasons, articles, blocks, starts, ends, texts, details = columns
    return rows(Suppressed, repeat("passage"), reasons, articles, rows(Span, blocks, starts, ends), texts, details)
