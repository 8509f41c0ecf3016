"""Counting: days, weeks, months and years on the calendar, in EDTF values."""

from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from newsarchive.edtf_value import EdtfValue, parse_edtf


class Unit(StrEnum):
    """What a phrase counts in."""

    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


# How many days a unit takes, and which of them are its first and last, counted from the Monday on which it begins.
_DAYS = {Unit.WEEK: (7, 0, 6), Unit.FORTNIGHT: (14, 0, 13), Unit.WEEKEND: (7, 5, 6)}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3}
_LONGEST_QUARTER = 92  # days


def shifted_day(day: date, days: int) -> str:
    """Return the day that is `days` after `day`, as EDTF.

    Raises OverflowError or ValueError beyond the years 1 to 9999.
    """
    return date.fromordinal(day.toordinal() + days).isoformat()


def shifted_month(day: date, months: int) -> str:
    """Return the month that is `months` after the one of `day`, as EDTF."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return f"{year:04}-{month + 1:02}"


def interval(first: str, last: str) -> str:
    """Return the EDTF interval from `first` to `last`, or the one date that both are."""
    return first if first == last else f"{first}/{last}"


@lru_cache(maxsize=16384)
def days_of_year(year: int, month: int, first: int, last: int) -> EdtfValue | None:
    """Return the days of a month from `first` to `last`, or None where that year has not all of them."""
    month_of_year = f"{year:04}-{month:02}"
    try:
        return parse_edtf(interval(f"{month_of_year}-{first:02}", f"{month_of_year}-{last:02}"))
    except ValueError:
        return None


def stepped(value: EdtfValue, unit: Unit, step: int) -> str | None:
    """Return the `unit` that is `step` units from the one that holds `value`, or None where `value` is too coarse.

    A week begins on Monday, as in ISO 8601.
    """
    if unit is Unit.DAY:
        return shifted_day(value.first, step) if value.is_day else None
    start = _start(value.first, unit)
    if not value.is_day and start != _start(value.last, unit):
        return None
    if unit in _DAYS:
        length, first, last = _DAYS[unit]
        return interval(shifted_day(start, length * step + first), shifted_day(start, length * step + last))
    if unit in _MONTHS:
        length = _MONTHS[unit]
        return interval(shifted_month(start, length * step), shifted_month(start, length * (step + 1) - 1))
    return f"{start.year + step:04}" if unit is Unit.YEAR else f"{start.year // 10 + step:03}X"


def _start(day: date, unit: Unit) -> date:
    if unit in _DAYS:
        return day - timedelta(days=day.weekday())
    if unit in _MONTHS:
        return day.replace(month=(day.month - 1) // _MONTHS[unit] * _MONTHS[unit] + 1, day=1)
    return day.replace(year=day.year if unit is Unit.YEAR else max(1, day.year // 10 * 10), month=1, day=1)


def distant(value: EdtfValue, unit: Unit, count: int, *, approximate: bool = False) -> str | None:
    """Return the date that is `count` units from `value`, as exact as news is when it counts in that unit.

    Days give a day, weeks an approximate day (`2020-11-11~`), months a month, years a year; None where `value` is too
    coarse to count from.
    """
    if unit in {Unit.WEEK, Unit.FORTNIGHT}:
        day = stepped(value, Unit.DAY, _DAYS[unit][0] * count)
        return day and f"{day}~"
    found = stepped(value, unit, count)
    return f"{found}~" if found and approximate and "/" not in found and "X" not in found else found


def is_months(value: EdtfValue) -> bool:
    """Tell whether `value` is a month or a quarter."""
    return value.first.day == 1 and not value.is_day and (value.last - value.first).days < _LONGEST_QUARTER


def in_year(value: EdtfValue, years: int) -> str:
    """Return the same month or months so many `years` later."""
    return interval(shifted_month(value.first, 12 * years), shifted_month(value.last, 12 * years))
