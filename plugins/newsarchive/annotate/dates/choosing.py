"""Choosing: which of the same days or months of several years is meant where the year is left out."""

from bisect import bisect_left, bisect_right
from enum import IntEnum

from newsarchive.edtf_value import EdtfValue

NEAR = 31
"""Days: a day without a year that lies so near ahead is meant even in the past tense."""

_BACKSHIFT = 60  # days: so near behind is meant even with `would`, which news also uses of what has come to pass
_DOUBTFUL = 120  # days: farther than this, and without a tense that decides, both years are readings
_HALF_YEAR = 182  # days: no other year has the same day as near as this


class Direction(IntEnum):
    """Which way a phrase looks from the day on which it was written."""

    BACK = -1
    OPEN = 0
    AHEAD = 1


# How many days ahead the nearest day is meant.
_UNDOUBTED = {
    Direction.BACK: range(-_HALF_YEAR, NEAR + 1),
    Direction.OPEN: range(-_DOUBTFUL, _DOUBTFUL + 1),
    Direction.AHEAD: range(-_BACKSHIFT, _HALF_YEAR + 1),
}


def is_undoubted(ahead: int, direction: Direction) -> bool:
    """Tell whether a day so many days ahead of publication is so near that `chosen` would choose it in any case."""
    return ahead in _UNDOUBTED[direction]


def chosen(options: list[EdtfValue], anchor: EdtfValue, direction: Direction, near: int = 0) -> tuple[str, ...]:
    """Choose among `options`, the same day or month of several years in their order, one at least; return EDTF.

    `near` days ahead of `anchor` are meant even in the past tense.
    """
    ways = [_days_ahead(option, anchor) for option in options]
    way = min(ways, key=abs)
    nearest = [options[ways.index(way)]]
    behind, beyond = options[: bisect_right(ways, 0)][-1:], options[bisect_left(ways, 0) :][:1]
    if direction is Direction.BACK and way > near:
        nearest = behind or nearest
    elif direction is Direction.AHEAD and way < -_BACKSHIFT:
        nearest = beyond or nearest
    elif direction is Direction.OPEN and abs(way) > _DOUBTFUL:
        nearest = behind + beyond
    return tuple([option.text for option in nearest])


def _days_ahead(option: EdtfValue, anchor: EdtfValue) -> int:
    """Return how many days `option` lies ahead of `anchor`: fewer than none behind it, none where they overlap."""
    if option.first > anchor.last:
        return (option.first - anchor.last).days
    return -(anchor.first - option.last).days if option.last < anchor.first else 0
