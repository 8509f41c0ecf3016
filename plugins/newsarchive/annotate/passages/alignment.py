"""Alignment: two witnesses of a passage, word beside word, for a page that shows what was changed.

`align_witnesses(article_a, witness_a, article_b, witness_b)` returns runs in the order of the left witness. A run
covers words; what stands between two runs is space and punctuation and belongs to neither. To show the left
witness, walk its parts and mark the spans of the runs that are not `equal`; to show one text with insertions and
deletions, walk the runs: `delete` has spans only on the left, `insert` only on the right, `replace` on both.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from newsarchive.annotate.passages.beside import runs_beside
from newsarchive.annotate.passages.column import in_order
from newsarchive.annotate.passages.join import joined
from newsarchive.annotate.passages.match import Tile, filled, tiled
from newsarchive.annotate.passages.row import Row, packed_grams, recurring
from newsarchive.annotate.passages.words import Words, words_of_few
from newsarchive.annotation import Witness
from newsarchive.article import Article, Span

_Text = tuple[Article, tuple[Span, ...]]


class RunKind(StrEnum):
    """How a run of words of the one witness stands in the other."""

    EQUAL = "equal"
    REPLACE = "replace"
    DELETE = "delete"
    INSERT = "insert"


class Run(NamedTuple):
    """Words of two witnesses that stand beside each other; `left` and `right` are their spans, one a block."""

    kind: RunKind
    left: tuple[Span, ...]
    right: tuple[Span, ...]


def align_witnesses(article_a: Article, witness_a: Witness, article_b: Article, witness_b: Witness) -> tuple[Run, ...]:
    """Return how the words of `witness_a` became those of `witness_b`, in the order of the left witness.

    Words that stand in another order show as deleted here and inserted there. Raises KeyError where an article has not
    the block that its witness names.
    """
    here, there = (article_a, witness_a.parts), (article_b, witness_b.parts)
    if article_a.id <= article_b.id:
        left, right, runs = _in_common(here, there)
    else:
        right, left, turned = _in_common(there, here)
        runs = [(one, two, length) for two, one, length in turned]
    fixed, _ = in_order(tiled(runs))
    return tuple(_runs(left, right, filled(left, right, [(0, 0, 0), *fixed, (left.count, right.count, 0)])))


@lru_cache(maxsize=128)  # the pages of two articles compare the same texts, each with its own as the left one
def _in_common(left: _Text, right: _Text) -> tuple[Words, Words, Sequence[Tile]]:
    """Return the words of two texts, and the runs that both have.

    They are the same from either side: of the few places of a gram in two texts `join` pairs each with each.
    """
    texts, row = words_of_few([left, right])
    one, two = texts[0], texts[1]
    runs = runs_beside(one, two)
    return one, two, list(_runs_across(row, one.count)) if runs is None else runs


def _runs_across(row: Row, border: int) -> Iterator[Tile]:
    """Yield the runs of words that the texts before and after a border of the row have in common."""
    grams = packed_grams(row)
    runs = joined(row, recurring(row, grams))
    found = runs.chosen((runs.left < border) & (runs.right >= border))
    return zip(found.left.tolist(), (found.right - border).tolist(), found.length.tolist(), strict=True)


def _runs(left: Words, right: Words, tiles: Sequence[Tile]) -> Iterator[Run]:
    here = there = 0
    for one, two, length in (*tiles, (left.count, right.count, 0)):
        if here < one or there < two:
            kind = RunKind.INSERT if here == one else RunKind.DELETE if there == two else RunKind.REPLACE
            yield Run(kind, left.spans(here, one), right.spans(there, two))
        if length:
            yield Run(RunKind.EQUAL, left.spans(one, one + length), right.spans(two, two + length))
        here, there = one + length, two + length
