"""Phrase: a stretch of text that names a date, and what it means."""

from dataclasses import dataclass

from newsarchive.annotate.dates.meaning import Meaning

_BEFORE = 32  # code points: the words before a phrase that tell a year from a number, a month from a name


@dataclass(frozen=True, slots=True)
class Phrase:
    """The code points `start` to `end` of a text, and what they mean of a date."""

    start: int
    end: int
    meaning: Meaning


def words_before(text: str, at: int) -> str:
    """Return the few words of `text` that stand before `at`."""
    return text[max(0, at - _BEFORE) : at]
