"""Companions: which entities stand together in one paragraph, and how often."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from itertools import chain, combinations

LIST_FROM = 60  # a block that names more entities than this is a list, and what it names does not stand together


def companions(blocks: Iterable[Collection[str]]) -> dict[str, Counter[str]]:
    """Return, for each entity, in how many of `blocks` each other entity stands beside it.

    Each block is what it names, each entity once. A block of more than `LIST_FROM` is left out, so that the time is
    linear in the number of mentions.
    """
    pairs = Counter(chain.from_iterable(combinations(sorted(block), 2) for block in blocks if len(block) <= LIST_FROM))
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for (one, other), count in pairs.items():
        together[one][other] = count
        together[other][one] = count
    return dict(together)
