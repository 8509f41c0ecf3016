"""Phrase: a stretch of text that names a date, and what it means."""

from typing import NamedTuple

from newsarchive.annotate.dates.meaning import Meaning
from newsarchive.annotate.dates.vocabulary import SPACES

_BETWEEN = f"{SPACES}-"
_BEFORE = 32  # code points: the words before a phrase that tell a year from a number, a month from a name


class Phrase(NamedTuple):
    """The code points `start` to `end` of a text, and what they mean of a date."""

    start: int
    end: int
    meaning: Meaning


def words_before(text: str, at: int) -> str:
    """Return the last two words of `text` before `at`, with what stands between them and `at`."""
    before = text[max(0, at - _BEFORE) : at]
    return before[before.rfind(" ", 0, max(0, _last(before))) + 1 :]


def word_before(text: str, at: int) -> str:
    """Return the last word of `text` before `at`, with what stands between it and `at`."""
    before = text[max(0, at - _BEFORE) : at]
    return before[_last(before) + 1 :]


def _last(before: str) -> int:
    """Return where the space before the last word is."""
    return before.rfind(" ", 0, len(before.rstrip(_BETWEEN)))
