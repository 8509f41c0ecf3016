"""Companions: which entities stand together in one paragraph, and how often."""

from collections import Counter, defaultdict
from collections.abc import Iterable

LIST_FROM = 60  # a block that names more entities than this is a list, and what it names does not stand together


def companions(blocks: Iterable[frozenset[str]]) -> dict[str, Counter[str]]:
    """Return, for each entity, in how many of `blocks` each other entity stands beside it.

    Each block is the set of the entities that it names. A block of more than `LIST_FROM` is left out, so that the time
    is linear in the number of mentions.
    """
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for block in blocks:
        if len(block) > LIST_FROM:
            continue
        for entity in block:
            together[entity].update(block)
    return {entity: _others(entity, counts) for entity, counts in together.items()}


def _others(entity: str, counts: Counter[str]) -> Counter[str]:
    return Counter({other: count for other, count in sorted(counts.items()) if other != entity})
