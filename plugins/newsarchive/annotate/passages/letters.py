"""Letters: which code points make words, and which of them count as the same.

A letter is folded to the first letter of its compatibility decomposition in lower case (`É`, `é` and `e` are one), so
that a lost accent, a ligature or a full-width digit does not hide a shared text.
"""

import unicodedata

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.passages.mixing import mixed

SEPARATOR, LETTER, DIGIT, IDEOGRAPH, SILENT, APOSTROPHE, POINT = range(7)
"""The classes of code points. An ideograph is a word by itself; a silent one is in a word but tells nothing; an
apostrophe joins two letters, a point two digits; those two come last."""

_APOSTROPHES = "'’ʼ＇"
_POINTS = ".,"
_SILENT_RANGES = ((0x00AD, 0x00AD), (0x0300, 0x036F), (0x0591, 0x05C7), (0x064B, 0x065F), (0x200B, 0x200D))
_IDEOGRAPH_RANGES = ((0x0E00, 0x0EFF), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0x20000, 0x3FFFF))
_CODE_POINTS = 0x110000
_UNKNOWN = 255


class LetterTable:
    """The class and the term of every code point that was met so far, filled as texts come in.

    A letter's term is a hash of what it is folded to; one that tells nothing has 0.
    """

    def __init__(self) -> None:
        self._classes = np.full(_CODE_POINTS, _UNKNOWN, dtype=np.uint8)
        self._terms = np.zeros(_CODE_POINTS, dtype=np.uint64)

    def classes(self, points: NDArray[np.intp]) -> NDArray[np.uint8]:
        """Return the class of each of `points`."""
        classes = self._classes.take(points, mode="wrap")  # faster than to check each: none lies outside
        unknown = classes == _UNKNOWN
        if unknown.any():
            self._meet(np.unique(points[unknown]))
            classes = self._classes.take(points, mode="wrap")
        return classes

    def terms(self, points: NDArray[np.intp]) -> NDArray[np.uint64]:
        """Return the term of each of `points`, whose classes were asked for before."""
        return self._terms.take(points, mode="wrap")

    def _meet(self, points: NDArray[np.intp]) -> None:
        classes = np.array([letter_class(point) for point in points.tolist()], dtype=np.uint8)
        letters = np.array([folded(point) for point in points.tolist()], dtype=np.uint64)
        self._classes[points] = classes
        self._terms[points] = np.where(np.isin(classes, (LETTER, DIGIT, IDEOGRAPH)), mixed(letters), 0)


def letter_class(point: int) -> int:
    """Return the class of the code point `point`."""
    letter = chr(point)
    if letter in _APOSTROPHES:
        return APOSTROPHE
    if letter in _POINTS:
        return POINT
    if any(first <= point <= last for first, last in _SILENT_RANGES):
        return SILENT
    category = unicodedata.category(letter)
    if category[0] not in "LMN":
        return SEPARATOR
    if any(first <= point <= last for first, last in _IDEOGRAPH_RANGES):
        return IDEOGRAPH
    return DIGIT if category == "Nd" else LETTER


def folded(point: int) -> int:
    """Return the code point that stands for `point` where words are compared."""
    return ord(unicodedata.normalize("NFKD", chr(point).casefold())[0])
