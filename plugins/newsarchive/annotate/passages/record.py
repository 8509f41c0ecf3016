"""Record: what texts have in common as plain values, which a file can keep and another process can be sent."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat
from typing import Any

from newsarchive.annotation import Suppressed
from newsarchive.article import Span
from newsarchive.columns import row, rows

KIND = "passage"
"""What that which was set apart would have been."""

Plain = Sequence[Any]
"""What `plain` makes of a tuple."""
PlainSpan = tuple[str, int, int]
PlainPlace = tuple[int, int, int]
PlainTile = tuple[int, int, int]
PlainCluster = tuple[tuple[PlainPlace, ...], tuple[tuple[PlainTile, ...], ...]]
PlainCell = tuple[int, str, tuple[PlainSpan, ...]]
PlainColumn = tuple[str, tuple[PlainCell, ...]]
PlainDraft = tuple[tuple[str, ...], tuple[int, ...], tuple[tuple[PlainSpan, ...], ...], tuple[PlainColumn, ...], int]
PlainPassage = tuple[PlainCluster, PlainDraft]
"""A cluster and its draft: each has what its kind has (`cluster.py`, `draft.py`, `column.py`), in the same order."""

_SPAN = partial(row, Span)


def plain(value: Any) -> Any:  # noqa: ANN401  # whatever a find is made of
    """Return `value` without the types that `marshal` does not write: named tuples, and enumerations of words."""
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return str(value) if isinstance(value, str) else value


def renumbered(passages: Iterable[PlainPassage], numbers: Sequence[int | None]) -> Iterator[PlainPassage]:
    """Yield passages with the numbers that their articles have now, but for those of articles that are gone.

    `numbers` has None where there is none. A plain cluster is equal to the cluster that it was made of.
    """
    for (places, tiles), draft in passages:
        there = [(number, start, end) for at, start, end in places if (number := numbers[at]) is not None]
        if len(there) == len(places):
            yield (tuple(there), tiles), draft


def read_spans(spans: Iterable[PlainSpan]) -> tuple[Span, ...]:
    """Return spans that `plain` made plain."""
    return tuple(map(_SPAN, spans))


def read_suppressed(columns: Plain) -> Iterator[Suppressed]:
    """Yield the passages that were set apart, of columns such as `suppression` makes."""
    reasons, articles, blocks, starts, ends, texts, details = columns
    return rows(Suppressed, repeat(KIND), reasons, articles, rows(Span, blocks, starts, ends), texts, details)
