"""Timelines: what is counted in time, as bars of days, months, years or decades."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.date_words import date_words

_MOST_STEPS = 62  # two months of days; more bars would be thinner than a few pixels on a phone


@dataclass(frozen=True, slots=True)
class _Unit:
    name: str
    digits: int  # of an ISO date that name it
    days: int  # the longest it can be
    stride: int  # days that never step over one


_NOWHERE = ("before", "after", "coarse")  # where a date is that no single step of a frame holds

_UNITS = (
    _Unit("day", 10, 1, 1),
    _Unit("month", 7, 31, 28),
    _Unit("year", 4, 366, 365),
    _Unit("decade", 3, 3653, 3652),
)
_UNIT_OF_NAME = {unit.name: unit for unit in _UNITS}


@dataclass(frozen=True, slots=True)
class Frame:
    """The steps of time that timelines are drawn over: their unit, their EDTF values in order, and the ends."""

    unit: str
    steps: tuple[str, ...]
    first: date
    last: date


class Bar(NamedTuple):  # every entity has dozens
    """One step of a timeline: its EDTF value, and what was counted in each series.

    `heights` are parts of 100 of the highest bar of the same series.
    """

    edtf: str
    counts: tuple[int, ...]
    heights: tuple[float, ...]

    @property
    def words(self) -> str:
        """The step's date in words."""
        return date_words(self.edtf)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars in the order of time, one for each step of the frame, also where nothing was counted.

    `highest` is the most that one bar counts, `before` and `after` count what lies outside the frame, `coarse` what is
    dated less exactly than by its unit; each has one number for each series.
    """

    unit: str
    bars: tuple[Bar, ...]
    highest: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    coarse: tuple[int, ...]

    @property
    def filled(self) -> tuple[Bar, ...]:
        """The bars in which something was counted."""
        return tuple(bar for bar in self.bars if any(bar.counts))


def frame_of(dates: Iterable[str]) -> Frame | None:
    """Return the frame that holds all EDTF dates that have two ends; None where there is none.

    The unit is the smallest of day, month, year and decade that needs at most 62 steps.
    """
    values = [parse_edtf(edtf) for edtf in set(dates)]
    closed = [value for value in values if value.first > date.min and value.last < date.max]
    if not closed:
        return None
    first, last = min(value.first for value in closed), max(value.last for value in closed)
    days = (last - first).days
    unit = next((unit for unit in _UNITS if days // unit.days < _MOST_STEPS), _UNITS[-1])
    strides = (first + timedelta(step) for step in (*range(0, days, unit.stride), days))
    return Frame(unit.name, tuple(dict.fromkeys(_step(unit, day) for day in strides)), first, last)


def widened(frame: Frame, days: int, dates: Iterable[str]) -> Frame:
    """Return `frame` with those of the EDTF dates in it that lie at most `days` days before or after it."""
    reach = timedelta(days)
    values = [parse_edtf(edtf) for edtf in set(dates)]
    near = [
        value.text
        for value in values
        if value.is_day and -reach <= value.first - frame.first and value.last - frame.last <= reach
    ]
    return frame_of((frame.first.isoformat(), frame.last.isoformat(), *near)) or frame


def timeline_of(frame: Frame | None, series: Sequence[Iterable[str] | Mapping[str, int]]) -> Timeline | None:
    """Count the EDTF dates of each of `series` in the steps of `frame`; None where no step counts any.

    A series is of dates, or says how often each date counts.
    """
    if frame is None:
        return None
    counted = [_counted(dates, frame) for dates in series]
    series_of_steps = [[one.get(step, 0) for step in frame.steps] for one in counted]
    highest = tuple(map(max, series_of_steps))
    if not any(highest):
        return None
    heights = [
        [round(100 * count / most, 2) if most else 0.0 for count in counts]
        for counts, most in zip(series_of_steps, highest, strict=True)
    ]
    bars = tuple(map(Bar, frame.steps, zip(*series_of_steps, strict=True), zip(*heights, strict=True)))
    before, after, coarse = (tuple(one.get(word, 0) for one in counted) for word in _NOWHERE)
    return Timeline(frame.unit, bars, highest, before, after, coarse)


def step_of(edtf: str, frame: Frame) -> str:
    """Return the step of `frame` that a date lies in, an EDTF value; the date itself where it lies in none."""
    place = _place(edtf, frame.unit, frame.steps[0], frame.steps[-1])
    return edtf if place in _NOWHERE else place


def _step(unit: _Unit, day: date) -> str:
    digits = day.isoformat()[: unit.digits]
    return f"{digits}X" if unit.name == "decade" else digits


def _counted(dates: Iterable[str] | Mapping[str, int], frame: Frame) -> Counter[str]:
    counted: Counter[str] = Counter()
    for edtf, number in (dates if isinstance(dates, Mapping) else Counter(dates)).items():
        counted[_place(edtf, frame.unit, frame.steps[0], frame.steps[-1])] += number
    return counted


@lru_cache(maxsize=1 << 15)  # every entity's timeline counts the same dates
def _place(edtf: str, unit_name: str, earliest: str, latest: str) -> str:
    unit, value = _UNIT_OF_NAME[unit_name], parse_edtf(edtf)
    first = _step(unit, value.first)
    last = first if value.is_day else _step(unit, value.last)
    if last < earliest:
        return "before"
    if first > latest:
        return "after"
    return first if first == last else "coarse"
