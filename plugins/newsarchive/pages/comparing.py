"""Which articles are compared: each two that share enough for a page on which they stand side by side."""

from collections.abc import Collection, Sequence
from itertools import combinations

from newsarchive.annotation import Passage
from newsarchive.archive import Archive

MOST_COMPARED = 24
"""Articles that one passage brings together two by two: boilerplate in n articles would make n² pages."""

LEAST_WORDS = 100
"""Words of a passage that are worth a page of the two articles; a shorter one's own page shows all that they share.

Shorter ones are worth one where they are half of the shorter article, and where there are two or more: only side by
side can a reader see in which order each article has them.
"""

Pair = tuple[str, str]


def compared_pairs(archive: Archive) -> dict[Pair, list[Passage]]:
    """Return the passages that each two articles with a page of their own share, by the sorted ids of the two."""
    pairs: dict[Pair, list[Passage]] = {}
    for passage in archive.passages:
        if brings_together(passage):
            for pair in combinations(sorted(_articles(passage)), 2):
                pairs.setdefault(pair, []).append(passage)
    return {pair: pairs[pair] for pair in sorted(pairs) if _is_enough(archive, pair, pairs[pair])}


def brings_together(passage: Passage) -> bool:
    """Return whether the articles that have `passage` are compared by it."""
    return len(_articles(passage)) <= MOST_COMPARED


def _articles(passage: Passage) -> set[str]:
    return {witness.article for witness in passage.witnesses}


def _is_enough(archive: Archive, pair: Pair, passages: Sequence[Passage]) -> bool:
    if len(passages) > 1 or passages[0].words >= LEAST_WORDS:
        return True
    shorter = min(archive.synopses[article].words if article in archive.synopses else 0 for article in pair)
    return 0 < shorter <= 2 * passages[0].words


def pair_address(pair: Pair) -> str:
    """Return the address of the page that shows two articles, their ids sorted, side by side."""
    return f"compare/{'--'.join(pair)}/"


def compare_address(pairs: Collection[Pair], one: str, other: str) -> str | None:
    """Return the address of the page that shows two articles side by side, in whatever order; None where none does."""
    pair = (one, other) if one < other else (other, one)
    return pair_address(pair) if pair in pairs else None
