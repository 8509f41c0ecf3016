"""Records: what texts have in common as plain values, which a file can keep and another process can be sent."""

from collections.abc import Iterator, Sequence
from typing import Any

from newsarchive.annotate.passages.cluster import Cluster, Place
from newsarchive.annotate.passages.column import Cell, Column
from newsarchive.annotate.passages.draft import Draft
from newsarchive.annotation import DivergenceKind, Suppressed
from newsarchive.article import Span
from newsarchive.columns import made

Plain = Sequence[Any]
"""What `plain` makes of a tuple."""

_KINDS = {str(kind): kind for kind in DivergenceKind}


def plain(value: Any) -> Any:  # noqa: ANN401  # whatever a find is made of
    """Return `value` without the types that `marshal` does not write: named tuples, and enumerations of words."""
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return str(value) if isinstance(value, str) else value


def read_drafts(drafts: Plain, numbers: Sequence[int | None]) -> Iterator[tuple[Cluster, Draft]]:
    """Yield plain drafts with their clusters, but for those of articles that are gone.

    `numbers` are those that the articles have now, None where there is none.
    """
    for (places, tiles), draft in drafts:
        if all(numbers[article] is not None for article, _, _ in places):
            there = tuple(Place(numbers[article], start, end) for article, start, end in places)
            yield Cluster(there, tiles), _draft(*draft)


def read_suppressed(suppressed: Plain) -> Iterator[Suppressed]:
    """Yield what `plain` made plain of what was set apart."""
    return made(
        Suppressed,
        (
            (kind, reason, article, Span(*span), text, detail)
            for kind, reason, article, span, text, detail in suppressed
        ),
    )


def _draft(ids: tuple[str, ...], words: tuple[int, ...], parts: Plain, columns: Plain, left_out: int) -> Draft:
    return Draft(
        ids, words, tuple(map(_spans, parts)), tuple(_column(kind, cells) for kind, cells in columns), left_out
    )


def _column(kind: str, cells: Plain) -> Column:
    return Column(_KINDS[kind], tuple([Cell(place, text, _spans(spans)) for place, text, spans in cells]))


def _spans(spans: Plain) -> tuple[Span, ...]:
    return tuple(map(Span._make, spans))
