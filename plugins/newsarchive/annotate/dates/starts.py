"""Starts: the places of a text where a phrase that names a date may begin, found in one pass of an automaton."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

from newsarchive.annotate.dates.vocabulary import SPACES

_BEGINNINGS = (
    "jan feb mar may apr jun jul aug sep oct nov dec mon tue wed thu fri sat sun toda yeste tomor last next this "
    "past comi curr one two thre fou fiv six sev eig nine ten elev twel thir fift twen zero firs secon end clos "
    "fini late earl begi star midd rest rema cour year spri summ autu fall wint chri boxi new vale hall"
)
# Short words, and what the word after them must begin with: they are too many to be looked at each.
_SHORT = {"a": "dwfmqy", "an": "dwfmqy", "the": "sfvpn", "that": "sdwmy", "for": ("the",)}
_MISSPELT = "MTWFS"  # what all weekdays begin with, whatever the slip of the pen
_LAST_DIGITS = 0x1FFFF  # the end of the last plane in which Unicode has digits


def starts(text: str) -> list[int]:
    """Return the places (code points) of `text` at which a phrase may begin, in order, each once."""
    return sorted({start for _, start, _ in _hits(text)})


def _hits(text: str) -> list[tuple[int, int, int]]:
    try:
        return _automaton().find_matches_as_indexes(text, overlapping=True)
    except UnicodeEncodeError:  # half a surrogate pair, which is no text in Rust
        return _hits(text.encode("utf-8", "replace").decode("utf-8"))


@lru_cache(maxsize=1)
def _automaton() -> AhoCorasick:
    words = {*_BEGINNINGS.split(), *_short_words()}
    capitals = {word[:3].upper() for word in words if word[:3].isalpha()}
    digits = re.findall(r"\d", "".join(map(chr, range(_LAST_DIGITS + 1))))
    years = {mark + digit for mark in "'‘’" for digit in digits}
    forms = {*words, *map(str.capitalize, words), *capitals, *_MISSPELT, *digits, *years}
    return AhoCorasick(sorted(forms), implementation=Implementation.DFA)


def _short_words() -> Iterator[str]:
    for word, letters in _SHORT.items():
        yield from (f"{word}{space}{letter}" for space in SPACES for letter in (*letters, *SPACES, "-"))
