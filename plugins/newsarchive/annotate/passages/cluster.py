"""Cluster: matches of two places become passages of all places that share the same words.

Matches never chain. A cluster is a star: one place is its core, and every other place shares at least `COVERED` of the
core's words, so that any two of its places have at least a third of them in common. A match that joins no larger star
stands as a cluster of its two places.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush

from newsarchive.annotate.passages.match import Match, Tile

COVERED = Fraction(2, 3)
"""The share of the core's words that every other place of a cluster of three or more has."""
SAME_PLACE = Fraction(3, 4)
"""Two stretches of an article are one place when their common words are this share of all their words."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Words `start` to before `end` of an article, which is given by its number."""

    article: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Places that share the same words.

    `places[0]` is the core. `tiles[i]` are the words that the core and `places[i]` have in common, in the core's order;
    those of the core with itself are all its words.
    """

    places: tuple[Place, ...]
    tiles: tuple[tuple[Tile, ...], ...]


def clustered(matches: Sequence[Match]) -> list[Cluster]:
    """Return the clusters of all `matches`; each match is in exactly one."""
    site_of = _sites(matches)
    edges: dict[Place, dict[Place, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, match in enumerate(matches):
        one, two = site_of[left_place(match)], site_of[right_place(match)]
        if one != two:
            edges[one][two].append(number)
            edges[two][one].append(number)
    return [_cluster(core, near, matches) for core, near in _stars(edges)]


def left_place(match: Match) -> Place:
    """Return where the left text of `match` stands."""
    return Place(match.left, match.left_start, match.left_end)


def right_place(match: Match) -> Place:
    """Return where the right text of `match` stands."""
    return Place(match.right, match.right_start, match.right_end)


def _sites(matches: Sequence[Match]) -> dict[Place, Place]:
    """Return for each stretch the place that stands for it: the longest that is nearly the same."""
    stretches = {place for match in matches for place in (left_place(match), right_place(match))}
    sites: dict[Place, Place] = {}
    heads: dict[int, list[Place]] = defaultdict(list)
    for stretch in sorted(stretches, key=lambda place: (place.article, place.start - place.end, place.start)):
        same = (head for head in heads[stretch.article] if _nearly_same(head, stretch))
        head = next(same, None)
        if head is None:
            heads[stretch.article].append(stretch)
        sites[stretch] = head or stretch
    return sites


def _nearly_same(one: Place, two: Place) -> bool:
    common = min(one.end, two.end) - max(one.start, two.start)
    return common >= SAME_PLACE * (max(one.end, two.end) - min(one.start, two.start))


def _stars(edges: dict[Place, dict[Place, list[int]]]) -> Iterator[tuple[Place, list[tuple[Place, list[int]]]]]:
    queue = [(-len(near), place) for place, near in edges.items()]
    heapify(queue)
    while queue:
        degree, core = heappop(queue)
        near = edges[core]
        if not near:
            continue
        if -degree != len(near):
            heappush(queue, (-len(near), core))
            continue
        yield core, sorted(near.items())
        _remove_within(edges, [core, *near])


def _remove_within(edges: dict[Place, dict[Place, list[int]]], members: Sequence[Place]) -> None:
    inside = set(members)
    for member in members:
        near = edges[member]
        for other in [other for other in near if other in inside]:
            del near[other]


def _cluster(core: Place, near: Sequence[tuple[Place, list[int]]], matches: Sequence[Match]) -> Cluster:
    chosen = [max((matches[number] for number in numbers), key=_shared) for _, numbers in near]
    sides = [_from_side(core, match) for match in chosen]
    start, end = min(side[0].start for side in sides), max(side[0].end for side in sides)
    places = (Place(core.article, start, end), *(side[1] for side in sides))
    return Cluster(places, (((start, start, end - start),), *(side[2] for side in sides)))


def _shared(match: Match) -> tuple[int, int, int]:
    return sum(tile[2] for tile in match.tiles), -match.left_start, -match.right_start


def _from_side(core: Place, match: Match) -> tuple[Place, Place, tuple[Tile, ...]]:
    """Return the core's place, the other place and the tiles, seen from the core."""
    left, right = left_place(match), right_place(match)
    if left.article == core.article and _nearly_same(core, left):
        return left, right, match.tiles
    return right, left, tuple(sorted((there, here, length) for here, there, length in match.tiles))
