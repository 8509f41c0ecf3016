"""Networks: who and what an entity stands with, as lines that fan out to a column of names."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest

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


def network_of(
    entity: Entity, companions: Mapping[str, Counter[str]], entities: Mapping[str, Entity]
) -> Network | None:
    """Draw the entities that stand with `entity` most often; None where none does.

    `companions` counts, for each entity id, the paragraphs in which each other stands beside it.
    """
    counts = companions.get(entity.id, Counter())
    known = [id_ for id_ in counts if id_ in entities]
    if not known:
        return None
    shown = nsmallest(_MOST_NODES, known, key=lambda id_: (-counts[id_], id_))
    rows = {id_: _TOP + row * _ROW for row, id_ in enumerate(shown)}
    highest = counts[shown[0]]
    nodes = tuple(_node(entities[id_], counts[id_], highest, rows, companions, entities) for id_ in shown)
    height = 2 * _TOP + (len(shown) - 1) * _ROW
    return Network((_CENTRE, height / 2), height, nodes, _ties(rows, companions), len(known) - len(shown))


def _node(  # noqa: PLR0913, PLR0917  # all of a drawing's measures
    entity: Entity,
    together: int,
    highest: int,
    rows: Mapping[str, int],
    companions: Mapping[str, Counter[str]],
    entities: Mapping[str, Entity],
) -> Node:
    beside = companions.get(entity.id, Counter())
    others = (id_ for id_ in rows if beside[id_])
    share = together / highest
    radius, width = round(3 + 4 * share, 2), round(1 + 4 * share, 2)
    return Node(entity, together, _COLUMN, rows[entity.id], radius, width, tuple(entities[id_] for id_ in others))


def _ties(rows: Mapping[str, int], companions: Mapping[str, Counter[str]]) -> tuple[Tie, ...]:
    pairs = [(one, other) for one in rows for other in rows if rows[one] < rows[other]]
    counts = {pair: count for pair in pairs if (count := companions.get(pair[0], Counter())[pair[1]])}
    strongest = nsmallest(_MOST_TIES, counts, key=lambda pair: (-counts[pair], pair))
    ends = sorted((rows[one], rows[other]) for one, other in strongest)
    return tuple(Tie(first, last, _swing(first, last)) for first, last in ends)


def _swing(first: float, last: float) -> float:
    """Return how far left of the column the arc between two rows is drawn: farther rows swing wider."""
    return round(min(90.0, 14 + (last - first) * 0.3), 2)
