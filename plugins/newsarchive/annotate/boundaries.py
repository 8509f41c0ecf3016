"""Boundaries: whether a stretch of text stands between word boundaries, so that it can be a name.

The boundaries are those of Unicode's text segmentation (UAX 29), with what news adds: a possessive ends a name, a
hyphen does not unless an ordinary word or another name follows, a link may be glued to it, and addresses are no text.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

Match = tuple[int, int, int]
_Hyphens = tuple[bool, bool]

# Behind a name these say at once that it ends there.
_PLAIN_ENDS = frozenset(' ,;:!?)"”')

_GLUED = ("http://", "https://", "pic.twitter.com/")
_CONTRACTED = re.compile(r"'(?:s|S|d|D|ll|LL|re|RE|ve|VE)(?![\w'-])")
_DOMAIN = re.compile(r"\.[a-z\d]")
_ADDRESS = re.compile(r"://|^\W*www\.|^[^/]*[^\W_]\.[a-z]{2,}(?::\d+)?/")

# These bind two words into one, and stand beside a word that is quoted or emphasised as well.
_BINDERS = frozenset("'_")
_JOINERS = "\u200c\u200d"

# No address that anyone wrote has its host further away from a name in it.
_MAX_ADDRESS = 300

# Scripts that put no space between words: Unicode's segmentation leaves their words to dictionaries.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
_FIRST_UNSPACED = "\u0e00"


def standing_alone(text: str, matches: Iterable[Match]) -> list[Match]:
    """Return those of `matches` (number, start, end in `text`) that stand between word boundaries, in their order.

    Names that hyphens join (`Baku-Tbilisi`) stand alone together, or not at all.
    """
    # So a name at the beginning, where this is at place -1, and one at the end stand beside a space as most names do.
    padded = f"{text} "
    free: list[Match] = []
    hyphens: dict[Match, _Hyphens] = {}
    for match in matches:
        _, start, end = match
        is_plain = padded[start - 1] == " " and (padded[end] in _PLAIN_ENDS or padded[end : end + 2] == ". ")
        if is_plain or _stands_alone(text, match, hyphens):
            free.append(match)
    return _unbroken(free, hyphens) if hyphens else free


def _stands_alone(text: str, match: Match, hyphens: dict[Match, _Hyphens]) -> bool:
    """Say whether `match` stands between word boundaries, and enter in `hyphens` where that is left to other names."""
    _, start, end = match
    before, after = _hyphen_before(text, start), _hyphen_after(text, end)
    stands = (before or _begins(text, start)) and (after or _ends(text, end))
    if stands and (before or after):
        hyphens[match] = before, after
    return stands


def _unbroken(found: Sequence[Match], hyphens: Mapping[Match, _Hyphens]) -> list[Match]:
    """Return the matches whose hyphens all lead to other matches."""
    free = [(match, *hyphens.get(match, (False, False))) for match in found]
    ends: set[int] = set()
    for (_, start, end), before, _ in sorted(free, key=lambda one: one[0][1:]):
        if not before or start - 1 in ends:
            ends.add(end)
    starts: set[int] = set()
    for (_, start, end), _, after in sorted(free, key=lambda one: one[0][2:0:-1], reverse=True):
        if not after or end + 1 in starts:
            starts.add(start)
    return [
        match
        for match, before, after in free
        if (not before or match[1] - 1 in ends) and (not after or match[2] + 1 in starts)
    ]


def _hyphen_before(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] == "-" and _is_word(text[start - 2])


def _hyphen_after(text: str, end: int) -> bool:
    """Say whether a hyphen joins what follows, unless that is an ordinary word, as in `Baku-based`."""
    return text[end : end + 1] == "-" and _is_word(text[end + 1 : end + 2]) and not text[end + 1].islower()


def _begins(text: str, start: int) -> bool:
    before = text[start - 1] if start else " "
    if before == "@" or (before in _BINDERS and start > 1 and _is_word(text[start - 2])):
        return False
    return (not _is_word(before) or _divides(before, text[start])) and not _in_address(text, start)


def _ends(text: str, end: int) -> bool:
    after = text[end : end + 1]
    if after and after in _BINDERS:
        return not _is_word(text[end + 1 : end + 2]) or bool(_CONTRACTED.match(text, end))
    if after == "@" or (after == "." and _DOMAIN.match(text, end)):
        return False
    return not _is_word(after) or text.startswith(_GLUED, end) or _divides(text[end - 1], after)


def _is_word(char: str) -> bool:
    return char != "" and (char.isalnum() or char in _JOINERS or unicodedata.category(char)[0] == "M")


def _divides(left: str, right: str) -> bool:
    """Say whether a word may end between two letters, as in a script that is written without spaces."""
    if left < _FIRST_UNSPACED and right < _FIRST_UNSPACED:
        return False
    names = (unicodedata.name(left, ""), unicodedata.name(right, ""))
    return unicodedata.category(right)[0] != "M" and any(name.startswith(_UNSPACED) for name in names)


def _in_address(text: str, start: int) -> bool:
    """Say whether what precedes `start` without a space is the beginning of a web address."""
    if start == 0 or text[start - 1].isspace():
        return False
    return bool(_ADDRESS.search(text[max(0, start - _MAX_ADDRESS) : start].rpartition(" ")[2]))
