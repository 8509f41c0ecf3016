"""Match: two stretches of text, one in each of two places, aligned word by word."""

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from newsarchive.annotate.passages.ends import end_after, start_before
from newsarchive.annotate.passages.words import Words

Tile = tuple[int, int, int]
"""Words that stand in both texts: first word in the one, first word in the other, how many."""

LONGEST_GAP = 60
"""Words of a gap that are aligned; a longer gap stays a gap."""
NEAR = 20
"""Words that may lie between two parts of one match, in either text."""
LOOKBACK = 8
"""Earlier matches that a match is compared with, to see whether they adjoin."""
MOST_TILES = 200
"""Tiles of two matches that are united where they stand in another order in the other text."""
MOST_MIXED = 4, 8
"""How many parts, at least and at most, are tried together where no two adjoin in both texts."""


class Match(NamedTuple):
    """Words `left_start` to before `left_end` of article `left`, and so on of article `right`, are the same text.

    `left` and `right` are numbers of articles. `tiles` are the equal words in the order of the left text;
    `garbled` counts further words at the ends that are nearly equal.
    """

    left: int
    right: int
    left_start: int
    left_end: int
    right_start: int
    right_end: int
    tiles: tuple[Tile, ...]
    garbled: int = 0

    @property
    def left_count(self) -> int:
        """The number of words of the left text."""
        return self.left_end - self.left_start

    @property
    def right_count(self) -> int:
        """The number of words of the right text."""
        return self.right_end - self.right_start

    @property
    def shared(self) -> int:
        """The number of words that both texts have."""
        return sum(length for _, _, length in self.tiles) + self.garbled


def tiled(runs: Iterable[Tile]) -> list[Tile]:
    """Return runs that overlap in neither text, the longest first chosen, in the order of the left text."""
    runs = sorted(runs)
    if all(one[0] + one[2] <= two[0] and one[1] + one[2] <= two[1] for one, two in pairwise(runs)):
        return runs
    left_taken: set[int] = set()
    right_taken: set[int] = set()
    tiles = []
    for left, right, length in sorted(runs, key=lambda run: (-run[2], run[0], run[1])):
        first, last = left, left + length
        shift = right - left
        while first < last and (first in left_taken or first + shift in right_taken):
            first += 1
        while first < last and (last - 1 in left_taken or last - 1 + shift in right_taken):
            last -= 1
        if first == last or any(w in left_taken or w + shift in right_taken for w in range(first, last)):
            continue
        left_taken.update(range(first, last))
        right_taken.update(range(first + shift, last + shift))
        tiles.append((first, first + shift, last - first))
    return sorted(tiles)


def matches_of_pair(
    left_number: int, left: Words, right_number: int, right: Words, chains: Iterable[Sequence[Tile]]
) -> list[Match]:
    """Return what two articles share: each chain of runs aligned, and those that adjoin in both texts as one."""
    drafts: list[Match | None] = []
    for chain in chains:
        draft = _aligned(left_number, left, right_number, right, chain)
        if draft is None or _apart(draft):
            drafts.append(draft)
        else:  # a text that one article repeats runs into its own repetition
            drafts += [_aligned(left_number, left, right_number, right, [run]) for run in chain]
    matches = [draft for draft in drafts if draft and _apart(draft)]
    if len(matches) == 1:
        return matches
    return [_retiled(match) for match in _interleaved(_adjoined(matches))]


def _aligned(left_number: int, left: Words, right_number: int, right: Words, runs: Sequence[Tile]) -> Match | None:
    tiles = list(runs)
    if len(tiles) > 1:
        tiles = _trimmed(filled(left, right, tiled(tiles)))
    if not tiles:
        return None
    return _extended(left, right, _match(left_number, right_number, tiles))


def _match(left: int, right: int, tiles: Sequence[Tile]) -> Match:
    left_end, right_end = (max(tile[side] + tile[2] for tile in tiles) for side in (0, 1))
    return Match(left, right, tiles[0][0], left_end, min(tile[1] for tile in tiles), right_end, tuple(tiles))


def _extended(left: Words, right: Words, match: Match) -> Match:
    left_start, left_end, right_start, right_end = match.left_start, match.left_end, match.right_start, match.right_end
    first, last = match.tiles[0], match.tiles[-1]
    if first[1] == right_start:
        left_start, right_start = start_before(left, right, left_start, right_start)
    if last[1] + last[2] == right_end:
        left_end, right_end = end_after(left, right, left_end, right_end)
    if match.left == match.right and right_start < left_end:
        return match
    bounds = left_start, left_end, right_start, right_end
    tiles = filled(left, right, [(left_start, right_start, 0), *match.tiles, (left_end, right_end, 0)])
    grown = min(left_end - left_start - match.left_count, right_end - right_start - match.right_count)
    garbled = grown + match.shared - sum(length for _, _, length in tiles)
    return Match(match.left, match.right, *bounds, tuple(tiles), max(0, garbled))


def with_apparatus(match: Match, left: Words, right: Words) -> Match:
    """Return `match` with the byline, credit or address that follows it, where both texts have the same one."""
    last = match.tiles[-1]
    one, two = match.left_end, match.right_end
    if last[0] + last[2] != one or last[1] + last[2] != two:
        return match
    while one < left.count and two < right.count and left.apparatus[one] and right.apparatus[two]:
        if left.keys[one] != right.keys[two]:
            return match
        one, two = one + 1, two + 1
    if (one < left.count and left.apparatus[one]) or (two < right.count and right.apparatus[two]):
        return match
    tile = (last[0], last[1], last[2] + one - match.left_end)
    return match._replace(left_end=one, right_end=two, tiles=(*match.tiles[:-1], tile))


def _adjoined(matches: Sequence[Match]) -> list[Match]:
    """Unite matches that adjoin in both texts, in whatever order; one that lies within another goes into it."""
    united = sorted(matches, key=_by_left)
    before = len(united) + 1
    while len(united) < before:
        before = len(united)
        united = sorted(_adjoined_once(united), key=_by_left)
    return united


def _by_left(match: Match) -> tuple[int, int, int]:
    return match.left_start, match.right_start, match.left_end


def _adjoined_once(matches: Sequence[Match]) -> list[Match]:
    united: list[Match] = []
    for match in matches:
        found = next(
            (at for at in range(-1, -LOOKBACK - 1, -1) if -at <= len(united) and _adjoins(united[at], match)), 0
        )
        if found:
            united[found] = _union(united[found], match)
        else:
            united.append(match)
    return united


def _apart(match: Match) -> bool:
    """Return whether the two texts of `match` have no word in common, which in one article they might."""
    return match.left != match.right or match.left_end <= match.right_start


def _adjoins(one: Match, two: Match) -> bool:
    left = max(one.left_start, two.left_start) - min(one.left_end, two.left_end)
    right = max(one.right_start, two.right_start) - min(one.right_end, two.right_end)
    again = (2 * -left > min(one.left_count, two.left_count)) != (2 * -right > min(one.right_count, two.right_count))
    if left > NEAR or right > NEAR or again or not _apart(_union(one, two)):
        return False
    return len(one.tiles) + len(two.tiles) <= MOST_TILES or (one.left_start < two.left_start) == (
        one.right_start < two.right_start
    )


def _interleaved(matches: list[Match]) -> list[Match]:
    """Unite matches that together adjoin in both texts, though no two of them do: 1 2 3 4 and 3 1 4 2."""
    matches = sorted(matches, key=lambda match: match.left_start)
    first = 0
    while first < len(matches) - MOST_MIXED[0] + 1:
        for count in range(min(MOST_MIXED[1], len(matches) - first), MOST_MIXED[0] - 1, -1):
            group = matches[first : first + count]
            united = reduce(_union, group)
            if (
                _contiguous([(each.left_start, each.left_end) for each in group])
                and _contiguous(sorted((each.right_start, each.right_end) for each in group))
                and _apart(united)
            ):
                matches[first : first + count] = [united]
                break
        first += 1
    return matches


def _contiguous(stretches: Sequence[tuple[int, int]]) -> bool:
    return all(two[0] - one[1] <= NEAR for one, two in pairwise(stretches))


def _union(one: Match, two: Match) -> Match:
    return Match(
        one.left,
        one.right,
        min(one.left_start, two.left_start),
        max(one.left_end, two.left_end),
        min(one.right_start, two.right_start),
        max(one.right_end, two.right_end),
        (*one.tiles, *two.tiles),
        one.garbled + two.garbled,
    )


def _retiled(match: Match) -> Match:
    """Return a match that was united of several with tiles that do not overlap."""
    return match._replace(tiles=tuple(tiled(match.tiles)))


def filled(left: Words, right: Words, tiles: Sequence[Tile]) -> list[Tile]:
    """Add the equal words between each two tiles that follow one another in both texts."""
    added: list[Tile] = []
    for one, two in pairwise(tiles):
        gaps = two[0] - one[0] - one[2], two[1] - one[1] - one[2]
        if min(gaps) > 0 and max(gaps) <= LONGEST_GAP:
            added += _equal_words(left, right, one, two)
    return _united(sorted(tile for tile in (*tiles, *added) if tile[2]))


def _equal_words(left: Words, right: Words, one: Tile, two: Tile) -> list[Tile]:
    here, there = one[0] + one[2], one[1] + one[2]
    return [
        (here + edit.src_start, there + edit.dest_start, edit.src_end - edit.src_start)
        for edit in Indel.opcodes(left.keys[here : two[0]].tolist(), right.keys[there : two[1]].tolist())
        if edit.tag == "equal"
    ]


def _united(tiles: list[Tile]) -> list[Tile]:
    united: list[Tile] = []
    for left, right, length in tiles:
        if united and united[-1][0] + united[-1][2] == left and united[-1][1] + united[-1][2] == right:
            united[-1] = (*united[-1][:2], united[-1][2] + length)
        else:
            united.append((left, right, length))
    return united


def _trimmed(tiles: list[Tile]) -> list[Tile]:
    """Drop tiles at the four ends that lie farther from the rest than they are long."""
    before: list[Tile] = []
    while tiles != before:
        before = tiles
        for side in (0, 1):
            tiles = _without_weak_end(_without_weak_start(sorted(tiles, key=lambda tile: tile[side]), side), side)
        tiles = sorted(tiles)
    return tiles


def _without_weak_start(tiles: list[Tile], side: int) -> list[Tile]:
    gain, best, cut = 0.0, 0.0, 0
    for number, (one, two) in enumerate(pairwise(tiles), 1):
        gain += one[2] - _gap(one, two, side)
        if gain < best:
            best, cut = gain, number
    return tiles[cut:]


def _without_weak_end(tiles: list[Tile], side: int) -> list[Tile]:
    gain, best, cut = 0.0, 0.0, len(tiles)
    for number in range(len(tiles) - 1, 0, -1):
        gain += tiles[number][2] - _gap(tiles[number - 1], tiles[number], side)
        if gain < best:
            best, cut = gain, number
    return tiles[:cut]


def _gap(one: Tile, two: Tile, side: int) -> float:
    """Return the words between two tiles: the mean of both texts where they follow one another in both."""
    here, there = two[side] - one[side] - one[2], two[1 - side] - one[1 - side] - one[2]
    return (here + there) / 2 if there >= 0 else here
