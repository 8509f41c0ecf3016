"""EDTF values: dates of any precision, as the Library of Congress Extended Date/Time Format writes them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import edtf

_CALENDAR = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)

_LONGEST = 64  # code points; no value of level 0 or 1 needs as many, and the parser is slow on nonsense


@dataclass(frozen=True, slots=True)
class EdtfValue:
    """An EDTF value and the first and last day that it may mean; an open end is `date.min` or `date.max`."""

    text: str
    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether the value means one single day."""
        return self.first == self.last


@lru_cache(maxsize=65536)
def parse_edtf(text: str) -> EdtfValue:
    """Read an EDTF value of level 0 or 1, between the years 1 and 9999.

    Raises ValueError, in words for a contributor, for what is none.
    """
    if calendar := _CALENDAR.fullmatch(text):
        return _calendar_value(text, *calendar.groups())
    if len(text) > _LONGEST:
        message = "the text is too long to be a date"
        raise ValueError(message)
    try:
        value = edtf.parse_edtf(text)
        first, last = value.lower_strict(), value.upper_strict()
        return EdtfValue(text, _day(first, date.min), _day(last, date.max))
    except (edtf.parser.edtf_exceptions.EDTFParseException, ValueError, AttributeError, TypeError, OverflowError):
        message = f"'{text}' is not a date in EDTF, such as 2020-11-20, 2020-11, 2020, 199X or 2020-11-20?"
        raise ValueError(message) from None


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


def _day(moment: object, open_end: date) -> date:
    if isinstance(moment, float):
        return open_end
    year, month, day = moment[:3]  # type: ignore[index]  # a time.struct_time
    return date(year, month, day)
