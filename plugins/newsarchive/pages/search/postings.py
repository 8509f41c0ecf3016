"""Postings: each term with the positions of the entries that hold it, coded in few letters.

A list of positions is coded as the steps from each to the next, the first from 0. A step is a number of one to five
signs of ASCII: its last sign is one of 57, from `#` to `[`, worth 0 to 56; those before it are of the 34 from `]` to
`~`, worth 0 to 33. So a step below 57 takes one sign, one below 1938 two, and no sign needs an escape in a script.
`search.js` reads the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray

from newsarchive.pages.search.term_sets import TermSets

LAST, LAST_SIGNS = ord("#"), 57
BEFORE, BEFORE_SIGNS = ord("]"), 34
_MOST_SIGNS = 5
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
    keys = np.concatenate([np.zeros(0, np.int64), *(_keys(number, one, positions) for one, positions in sets)])
    keys.sort()
    of_term = keys >> _POSITION_BITS
    counts = np.bincount(of_term, minlength=len(number))
    many = counts > most
    keys = keys[~many[of_term]]
    terms = sorted(number, key=lambda term: term.encode("utf-16-be"))
    coded = dict(zip(number, _coded(keys, len(number)), strict=True))
    common = tuple(term for term in terms if many[number[term]])
    return Postings({term: coded[term] for term in terms if coded[term]}, common)


def _keys(number: defaultdict[str, int], sets: TermSets, positions: Numbers) -> Numbers:
    """Return a number for each term of each text: the term's in the upper half, the entry's position in the lower."""
    terms = np.fromiter(map(number.__getitem__, sets.terms), np.int64, len(sets.terms))
    term, text = np.divmod(np.flatnonzero(sets.held).astype(np.uint32), np.uint32(max(1, sets.texts)))
    keys: Numbers = terms[term] << _POSITION_BITS | positions[text]
    return keys


def _coded(keys: Numbers, terms: int) -> Iterator[str]:
    """Yield the coded positions of each of so many terms; `keys` are sorted."""
    of_term, positions = keys >> _POSITION_BITS, keys.astype(np.int32)  # the lower half
    steps = np.diff(positions, prepend=np.int32(0))
    first = np.diff(of_term, prepend=-1) > 0
    steps[first] = positions[first]
    ends = _signs_of(steps).cumsum()
    text = _signs(steps, ends).tobytes().decode("ascii")
    start = 0
    for end in np.append(0, ends)[np.bincount(of_term, minlength=terms).cumsum()].tolist():
        yield text[start:end]
        start = end


def _signs_of(steps: NDArray[np.int32]) -> Numbers:
    """Return how many signs each step takes."""
    count = np.ones(len(steps), np.int64)
    for before in range(_MOST_SIGNS - 1):
        count += steps >= LAST_SIGNS * BEFORE_SIGNS**before
    return count


def _signs(steps: NDArray[np.int32], ends: Numbers) -> NDArray[np.uint8]:
    """Return the signs of all steps in one row; `ends` are where each step's signs end in it."""
    signs = np.zeros(int(ends[-1]) if len(ends) else 0, np.uint8)
    rest = steps // LAST_SIGNS
    signs[ends - 1] = steps - rest * LAST_SIGNS + LAST
    at = ends - 2
    while len(rest):
        going = rest > 0
        digits, at = rest[going], at[going]
        rest = digits // BEFORE_SIGNS
        signs[at] = digits - rest * BEFORE_SIGNS + BEFORE
        at = at - 1
    return signs
