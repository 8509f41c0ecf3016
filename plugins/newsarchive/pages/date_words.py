"""EDTF values in words."""

import re
from datetime import date
from functools import lru_cache

from newsarchive.pages.date_address import date_address

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_CALENDAR = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"(\d{2})XX")
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_QUALIFIERS = {"?": "{} (uncertain)", "~": "about {}", "%": "about {} (uncertain)"}


@lru_cache(maxsize=65536)
def date_words(edtf: str | None) -> str:
    """Return an EDTF value as a reader says it: `20 November 2020`, `November 2020`, `1990s`, `about 2020`.

    None is `unknown`; what has no plain words stays as it is written.
    """
    if edtf is None:
        return "unknown"
    if "/" in edtf:
        return _interval(*edtf.split("/", 1))
    if edtf[-1:] in _QUALIFIERS:
        return _QUALIFIERS[edtf[-1]].format(_plain(edtf[:-1]))
    return _plain(edtf)


def _interval(first: str, last: str) -> str:
    if last in {"", ".."}:
        return f"from {date_words(first)}"
    if first in {"", ".."}:
        return f"until {date_words(last)}"
    return f"{_without_shared(first, last)} to {date_words(last)}"


def _without_shared(first: str, last: str) -> str:
    """Return the words of `first` without the year, or the month and year, that `last` repeats: `5`, `30 November`."""
    words, shared = date_words(first), _shared(first, last)
    return words.removesuffix(f" {date_words(shared)}") if shared else words


def _shared(first: str, last: str) -> str | None:
    """Return the month or the year in which two days lie, or the year in which two months do."""
    if len(first) != len(last) or not _CALENDAR.fullmatch(first) or not _CALENDAR.fullmatch(last):
        return None
    lengths = (length for length in (7, 4) if length < len(first))
    return next((first[:length] for length in lengths if first[:length] == last[:length]), None)


def _plain(edtf: str) -> str:
    if found := _CALENDAR.fullmatch(edtf):
        year, month, day = found.groups()
        steps = (str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year)
        return " ".join(step for step in steps if step)
    if found := _DECADE.fullmatch(edtf):
        return f"{found[1]}0s"
    if found := _CENTURY.fullmatch(edtf):
        return f"{found[1]}00s"
    if found := _SEASON.fullmatch(edtf):
        return f"{_SEASONS[found[2]]} {found[1]}"
    return edtf


def machine_date(edtf: str | None) -> str | None:
    """Return the value for a `datetime` attribute, or None where HTML has no form for it (a decade, an interval)."""
    address = date_address(edtf)
    return address.split("/")[1] if address else None


def weekday(day: date) -> str:
    """Return the English name of the weekday of `day`."""
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[day.weekday()]
