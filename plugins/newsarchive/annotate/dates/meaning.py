"""Meanings: what a phrase says of a date before it is known when it was written, and how it is resolved."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import NamedTuple

from newsarchive.annotate.dates.choosing import NEAR, Direction, chosen, is_undoubted
from newsarchive.annotate.dates.counting import Unit, days_of_year, distant, in_year, is_months, shifted_day, stepped
from newsarchive.columns import row
from newsarchive.edtf_value import EdtfValue, parse_edtf


class When(NamedTuple):
    """What a phrase is resolved against.

    `anchor` is when the text was published, or None; `spoken` are the dates last spoken of, the latest first.
    """

    anchor: EdtfValue | None
    direction: Direction
    spoken: tuple[EdtfValue, ...] = ()

    @property
    def latest(self) -> EdtfValue | None:
        """The date last spoken of, else that of publication."""
        return self.spoken[0] if self.spoken else self.anchor


class Resolved(NamedTuple):
    """The EDTF values that a phrase may mean, none where nothing tells, and the value that they were counted from."""

    values: tuple[str, ...] = ()
    anchor: str | None = None


NOTHING = Resolved()


class Known(NamedTuple):
    """A date that needs no anchor, or one of several: `November 20, 2020`, `03/04/2020`.

    Of several readings the one that is the day of publication is meant.
    """

    values: tuple[str, ...]

    def resolved(self, when: When) -> Resolved:
        """Return the date as it is written."""
        if when.anchor and len(self.values) > 1 and when.anchor.text in self.values:
            return Resolved((when.anchor.text,), when.anchor.text)
        return row(Resolved, (self.values, None))


class ShortYear(NamedTuple):
    """A year, day or decade whose century is left out: `'82`, `10/30/89`, `the '80s`.

    `dates` holds the readings as (year in 0 to 99, what follows the year in EDTF), where "X" makes it the decade.
    """

    dates: tuple[tuple[int, str], ...]

    def resolved(self, when: When) -> Resolved:
        """Return it in the century that brings it nearest to publication, or in the last two where that is unknown."""
        if not when.anchor:
            return Resolved(
                _valid(_joined(century + year, rest) for year, rest in self.dates for century in (1900, 2000))
            )
        here = when.anchor.first.year
        nearest = ((here - year + 50) // 100 * 100 + year for year, _ in self.dates)
        values = _valid(_joined(year, rest) for year, (_, rest) in zip(nearest, self.dates, strict=True))
        return Known(values).resolved(when)._replace(anchor=when.anchor.text)


class YearlessDay(NamedTuple):
    """A day of a month, or the days from `day` to `last`: `Nov. 25`, `Friday, Nov. 20`, `Nov. 9-12`."""

    month: int
    day: int
    last: int | None = None
    weekday: int | None = None

    def resolved(self, when: When) -> Resolved:
        """Return it in the nearest year, tense deciding where that is in doubt; a weekday must fit where one can."""
        anchor, direction, _ = when
        if not anchor:
            return NOTHING
        if anchor.is_day and (day := self._near(anchor.first, direction)):
            return row(Resolved, ((day.isoformat(),), anchor.text))
        options = self._options(anchor)
        if self.weekday is not None:
            options = [option for option in options if option.first.weekday() == self.weekday] or options
        return Resolved(chosen(options, anchor, direction, NEAR), anchor.text) if options else NOTHING

    def _near(self, published: date, direction: Direction) -> date | None:
        """Return the one day of that year where it lies so near that no other year can be meant: it most often does."""
        try:
            day = published.replace(month=self.month, day=self.day)
        except ValueError:
            return None
        fits = self.last is None and (self.weekday is None or self.weekday == day.weekday())
        return day if fits and is_undoubted((day - published).days, direction) else None

    def _options(self, anchor: EdtfValue) -> list[EdtfValue]:
        reach = 8 if (self.month, self.day) == (2, 29) or self.weekday is not None else 1
        years = range(max(1, anchor.first.year - reach), min(9999, anchor.last.year + reach) + 1)
        days = (days_of_year(year, self.month, self.day, self.last or self.day) for year in years)
        return [day for day in days if day]


class YearlessMonth(NamedTuple):
    """A month: `in November`, `last March` (step -1), `next May` (step 1)."""

    month: int
    step: int | None = None

    def resolved(self, when: When) -> Resolved:
        """Return it in the year that tense or the word before it tells, else in the nearest."""
        if not when.anchor:
            return NOTHING
        years = range(max(1, when.anchor.first.year - 1), min(9999, when.anchor.last.year + 1) + 1)
        options = [parse_edtf(f"{year:04}-{self.month:02}") for year in years]
        direction = when.direction
        if self.step:
            options = [option for option in options if not _overlap(option, when.anchor)]
            direction = Direction(self.step)
        return Resolved(chosen(options, when.anchor, direction), when.anchor.text) if options else NOTHING


class Weekday(NamedTuple):
    """A day of the week: `on Thursday`, `last Friday` (step -1), `next Friday` (1), `this Friday` (0)."""

    weekday: int
    step: int | None = None

    def resolved(self, when: When) -> Resolved:
        """Return the nearest such day at or before publication, or at or after it where the words look ahead.

        `last` and `next` exclude the day of publication.
        """
        if when.anchor is None or not when.anchor.is_day:
            return NOTHING
        return _shifted(when.anchor, self._distance(when.anchor.first.weekday(), when.direction))

    def _distance(self, published: int, direction: Direction) -> int:
        ahead = self.step == 1 or (self.step is None and direction is Direction.AHEAD)
        ahead = ahead or (self.step == 0 and direction is not Direction.BACK)
        to_come = (self.weekday - published) % 7
        distance = to_come if ahead else to_come - 7 * (to_come > 0)
        return 7 * self.step if distance == 0 and self.step else distance


class WeekdayOfWeek(NamedTuple):
    """A day of last, this or next week: `Tuesday of last week`."""

    weekday: int
    step: int

    def resolved(self, when: When) -> Resolved:
        """Return that day of the week, which begins on Monday."""
        if when.anchor is None or not when.anchor.is_day:
            return NOTHING
        return _shifted(when.anchor, self.weekday - when.anchor.first.weekday() + 7 * self.step)


class Period(NamedTuple):
    """The period of publication or one before or after it: `today`, `last week`, `this month`, `next year`."""

    unit: Unit
    step: int

    def resolved(self, when: When) -> Resolved:
        """Return it as a day, month or year, and a week, weekend or quarter as an interval."""
        return _counted(when.anchor, lambda anchor: stepped(anchor, self.unit, self.step))


class Ago(NamedTuple):
    """A number of days, weeks … before publication (or after it, where `number` is positive): `two weeks ago`.

    It is as exact as its unit, see `distant`; `about` and the like make it approximate.
    """

    unit: Unit
    number: int
    approximate: bool = False

    def resolved(self, when: When) -> Resolved:
        """Return the date that lies so far from publication."""
        return _counted(
            when.anchor, lambda anchor: distant(anchor, self.unit, self.number, approximate=self.approximate)
        )


class Later(NamedTuple):
    """A number of days, weeks … from the date last spoken of: `two days later`, `a year earlier`."""

    unit: Unit
    number: int

    def resolved(self, when: When) -> Resolved:
        """Return the date that lies so far from the one last spoken of, or, if earlier, from publication.

        A month or quarter stays one a year earlier.
        """
        return _counted(when.latest if self.number < 0 else when.spoken[0] if when.spoken else None, self._distant)

    def _distant(self, reference: EdtfValue) -> str | None:
        if self.unit is Unit.YEAR and is_months(reference):
            return in_year(reference, self.number)
        return distant(reference, self.unit, self.number)


class Spoken(NamedTuple):
    """The day, month or year of the date last spoken of, or the one beside it: `that day`, `the following month`."""

    unit: Unit
    step: int = 0

    def resolved(self, when: When) -> Resolved:
        """Return that period, or nothing where the date last spoken of is coarser."""
        latest = when.spoken[0] if when.spoken else None
        return _counted(latest, lambda value: stepped(value, self.unit, self.step))


class DayOfReport(NamedTuple):
    """The day of which a report tells: `later in the day`, `ended the day`."""

    def resolved(self, when: When) -> Resolved:
        """Return the last day spoken of, else that of publication."""
        days = (value for value in (*when.spoken, when.anchor) if value and value.is_day)
        return _counted(next(days, None), lambda value: stepped(value, Unit.DAY, 0))


class InYear(NamedTuple):
    """A month or day (`rest` is what follows the year in EDTF) of last, this or next year: `November last year`."""

    rest: str
    step: int

    def resolved(self, when: When) -> Resolved:
        """Return it in that year, counted from publication."""
        return _counted(when.anchor, self._in_year)

    def _in_year(self, anchor: EdtfValue) -> str | None:
        year = stepped(anchor, Unit.YEAR, self.step)
        return year and year + self.rest


class SamePeriod(NamedTuple):
    """The period last spoken of, some years from then: `the same period last year`."""

    years: int

    def resolved(self, when: When) -> Resolved:
        """Return that month or quarter in the other year, or the other year where none was spoken of."""
        period = next((value for value in when.spoken if is_months(value)), None)
        if period:
            return _counted(period, lambda value: in_year(value, self.years))
        return _counted(when.anchor, lambda anchor: stepped(anchor, Unit.YEAR, self.years))


class MonthsOfYear(NamedTuple):
    """A quarter or half of a year, from its `first` to its `last` month: `the third quarter`, `the first half of 1989`.

    `step` counts from the year of publication, or is None where tense decides.
    """

    first: int
    last: int
    year: int | None = None
    step: int | None = None

    def resolved(self, when: When) -> Resolved:
        """Return the interval; without a year the latest that had begun, or where the words look ahead this year's."""
        if self.year is not None:
            return Resolved((self._in(self.year),))
        return _counted(when.anchor, lambda anchor: self._near(anchor, when.direction))

    def _near(self, anchor: EdtfValue, direction: Direction) -> str | None:
        step = self.step
        if step is None:
            step = -1 if self.first > anchor.first.month and direction is not Direction.AHEAD else 0
        year = stepped(anchor, Unit.YEAR, step)
        return year and self._in(int(year))

    def _in(self, year: int) -> str:
        return f"{year:04}-{self.first:02}/{year:04}-{self.last:02}"


class Season(NamedTuple):
    """A season, by EDTF's code: `this summer` (step 0), `last winter` (-1), `next spring` (1)."""

    code: int
    step: int

    def resolved(self, when: When) -> Resolved:
        """Return it in the year of publication, or two readings: which half of the earth is meant is not known."""
        years = [_counted(when.anchor, partial(stepped, unit=Unit.YEAR, step=step)) for step in sorted({0, self.step})]
        return Resolved(_valid(f"{year}-{self.code}" for found in years for year in found.values), years[0].anchor)


Meaning = (
    Known
    | ShortYear
    | YearlessDay
    | YearlessMonth
    | Weekday
    | WeekdayOfWeek
    | Period
    | Ago
    | Later
    | Spoken
    | DayOfReport
    | InYear
    | SamePeriod
    | MonthsOfYear
    | Season
)


def _shifted(day: EdtfValue, days: int) -> Resolved:
    try:
        return row(Resolved, ((shifted_day(day.first, days),), day.text))
    except (OverflowError, ValueError):
        return NOTHING


def _counted(value: EdtfValue | None, count: Callable[[EdtfValue], str | None]) -> Resolved:
    if value is None:
        return NOTHING
    try:
        found = count(value)
    except (OverflowError, ValueError):
        return NOTHING
    return Resolved((found,) if _is_date(found) else (), value.text) if found else NOTHING


# What points to another date and names none by itself; where that other date is missing, it is no date expression.
ANAPHORIC = (Later, Spoken, DayOfReport)


def _joined(year: int, rest: str) -> str:
    return f"{year // 10:03}X" if rest == "X" else f"{year:04}{rest}"


def _valid(texts: Iterable[str]) -> tuple[str, ...]:
    """Return those of `texts` that are dates, each once, in order."""
    return tuple(dict.fromkeys([text for text in texts if _is_date(text)]))


def _is_date(text: str) -> bool:
    try:
        return bool(parse_edtf(text))
    except ValueError:
        return False


def _overlap(one: EdtfValue, other: EdtfValue) -> bool:
    return one.first <= other.last and other.first <= one.last
