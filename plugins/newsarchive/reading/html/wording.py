"""Wording: texts compared by their words alone, however they are set."""

import re
from collections.abc import Collection, Sequence

_WORD = re.compile(r"\w+")
GRAM = 4
"""Words of a gram."""
_SITE_NAME = 4
_SAME = 0.9

Gram = tuple[str, ...]


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of `text` in lower case: runs of letters, digits and `_`."""
    return tuple(word.lower() for word in _WORD.findall(text))


def grams_of(words: Sequence[str]) -> set[Gram]:
    """Return every four words of `words` that follow one another."""
    return {tuple(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1)}


def share_of(words: Sequence[str], grams: Collection[Gram]) -> float:
    """Return which share of the grams of `words` is among `grams`; 0 where there are fewer than four words."""
    own = [tuple(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1)]
    return sum(gram in grams for gram in own) / len(own) if own else 0.0


def like(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two headlines, given by their words, say the same: nine in ten words of the shorter stand in the longer.

    The longer one may have four words more, as where a page's title ends in the name of its site.
    """
    shorter, longer = sorted((one, other), key=len)
    if not shorter or len(longer) > len(shorter) + _SITE_NAME:
        return False
    known = set(longer)
    return sum(word in known for word in shorter) >= _SAME * len(shorter)
