"""EDTF values: dates of any precision, as the Library of Congress Extended Date/Time Format writes them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from newsarchive.problem import quoted

# What news most often names, with its qualifier: the parser takes milliseconds for each value.
_CALENDAR = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?[?~%]?", re.ASCII)
_DECADE_OR_CENTURY = re.compile(r"(\d{3}X|\d\dXX)[?~%]?", re.ASCII)

# Level 0 and 1 within the years 0 to 9999: the parser reads level 2 as well, and is slow on nonsense.
_PART = re.compile(r"(?:\d{4}(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?|\d{3}X|\d\dXX)[?~%]?", re.ASCII)
_OPEN = frozenset({"", ".."})


@dataclass(frozen=True, slots=True)
class EdtfValue:
    """An EDTF value and the first and last day that it may mean; an open or unknown end is the calendar's own end.

    `date.min` and `date.max` are these ends. Qualifiers (`?`, `~`, `%`) do not widen a value.
    """

    text: str
    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether the value means one single day."""
        return self.first == self.last


@lru_cache(maxsize=65536)
def parse_edtf(text: str) -> EdtfValue:
    """Read an EDTF value: a date, season or interval of level 0 or 1 without a time, between the years 1 and 9999.

    Raises ValueError, in words for a contributor, for what is none.
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _single(text)
    if start in _OPEN and end in _OPEN:
        raise _no_date(text)
    first = date.min if start in _OPEN else _single(start).first
    last = date.max if end in _OPEN else _single(end).last
    if first > last:
        message = f"'{text}' ends before it begins"
        raise ValueError(message)
    return EdtfValue(text, first, last)


def _single(text: str) -> EdtfValue:
    if calendar := _CALENDAR.fullmatch(text):
        return _calendar_value(text, *calendar.groups())
    if years := _DECADE_OR_CENTURY.fullmatch(text):
        return _years_value(text, years[1])
    if not _PART.fullmatch(text):
        raise _no_date(text)
    import edtf  # noqa: PLC0415  # loading it takes longer than to check a small archive, and few dates need it

    try:
        value = edtf.parse_edtf(text)
        return EdtfValue(text, date(*value.lower_strict()[:3]), date(*value.upper_strict()[:3]))
    except (edtf.parser.edtf_exceptions.EDTFParseException, ValueError):
        raise _no_date(text) from None


def _no_date(text: str) -> ValueError:
    message = f"{quoted(text)} is not a date in EDTF, such as 2020-11-20, 2020-11, 2020, 199X or 2020-11-20?"
    return ValueError(message)


def _calendar_value(text: str, year: str, month: str | None, day: str | None) -> EdtfValue:
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        message = f"'{text}' is not a day of the calendar"
        raise ValueError(message) from None
    if day:
        return EdtfValue(text, first, first)
    if month:
        return EdtfValue(text, first, first.replace(day=monthrange(first.year, first.month)[1]))
    return EdtfValue(text, first, first.replace(month=12, day=31))


def _years_value(text: str, years: str) -> EdtfValue:
    try:
        return EdtfValue(text, date(int(years.replace("X", "0")), 1, 1), date(int(years.replace("X", "9")), 12, 31))
    except ValueError:
        raise _no_date(text) from None
