"""Postings: each term with the positions of the entries that hold it, coded in few letters.

A list of positions is coded as the steps from each to the next, the first from 0. A step is a number of one or more
signs of ASCII: its last sign is one of 57, from `#` to `[`, worth 0 to 56; those before it are of the 34 from `]` to
`~`, worth 0 to 33. So a step below 57 takes one sign, one below 1938 two, and no sign needs an escape in a script.
`search.js` reads the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from newsarchive.pages.search.term_sets import TermSets

LAST, LAST_SIGNS = ord("#"), 57
BEFORE, BEFORE_SIGNS = ord("]"), 34
_POSITION_BITS = 32

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Postings:
    """The postings of a series: `coded` lists by their terms, and the terms of which there are too many, `common`."""

    coded: dict[str, str]
    common: tuple[str, ...]


def postings(sets: Iterable[tuple[TermSets, Numbers]], most: float) -> Postings:
    """Return the postings of texts; with their terms come the positions of their entries, each used once.

    A term of more than `most` entries is common. Terms are in the order in which a browser compares texts (UTF-16).
    """
    number: defaultdict[str, int] = defaultdict(count().__next__)
    listed = [(_numbers(number, one.terms), one, positions) for one, positions in sets]
    counts = np.zeros(len(number), np.int64)
    for numbers, one, _ in listed:
        counts[numbers] += one.counts
    keys = np.concatenate([np.zeros(0, np.int64), *(_keys(*each) for each in listed)])
    keys.sort()
    coded = dict(zip(number, _coded(keys.astype(np.int32), counts), strict=True))
    terms = sorted(number, key=lambda term: term.encode("utf-16-be"))
    many = {term for term, count in zip(number, counts.tolist(), strict=True) if count > most}
    return Postings({term: coded[term] for term in terms if term not in many}, tuple(filter(many.__contains__, terms)))


def _numbers(number: defaultdict[str, int], terms: Sequence[str]) -> Numbers:
    return np.fromiter(map(number.__getitem__, terms), np.int64, len(terms))


def _keys(numbers: Numbers, sets: TermSets, positions: Numbers) -> Numbers:
    """Return a number for each term of each text: the term's in the upper half, the entry's position in the lower."""
    keys: Numbers = np.repeat(numbers << _POSITION_BITS, sets.counts) | positions[sets.holders]
    return keys


def _coded(positions: NDArray[np.int32], counts: Numbers) -> Iterator[str]:
    """Yield the coded positions of each term; they stand one term after another, so many of each as `counts` tells."""
    ends = counts.cumsum()
    steps = np.diff(positions, prepend=np.int32(0))
    firsts = (ends - counts)[counts > 0]
    steps[firsts] = positions[firsts]
    far = np.flatnonzero(steps >= LAST_SIGNS)  # few: what stands in many texts has short steps
    signs = (steps + LAST).astype(np.uint8)
    signs[far] = steps[far] % LAST_SIGNS + LAST
    places, before = _before(steps, far)
    text = np.insert(signs, places, before).tobytes().decode("ascii")
    start = 0
    for end in (ends + places.searchsorted(ends)).tolist():
        yield text[start:end]
        start = end


def _before(steps: NDArray[np.int32], far: Numbers) -> tuple[Numbers, NDArray[np.uint8]]:
    """Return the signs before the last of those steps that take several, and the place of each one's step."""
    places, signs = [far[:0]], [np.zeros(0, np.uint8)]
    rest = steps[far] // LAST_SIGNS
    while len(rest):
        places.append(far)
        signs.append((rest % BEFORE_SIGNS + BEFORE).astype(np.uint8))
        rest //= BEFORE_SIGNS
        far, rest = far[rest > 0], rest[rest > 0]
    found = np.concatenate(places[::-1])  # of one step, the sign that is worth most first
    order = np.argsort(found, kind="stable")
    return found[order], np.concatenate(signs[::-1])[order]
