"""Which articles are compared: each two that share enough for a page on which they stand side by side."""

from collections.abc import Collection
from itertools import combinations

from newsarchive.annotation import Passage
from newsarchive.archive import Archive

MOST_COMPARED = 24
"""Articles that one passage brings together two by two: boilerplate in n articles would make n² pages."""

LEAST_WORDS = 100
"""Words that two articles share in one passage to have a page of their own; the passage's page shows fewer as well.

Two passages or more have one whatever their length: only there can a reader see in which order each article has them.
"""

Pair = tuple[str, str]


def compared_pairs(archive: Archive) -> dict[Pair, list[Passage]]:
    """Return the passages that each two articles with a page of their own share, by the sorted ids of the two."""
    pairs: dict[Pair, list[Passage]] = {}
    for passage in archive.passages:
        if brings_together(passage):
            for pair in combinations(sorted(_articles(passage)), 2):
                pairs.setdefault(pair, []).append(passage)
    return {pair: pairs[pair] for pair in sorted(pairs) if _is_enough(pairs[pair])}


def brings_together(passage: Passage) -> bool:
    """Return whether the articles that have `passage` are compared by it."""
    return len(_articles(passage)) <= MOST_COMPARED


def _articles(passage: Passage) -> set[str]:
    return {witness.article for witness in passage.witnesses}


def _is_enough(passages: list[Passage]) -> bool:
    return len(passages) > 1 or passages[0].words >= LEAST_WORDS


def pair_address(pair: Pair) -> str:
    """Return the address of the page that shows two articles, their ids sorted, side by side."""
    return f"compare/{'--'.join(pair)}/"


def compare_address(pairs: Collection[Pair], one: str, other: str) -> str | None:
    """Return the address of the page that shows two articles side by side, in whatever order; None where none does."""
    pair = (one, other) if one < other else (other, one)
    return pair_address(pair) if pair in pairs else None
