"""Match: two stretches of text, one in each of two places, aligned word by word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from newsarchive.annotate.passages.words import Words

Tile = tuple[int, int, int]
"""Words that stand in both texts: first word in the one, first word in the other, how many."""

FEWEST = 10
"""Words that a passage has at least, in each witness."""
ALIKE = 60.0
"""How alike (0 to 100, by edit distance of letters) two words must be to count as one word garbled."""
LONGEST_GAP = 60
"""Words of a gap that are aligned; a longer gap stays a gap."""
DENSITY = 0.5
"""The share of the words of the longer witness that the other must have too."""
RUN = 3
"""Words in a row that are evidence; single words fall together by chance."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words `left_start` to before `left_end` of article `left`, and so on of article `right`, are the same text.

    `left` and `right` are numbers of articles. `tiles` are the equal words in the order of the left text.
    """

    left: int
    right: int
    left_start: int
    left_end: int
    right_start: int
    right_end: int
    tiles: tuple[Tile, ...]


def tiled(runs: Iterable[Tile]) -> list[Tile]:
    """Return runs that overlap in neither text, the longest first chosen, in the order of the left text."""
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


def matched(number: int, left: Words, other: int, right: Words, runs: Sequence[Tile]) -> Match | None:
    """Return the match that the runs of a chain make, or None where too little is shared."""
    if len(runs) == 1:
        tiles = list(runs)
    else:
        tiles = _trimmed(filled(left, right, tiled(runs)))
    if not tiles:
        return None
    tiles = _extended(left, right, tiles)
    match = Match(
        number,
        other,
        tiles[0][0],
        max(tile[0] + tile[2] for tile in tiles),
        min(tile[1] for tile in tiles),
        max(tile[1] + tile[2] for tile in tiles),
        tuple(tiles),
    )
    return match if _enough(match) else None


def _enough(match: Match) -> bool:
    left, right = match.left_end - match.left_start, match.right_end - match.right_start
    if min(left, right) < FEWEST:
        return False
    shared = sum(tile[2] for tile in match.tiles)
    in_runs = sum(tile[2] for tile in match.tiles if tile[2] >= RUN)
    return shared >= DENSITY * max(left, right) and in_runs >= DENSITY * min(left, right) and shared >= FEWEST - 2


def filled(left: Words, right: Words, tiles: list[Tile]) -> list[Tile]:
    """Add the equal words between each two tiles that follow one another in both texts."""
    added = []
    for one, two in zip(tiles, tiles[1:], strict=False):
        a, b = one[0] + one[2], one[1] + one[2]
        if two[1] >= b and 0 < two[0] - a <= LONGEST_GAP and 0 < two[1] - b <= LONGEST_GAP:
            added += _equal_words(left, right, a, two[0], b, two[1])
    return _united(sorted(tile for tile in tiles + added if tile[2]))


def _equal_words(left: Words, right: Words, a: int, a_end: int, b: int, b_end: int) -> list[Tile]:
    tiles = []
    for edit in Indel.opcodes(left.keys[a:a_end].tolist(), right.keys[b:b_end].tolist()):
        if edit.tag == "equal":
            tiles.append((a + edit.src_start, b + edit.dest_start, edit.src_end - edit.src_start))
    return tiles


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
    before = None
    while tiles != before:
        before = tiles
        for side in (0, 1):
            tiles = sorted(tiles, key=lambda tile: tile[side])
            tiles = _without_weak_start(tiles, side)
            tiles = _without_weak_end(tiles, side)
        tiles = sorted(tiles)
    return tiles


def _without_weak_start(tiles: list[Tile], side: int) -> list[Tile]:
    gain, best, cut = 0, 0, 0
    for number, (one, two) in enumerate(zip(tiles, tiles[1:], strict=False), 1):
        gain += one[2] - (two[side] - one[side] - one[2])
        if gain < best:
            best, cut = gain, number
    return tiles[cut:]


def _without_weak_end(tiles: list[Tile], side: int) -> list[Tile]:
    gain, best, cut = 0, 0, len(tiles)
    for number in range(len(tiles) - 1, 0, -1):
        one, two = tiles[number - 1], tiles[number]
        gain += two[2] - (two[side] - one[side] - one[2])
        if gain < best:
            best, cut = gain, number
    return tiles[:cut]


def _extended(left: Words, right: Words, tiles: list[Tile]) -> list[Tile]:
    return tiles
