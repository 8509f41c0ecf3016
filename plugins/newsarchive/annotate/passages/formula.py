"""Formula: text that stands in many articles which are otherwise unlike, and says nothing of who copied whom.

A gram is formulaic when it stands in more than `limit(articles)` articles, not counting articles that are mostly made
of such grams: those are copies of one another, and copies are passages however many there are.
"""

import numpy as np

from newsarchive.annotate.passages.row import Marks, Places, Recurring

FEWEST_ARTICLES = 10
"""A text is no formula as long as it stands in at most so many articles."""
SHARE = 100
"""In a large archive a text is a formula from about one article in so many on."""
COPY = 0.5
"""An article is a copy when this share of its words stands in that many articles."""
BRIDGE = 3
"""Words, such as a name or a date, that may differ within a formula."""


def limit(articles: int) -> int:
    """Return in how many of so many articles a text may stand before it is a formula.

    It grows by doubling, so that one more article seldom changes what is a formula.
    """
    return max(FEWEST_ARTICLES, 1 << max(0, (articles // SHARE).bit_length() - 1))


def standing(grams: Recurring, counted: Marks) -> Places:
    """Return for each of `grams` in how many articles it stands, of those that are `counted`."""
    hosts = grams.once & counted[grams.article]
    return (
        np.bincount(grams.group[hosts], minlength=int(grams.group[-1]) + 1)[grams.group] if len(hosts) else grams.group
    )


def is_copy(many: Marks) -> bool:
    """Return whether most words of an article, of which `many` has a mark for each, stand in many articles."""
    return bool(len(many)) and int(np.count_nonzero(many)) >= COPY * len(many)
