"""Locator maps: points, a graticule and a scale. No borders and no tiles: a border would take a side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, floor, radians
from typing import NamedTuple

from newsarchive.registry.entity import Entity, Point

WIDTH = 360  # of the drawing, in its own units; about a phone's, so that letters keep their size there
_HEIGHT = 270
_MARGIN = 34  # for the degrees at the edges
_KM_PER_DEGREE = 111.195  # of latitude, on a sphere of the earth's mean radius, 6371.009 km (IUGG)
_LEAST_DEGREES = 0.4  # of latitude; about 45 km, so that a single point has surroundings
_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60)  # degrees between lines of the graticule
_LETTER = 6.2  # the mean width of a letter of a label
_LINE = 13  # the height of a label


@dataclass(frozen=True, slots=True)
class Place:
    """An entity and the point that it is drawn at; `of` is the entity that has the point: itself or a part."""

    entity: Entity
    point: Point
    of: Entity
    main: bool = False


class _Box(NamedTuple):  # every map tries dozens
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "_Box") -> bool:
        level = self.left < other.right and other.left < self.right
        return level and self.top < other.bottom and other.top < self.bottom


class Label(NamedTuple):
    """Where a label is drawn: its coordinates, and which part of the words stands there (`start`, `middle`, `end`)."""

    x: float
    y: float
    anchor: str
    box: _Box


class Dot(NamedTuple):
    """A place on the map: its coordinates in the drawing, and its label, or None where the label has no room."""

    place: Place
    x: float
    y: float
    label: Label | None


class Meridian(NamedTuple):
    """A line of the graticule, upright or level: where it is drawn, and its degrees in words (`46.5° E`)."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class LocatorMap:
    """A drawing of places in a plate carrée that is true to scale at its middle latitude.

    `scale` is the length of the scale bar in the drawing, `kilometres` what it stands for.
    """

    width: int
    height: int
    dots: tuple[Dot, ...]
    meridians: tuple[Meridian, ...]
    parallels: tuple[Meridian, ...]
    scale: float
    kilometres: int | float


@dataclass(frozen=True, slots=True)
class _View:
    """The stretch of the earth that is drawn: its middle, in degrees, and the drawing's units a degree of latitude.

    `shrink` is what a degree of longitude has of one of latitude there.
    """

    latitude: float
    longitude: float
    units: float
    shrink: float

    def x(self, longitude: float) -> float:
        return round(WIDTH / 2 + _turned(longitude - self.longitude) * self.units * self.shrink, 1)

    def y(self, latitude: float) -> float:
        return round(_HEIGHT / 2 - (latitude - self.latitude) * self.units, 1)


def locator_map(places: Sequence[Place]) -> LocatorMap | None:
    """Draw `places`, the most important first, since labels give way to those before them; None for no places."""
    if not places:
        return None
    view = _view(places)
    meridians, parallels = _graticule(view)
    kilometres, scale = _scale(view)
    return LocatorMap(WIDTH, _HEIGHT, tuple(_dots(places, view)), meridians, parallels, scale, kilometres)


def _turned(degrees: float) -> float:
    """Return the shorter way round, so that the map may lie across the antimeridian."""
    return (degrees + 180) % 360 - 180


def _view(places: Sequence[Place]) -> _View:
    origin = places[0].point.longitude
    east = [_turned(place.point.longitude - origin) for place in places]
    north = [place.point.latitude for place in places]
    latitude, longitude = (min(north) + max(north)) / 2, _turned(origin + (min(east) + max(east)) / 2)
    shrink = max(0.05, cos(radians(latitude)))
    tall = max(max(north) - min(north), _LEAST_DEGREES)
    wide = max((max(east) - min(east)) * shrink, _LEAST_DEGREES)
    units = min((_HEIGHT - 2.6 * _MARGIN) / tall, (WIDTH - 4 * _MARGIN) / wide)
    return _View(latitude, longitude, units, shrink)


def _graticule(view: _View) -> tuple[tuple[Meridian, ...], tuple[Meridian, ...]]:
    tall, wide = _HEIGHT / view.units, WIDTH / view.units / view.shrink
    north = _lines(view.latitude, tall)
    east = _lines(view.longitude, wide)
    parallels = tuple(Meridian(view.y(at), _degrees(at, "N", "S")) for at in north if abs(at) <= 90)  # noqa: PLR2004  # the poles
    meridians = tuple(Meridian(view.x(at), _degrees(_turned(at), "E", "W")) for at in east)
    return meridians, parallels


def _lines(middle: float, extent: float) -> Iterator[float]:
    """Yield the degrees of about three to six lines within `extent` around `middle`, away from the drawing's edges."""
    step = next((step for step in _STEPS if extent / step <= 5), _STEPS[-1])  # noqa: PLR2004  # lines
    first = floor((middle - extent * 0.47) / step) + 1
    last = floor((middle + extent * 0.47) / step)
    yield from (round(number * step, 1) for number in range(first, last + 1))


def _degrees(at: float, positive: str, negative: str) -> str:
    words = f"{abs(at):.1f}".removesuffix(".0")
    return f"{words}°" if at in {0, -180} else f"{words}° {positive if at > 0 else negative}"


def _scale(view: _View) -> tuple[int | float, float]:
    """Return a round number of kilometres that fits a quarter of the width, and its length in the drawing."""
    widest = WIDTH / 4 / view.units * _KM_PER_DEGREE
    candidates = [digit * 10**power for power in range(4) for digit in (1, 2, 5)]
    kilometres = max((number for number in candidates if number <= widest), default=1)
    return kilometres, round(kilometres / _KM_PER_DEGREE * view.units, 1)


def _dots(places: Sequence[Place], view: _View) -> Iterator[Dot]:
    spots = [(view.x(place.point.longitude), view.y(place.point.latitude)) for place in places]
    taken = [_Box(0, _HEIGHT - 32, WIDTH / 3, _HEIGHT), *(_Box(x - 4, y - 4, x + 4, y + 4) for x, y in spots)]
    for place, (x, y) in zip(places, spots, strict=True):
        width = len(place.entity.label) * _LETTER
        free = (label for label in _labels(x, y, width) if _is_free(label.box, taken))
        label = next(free, None)
        if label:
            taken.append(label.box)
        yield Dot(place, x, y, label)


def _labels(x: float, y: float, width: float) -> Iterator[Label]:
    """Yield where a point's label can stand: beside it, else above or below."""
    for anchor, at, left, base in (
        ("start", x + 8, x + 8, y + 4),
        ("end", x - 8, x - 8 - width, y + 4),
        ("middle", x, x - width / 2, y - 9),
        ("middle", x, x - width / 2, y + 18),
    ):
        box = _Box(left, base - _LINE + 3, left + width, base + 3)
        yield Label(round(at, 1), round(base, 1), anchor, box)


def _is_free(box: _Box, taken: Iterable[_Box]) -> bool:
    inside = box.left > 0 and box.right < WIDTH and box.top > 0 and box.bottom < _HEIGHT
    return inside and not any(box.overlaps(other) for other in taken)
