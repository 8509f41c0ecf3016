"""Cluster: matches of two places become passages of all places that share the same words.

Matches never chain. A cluster is a star: one place is its core, and where it has three places or more, every other one
shares at least `COVERED` of the core's words, so that any two of them have at least half of those in common.

Two places are named together once, for the longest text that they share. Where a third place has only a part of what
two others share, that part makes a cluster of its own with each of the two, within the longer one. Copies of a whole
article are the exception: they stay together wherever they are named.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain
from typing import NamedTuple

from newsarchive.annotate.passages.match import Match, Tile

COVERED = 0.75
"""The share of the core's words that every other place of a cluster of three or more has."""
SAME_PLACE = 0.75
"""Two stretches of an article are one place when their common words are this share of all their words."""
COPY = 0.5
"""Two articles are copies when what they share is this share of the words of both."""
PARTED = 64
"""A core with more places than that is not searched for pairs that are named together already."""


class Place(NamedTuple):
    """Words `start` to before `end` of an article, which is given by its number."""

    article: int
    start: int
    end: int

    @property
    def words(self) -> int:
        """The number of words."""
        return self.end - self.start


class Cluster(NamedTuple):
    """Places that share the same words.

    `places[0]` is the core. `tiles[i]` are the words that the core and `places[i]` have in common, in the core's order;
    those of the core with itself are all its words.
    """

    places: tuple[Place, ...]
    tiles: tuple[tuple[Tile, ...], ...]


class _Edge(NamedTuple):
    """A match seen from one of its two places: that is `here`, the other is `there`, and `site` stands for it."""

    site: Place
    here: Place
    there: Place
    match: Match

    @property
    def covers(self) -> bool:
        """Whether enough of the words is shared to be one of several places."""
        return self.match.shared >= COVERED * max(self.here.words, self.there.words)


def clustered(matches: Sequence[Match], counts: Sequence[int]) -> list[Cluster]:
    """Return the clusters of `matches`, each of which is in one; `counts` are the numbers of the articles' words."""
    of_article = Counter(chain.from_iterable((match.left, match.right) for match in matches))
    lone: list[Match] = []
    others: list[Match] = []
    for match in matches:  # most are of two articles that share nothing else, with one another or any third
        (lone if of_article[match.left] == of_article[match.right] == 1 else others).append(match)
    return [*map(_pair, lone), *map(_cluster, _stars(_edges(others), _Longer(others, counts)))]


def left_place(match: Match) -> Place:
    """Return where the left text of `match` stands."""
    return Place(match.left, match.left_start, match.left_end)


def right_place(match: Match) -> Place:
    """Return where the right text of `match` stands."""
    return Place(match.right, match.right_start, match.right_end)


def _edges(matches: Sequence[Match]) -> dict[Place, dict[Place, _Edge]]:
    """Return for each site its edges by the site that they lead to, of several the one that shares most."""
    site_of = _sites(matches)
    edges: dict[Place, dict[Place, _Edge]] = defaultdict(dict)
    for match in sorted(matches, key=_by_shared):
        left, right = left_place(match), right_place(match)
        one, two = site_of[left], site_of[right]
        if one != two:
            edges[one][two] = _Edge(two, left, right, match)
            edges[two][one] = _Edge(one, right, left, match)
    return edges


def _by_shared(match: Match) -> tuple[int, Place, Place]:
    return match.shared, left_place(match), right_place(match)


def _sites(matches: Sequence[Match]) -> dict[Place, Place]:
    """Return for each stretch the place that stands for it: the longest that is nearly the same."""
    found = {place for match in matches for place in (left_place(match), right_place(match))}
    sites: dict[Place, Place] = {}
    heads: dict[tuple[int, int, int], list[Place]] = defaultdict(list)
    for stretch in sorted(found, key=lambda place: (place.article, -place.words, place.start)):
        near = (head for cell in _cells_around(stretch) for head in heads[cell] if _nearly_same(head, stretch))
        head = min(near, key=lambda head: (-head.words, head.start), default=None)
        if head is None:
            heads[_cell(stretch)].append(stretch)
        sites[stretch] = head or stretch
    return sites


def _cell(place: Place) -> tuple[int, int, int]:
    """Return article, size and middle, coarse enough that stretches that are nearly the same are neighbours."""
    size = place.words.bit_length()
    return place.article, size, (place.start + place.end) >> size


def _cells_around(place: Place) -> Iterator[tuple[int, int, int]]:
    article, own, _ = _cell(place)
    for size in (own, own + 1):
        middle = (place.start + place.end) >> size
        yield from ((article, size, middle + step) for step in (-1, 0, 1))


def _nearly_same(one: Place, two: Place) -> bool:
    common = min(one.end, two.end) - max(one.start, two.start)
    return common >= SAME_PLACE * (max(one.end, two.end) - min(one.start, two.start))


class _Longer:
    """Knows which two places are named together already, for a longer text."""

    def __init__(self, matches: Sequence[Match], counts: Sequence[int]) -> None:
        self._matches: dict[tuple[int, int], list[Match]] = defaultdict(list)
        for match in matches:
            if match.shared < COPY * max(counts[match.left], counts[match.right]):
                self._matches[match.left, match.right].append(match)

    def together(self, one: Place, two: Place) -> bool:
        """Return whether a match other than of these places holds both."""
        if one.article > two.article:
            one, two = two, one
        return any(
            _within(one, left_place(match)) and _within(two, right_place(match))
            for match in self._matches.get((one.article, two.article), ())
        )


def _within(one: Place, two: Place) -> bool:
    common = min(one.end, two.end) - max(one.start, two.start)
    return common >= SAME_PLACE * one.words and not _nearly_same(one, two)


def _stars(edges: dict[Place, dict[Place, _Edge]], longer: _Longer) -> Iterator[list[_Edge]]:
    queue = [(-len(near), site) for site, near in edges.items()]
    heapify(queue)
    while queue:
        degree, core = heappop(queue)
        near = edges[core]
        if -degree != len(near):
            if near:
                heappush(queue, (-len(near), core))
            continue
        star = _star(sorted(near.values(), key=lambda edge: (-edge.match.shared, edge.site)), longer)
        yield star
        _remove_within(edges, [core, *(edge.site for edge in star)])
        if near:
            heappush(queue, (-len(near), core))


def _star(edges: Sequence[_Edge], longer: _Longer) -> list[_Edge]:
    star = [edges[0]]
    if not edges[0].covers:
        return star
    for edge in edges[1:]:
        if edge.covers and (len(edges) > PARTED or not any(longer.together(edge.there, other.there) for other in star)):
            star.append(edge)
    return star


def _remove_within(edges: dict[Place, dict[Place, _Edge]], sites: Sequence[Place]) -> None:
    inside = set(sites)
    for site in sites:
        near = edges[site]
        for other in [other for other in near if other in inside]:
            del near[other]


def _pair(match: Match) -> Cluster:
    core = left_place(match)
    return Cluster((core, right_place(match)), (((core.start, core.start, core.words),), match.tiles))


def _cluster(star: Sequence[_Edge]) -> Cluster:
    core = Place(star[0].here.article, min(edge.here.start for edge in star), max(edge.here.end for edge in star))
    tiles = tuple(edge.match.tiles if edge.here == left_place(edge.match) else _turned(edge.match) for edge in star)
    return Cluster((core, *(edge.there for edge in star)), (((core.start, core.start, core.words),), *tiles))


def _turned(match: Match) -> tuple[Tile, ...]:
    return tuple(sorted((there, here, length) for here, there, length in match.tiles))
