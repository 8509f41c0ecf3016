"""Networks: who and what an entity stands with, as lines that fan out to a column of names."""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations

from newsarchive.pages.companions import Companions
from newsarchive.registry.entity import Entity

WIDTH = 360  # of the drawing, in its own units; about a phone's, so that letters keep their size there
_MOST_NODES = 8
_MOST_TIES = 8  # more of them would hide the lines
_ROW = 26
_TOP = 20
_CENTRE = 26
_COLUMN = 150


@dataclass(frozen=True, slots=True)
class Node:
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


@dataclass(frozen=True, slots=True)
class Tie:
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

    @property
    def told(self) -> str:
        """All that the drawing shows, in one string."""
        nodes = (f"{node.entity.id} {node.together} {[one.id for one in node.beside]}" for node in self.nodes)
        ties = (f"{tie.first} {tie.last}" for tie in self.ties)
        return f"{[*nodes]} {[*ties]} {self.more}"


def network_of(entity: Entity, companions: Companions, entities: Mapping[str, Entity]) -> Network | None:
    """Draw the entities that stand with `entity` most often; None where none does."""
    known = [one for one in companions.of.get(entity.id, ()) if one[0] in entities]
    if not known:
        return None
    shown = known[:_MOST_NODES]
    rows = {id_: _TOP + row * _ROW for row, (id_, _) in enumerate(shown)}
    times = {pair: count for pair in combinations(rows, 2) if (count := companions.together(*pair))}
    beside: dict[str, list[Entity]] = {id_: [] for id_ in rows}
    for one, other in times:
        beside[one].append(entities[other])
        beside[other].append(entities[one])
    highest = shown[0][1]
    nodes = tuple(_node(entities[id_], count / highest, count, rows[id_], tuple(beside[id_])) for id_, count in shown)
    height = 2 * _TOP + (len(shown) - 1) * _ROW
    return Network((_CENTRE, height / 2), height, nodes, _ties(rows, times), len(known) - len(shown))


def _node(entity: Entity, share: float, together: int, height: float, beside: tuple[Entity, ...]) -> Node:
    return Node(entity, together, _COLUMN, height, round(3 + 4 * share, 2), round(1 + 4 * share, 2), beside)


def _ties(rows: Mapping[str, int], times: Mapping[tuple[str, str], int]) -> tuple[Tie, ...]:
    strongest = nsmallest(_MOST_TIES, times, key=lambda pair: (-times[pair], pair))
    ends = sorted((rows[one], rows[other]) for one, other in strongest)
    return tuple(Tie(first, last, _swing(first, last)) for first, last in ends)


def _swing(first: float, last: float) -> float:
    """Return how far left of the column the arc between two rows is drawn: farther rows swing wider."""
    return round(min(90.0, 14 + (last - first) * 0.3), 2)
