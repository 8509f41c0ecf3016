"""Networks: who and what an entity stands with, as lines that fan out to a column of names."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from newsarchive.pages.companions import Circle
from newsarchive.registry.entity import Entity

WIDTH = 360  # of the drawing, in its own units; about a phone's, so that letters keep their size there
_ROW = 26
_TOP = 20
_CENTRE = 26
_COLUMN = 150


class Node(NamedTuple):  # every entity has several
    """An entity in a network: in how many paragraphs it stands with the one in the middle, and where it is drawn.

    `radius` and `width` (of the line that leads to it) grow with the number. `beside` are those of the other nodes that
    it stands with, in their order.
    """

    entity: Entity
    together: int
    x: float
    y: float
    radius: float
    width: float
    beside: tuple[Entity, ...]


class Tie(NamedTuple):
    """Two nodes that stand with each other: the heights at which their arc ends, and how far it swings."""

    first: float
    last: float
    swing: float


@dataclass(frozen=True, slots=True)
class Network:
    """The nodes of one entity, most often together first; `more` others are not drawn.

    `ties` are the strongest among the nodes, in the nodes' order and all drawn alike: what others have to do with each
    other in articles that do not name this entity shall change its page as seldom as can be.
    """

    centre: tuple[float, float]
    height: int
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    more: int


def told(circle: Circle) -> tuple[str | int, ...]:
    """Return all that the drawing of a circle shows, in one row."""
    rows = (*circle.nearest, (len(circle.beside),), *circle.beside, *circle.strongest, (circle.more,))
    return tuple(chain.from_iterable(rows))


def network_of(circle: Circle, entities: Mapping[str, Entity]) -> Network:
    """Draw those with whom an entity stands most often."""
    nearest = [entities[id_] for id_, _ in circle.nearest]
    beside: list[list[Entity]] = [[] for _ in nearest]
    for one, other in circle.beside:
        beside[one].append(nearest[other])
        beside[other].append(nearest[one])
    highest = circle.nearest[0][1]
    nodes = tuple(
        _node(entity, times / highest, times, _height(row), tuple(beside[row]))
        for row, (entity, (_, times)) in enumerate(zip(nearest, circle.nearest, strict=True))
    )
    height = 2 * _TOP + (len(nodes) - 1) * _ROW
    return Network((_CENTRE, height / 2), height, nodes, _ties(circle), circle.more)


def _height(row: int) -> int:
    return _TOP + row * _ROW


def _node(entity: Entity, share: float, together: int, height: float, beside: tuple[Entity, ...]) -> Node:
    return Node(entity, together, _COLUMN, height, round(3 + 4 * share, 2), round(1 + 4 * share, 2), beside)


def _ties(circle: Circle) -> tuple[Tie, ...]:
    ends = ((_height(one), _height(other)) for one, other in circle.strongest)
    return tuple(Tie(first, last, _swing(first, last)) for first, last in ends)


def _swing(first: float, last: float) -> float:
    """Return how far left of the column the arc between two rows is drawn: farther rows swing wider."""
    return round(min(90.0, 14 + (last - first) * 0.3), 2)
