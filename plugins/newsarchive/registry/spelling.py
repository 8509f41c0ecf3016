"""Spelling: the form in which names are compared with one another and with the text, and the way back to the text.

White space of any length and kind is one space. Curly and straight apostrophes are one, and so are the kinds of hyphen.
Letters are composed (Unicode normalisation form C). Soft hyphens and marks of direction are left out, and so is the
line break after a hyphen that joins two words. Case stays as it is: `spellings` says which others a name may have.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_APOSTROPHES = "’‘ʼ＇′"
_HYPHENS = "‐‑－﹣"
_IGNORED = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_NO_LETTER = re.compile(rf"[\s{_IGNORED}]*")
_EDITED = re.compile(
    rf"""(?P<nothing> (?<=[^\W_]-)[^\S\n]*\n\s*(?=[^\W_])   # a line break after a hyphen that joins two words
           | (?<=[^\W_][{_HYPHENS}])[^\S\n]*\n\s*(?=[^\W_])
           | [{_IGNORED}]+(?:(?<=\u00ad)[^\S\n]*\n\s*)? )  # a soft hyphen takes its line break along
      | \s\s+ | [^\S\ ]""",
    re.VERBOSE,
)
_DASH_IN_WORD = re.compile(r"(?<=[^\W\d_])–(?=[^\W\d_])")

# Unicode's stream-safe text has at most 30 marks after a letter; to compose more takes quadratic time.
_MAX_CLUSTER = 31

# A name shorter than this is too like an acronym once it is in capitals: `Ani` is no news agency.
_MIN_CAPITALS = 4

# These languages keep the dot of an `i` when they capitalise it; others that write of them may not.
_DOTTED = frozenset({"az", "tr", "crh", "tt"})


class Spelling(NamedTuple):
    """A text in the form in which it is compared, and where each of its code points stood in the text.

    Where no more was done than to put one letter for another, each stands where it stood. Else `text` consists of
    pieces, in order: piece number n begins at `begins[n]` of `text` and at `origins[n]` of the original. It is a copy
    where `edited[n]` is None, else it replaces all up to `edited[n]` of the original.
    """

    text: str
    begins: tuple[int, ...] = ()
    origins: tuple[int, ...] = ()
    edited: tuple[int | None, ...] = ()

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return where what stands from `start` to `end` of `text`, one code point or more, stands in the original."""
        return (self._start(start), self._end(end)) if self.begins else (start, end)

    def _start(self, position: int) -> int:
        """Return where the code point at `position` of `text` begins in the original."""
        piece = bisect_right(self.begins, position) - 1
        if self.edited[piece] is not None:
            return self.origins[piece]
        return self.origins[piece] + position - self.begins[piece]

    def _end(self, position: int) -> int:
        """Return where the code point before `position` of `text` ends in the original; `position` is at least 1."""
        piece = bisect_right(self.begins, position - 1) - 1
        end = self.edited[piece]
        return self.origins[piece] + position - self.begins[piece] if end is None else end


@lru_cache(maxsize=4096)  # what a worker annotates at a time: its words are counted too
def spelling(text: str) -> Spelling:
    """Return `text` in the form in which it is compared, with the way back; takes linear time."""
    # What is printable and composed has no other white space than spaces, and nothing that is left out.
    is_plain = text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text)
    edits = () if is_plain else tuple(_edits(text))
    if not edits:
        return Spelling(_levelled(text))
    pieces, begins, origins, edited = [], [], [], []
    length = last = 0
    for start, end, new in (*edits, (len(text), len(text), "")):
        for piece, origin, edited_to in ((text[last:start], last, None), (new, start, end)):
            if piece:
                pieces.append(piece)
                begins.append(length)
                origins.append(origin)
                edited.append(edited_to)
                length += len(piece)
        last = end
    if not pieces:
        return Spelling("")
    return Spelling(_levelled("".join(pieces)), tuple(begins), tuple(origins), tuple(edited))


def spelled(text: str) -> str:
    """Return `text` in the form in which it is compared."""
    return spelling(text).text


def spellings(name: str, language: str) -> tuple[str, ...]:
    """Return how a text may spell `name`, a name in the BCP 47 language `language`.

    That is as it is spelled here, with a capital at its beginning, or, if it has four letters or more, in capitals.
    """
    text = spelled(name)
    forms = [text, text[:1].upper() + text[1:]]
    if sum(map(str.isalpha, text)) >= _MIN_CAPITALS:
        forms.append(text.upper())
        if language.partition("-")[0].lower() in _DOTTED:
            forms.append(text.replace("i", "İ").upper())
    return tuple(dict.fromkeys(forms))


def _levelled(text: str) -> str:
    if text.isascii():
        return text
    for apostrophe in _APOSTROPHES:
        text = text.replace(apostrophe, "'")
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "-")
    return _DASH_IN_WORD.sub("-", text) if "–" in text else text


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    if unicodedata.is_normalized("NFC", text):
        yield from _plain_edits(text, 0, len(text))
        return
    last = 0
    for start, end in _clusters(text):
        first = _past_what_is_no_letter(text, start, end)
        cluster = text[first:end]
        if (composed := unicodedata.normalize("NFC", cluster)) != cluster:
            yield from _plain_edits(text, last, first)
            yield first, end, composed
            last = end
    yield from _plain_edits(text, last, len(text))


def _past_what_is_no_letter(text: str, start: int, end: int) -> int:
    """Return where the letter or mark of a cluster begins: space, and what is left out, are edited in their own way."""
    found = _NO_LETTER.match(text, start, end)
    return found.end() if found else start


def _plain_edits(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for match in _EDITED.finditer(text, start, end):
        yield match.start(), match.end(), "" if match["nothing"] is not None else " "


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for position, char in enumerate(text):
        if position - start >= _MAX_CLUSTER or not _continues(char):
            if position > start:
                yield start, position
            start = position
    if start < len(text):
        yield start, len(text)


def _continues(char: str) -> bool:
    return char >= "\u0300" and (unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff")
