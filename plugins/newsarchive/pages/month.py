"""A month as a calendar."""

from calendar import monthcalendar
from dataclasses import dataclass

from newsarchive.pages.almanac import Almanac, DateEntry, Tally, Unit


@dataclass(frozen=True, slots=True)
class Month:
    """A month as a calendar: weeks from Monday to Sunday, each day with its tally if it has a page.

    A day is (number, tally); (0, None) is a place of another month.
    """

    tally: Tally
    weeks: tuple[tuple[tuple[int, Tally | None], ...], ...]


def months_of(almanac: Almanac, entry: DateEntry) -> tuple[Month, ...]:
    """Return the calendars of a year's months, or of a month; a day has none."""
    return tuple(_month(almanac, month) for month in _months(almanac, entry))


def counts_of_months(almanac: Almanac, entry: DateEntry) -> tuple[tuple[str, int, int], ...]:
    """Return all that the calendars of `months_of` tell: the id and the tally of each month and day."""
    tallies = almanac.tallies
    months = [(month, *almanac.parts_of(month)) for month in _months(almanac, entry)]
    return tuple((one.id, tallies[one.id].published, tallies[one.id].spoken) for month in months for one in month)


def _months(almanac: Almanac, entry: DateEntry) -> tuple[DateEntry, ...]:
    if entry.unit == Unit.YEAR:
        return almanac.parts_of(entry)
    return (entry,) if entry.unit == Unit.MONTH else ()


def _month(almanac: Almanac, entry: DateEntry) -> Month:
    days = {int(day.id[-2:]): almanac.tallies[day.id] for day in almanac.parts_of(entry)}
    weeks = monthcalendar(int(entry.id[:4]), int(entry.id[5:]))
    return Month(almanac.tallies[entry.id], tuple(tuple((day, days.get(day)) for day in week) for week in weeks))
