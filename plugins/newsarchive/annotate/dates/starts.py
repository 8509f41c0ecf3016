"""Starts: the places of a text where a phrase that names a date may begin, found in one pass of an automaton."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from string import ascii_lowercase

from ahocorasick_rs import AhoCorasick, Implementation

from newsarchive.annotate.dates.vocabulary import SPACES, WEEKDAY_NAMES

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_BEGINNINGS = (
    "last next this past comi curr end clos fini late earl begi star midd rest rema cour year chri boxi new vale hall"
)
_IN_ANY_CASE = (
    "toda yeste tomor one two thre four five six seve eigh nine ten elev twel thir fift twen zero firs seco spri summ "
    "autu fall wint"
)
# Short words, and how the word after a plain space must begin: they are too many to be looked at each.
_COUNTED = ("da", "dA", "de", "dE", "we", "wE", "fo", "fO", "mo", "mO", "qu", "qU", "ye", "yE", *SPACES, "-")
_SHORT = {
    "a": _COUNTED,
    "an": _COUNTED,
    "the": ("sam", "ver", "fol", "pre", "pri", "nex"),
    "that": ("sam", "day", "wee", "mon", "yea"),
    "for": (),
    "for the": ("day",),
}
_RARE_SPACES = SPACES.replace(" ", "")
_LAST_DIGITS = 0x1FFFF  # the end of the last plane in which Unicode has digits


def starts(text: str) -> list[int]:
    """Return the places (code points) of `text` at which a phrase may begin, in order, each once."""
    try:
        hits = _automaton().find_matches_as_indexes(text, overlapping=True)
    except UnicodeEncodeError:  # half a surrogate pair, which is no text in Rust
        return starts(text.encode("utf-8", "replace").decode("utf-8"))
    return sorted({start for _, start, _ in hits if start == 0 or not text[start - 1].isalnum()})


@lru_cache(maxsize=1)
def _automaton() -> AhoCorasick:
    words = {*_MONTHS.split(), *_BEGINNINGS.split(), *_short_words()}
    either = {"".join(form) for word in _IN_ANY_CASE.split() for form in product(*zip(word, word.upper(), strict=True))}
    weekdays = {form.capitalize() for name in WEEKDAY_NAMES for form in (name[:3], *_slips(name))}
    digits = list(_digits())
    years = {mark + digit for mark in "'‘’" for digit in digits}
    forms = {*words, *map(str.capitalize, words), *_MONTHS.upper().split(), *either, *weekdays, *digits, *years}
    return AhoCorasick(sorted(forms), implementation=Implementation.DFA)


def _digits() -> Iterator[str]:
    """Yield the decimal digits of all scripts: they stand ten in a row, from 0 to 9, as Unicode's policy has it."""
    for place in range(0, _LAST_DIGITS, 10):
        if chr(place).isdecimal():
            zero = place - int(chr(place))
            yield from map(chr, range(zero, zero + 10))


def _slips(name: str) -> Iterator[str]:
    """Yield what a slip of the pen makes of `name` that alters its second or third letter, and so how it begins."""
    for at in (1, 2):
        before, after = name[:at], name[at:]
        yield before + after[1:]
        yield before + after[1] + after[0] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after
            yield before + letter + after[1:]


def _short_words() -> Iterator[str]:
    for word, letters in _SHORT.items():
        yield from (f"{word} {letter}" for letter in letters)
        yield from (f"{word}{space}" for space in _RARE_SPACES)
