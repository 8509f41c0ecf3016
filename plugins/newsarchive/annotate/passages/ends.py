"""Ends: where a shared text truly begins and ends, over words that were changed or garbled near its edge.

From the last word that both texts have, the next letters of both are aligned by edit distance. A letter that both have
counts for the text going on, one that only one has counts against it, and the text goes on to where the sum is highest,
as long as that is a gain. So a garbled last word belongs to the text, and so do equal words behind a changed one.
"""

import numpy as np
from rapidfuzz.distance import Levenshtein

from newsarchive.annotate.passages.words import Words

WINDOW = 80
"""Letters, in either text, that are aligned at a time."""
LEAST_GAIN = 3
"""Letters in both texts, less those in one, for which a text goes on."""
NEXT_WORDS = ((12, 0.5), (40, 0.4))
"""Letters to look at, and how alike they must be, before the next window is aligned at all."""


def end_after(left: Words, right: Words, left_at: int, right_at: int) -> tuple[int, int]:
    """Return where a shared text ends that both articles have up to before `left_at` and `right_at`."""
    return _farthest(left, right, left_at, right_at, 1)


def start_before(left: Words, right: Words, left_at: int, right_at: int) -> tuple[int, int]:
    """Return where a shared text starts that both articles have from `left_at` and `right_at` on."""
    return _farthest(left, right, left_at, right_at, -1)


def _farthest(left: Words, right: Words, one: int, two: int, way: int) -> tuple[int, int]:
    while True:
        here, there = _ahead(left, one, way), _ahead(right, two, way)
        if not any(_alike(here[:length], there[:length], least) for length, least in NEXT_WORDS):
            return one, two
        letters = _gaining(here, there)
        further = _word_after(left, one, letters[0], way), _word_after(right, two, letters[1], way)
        if one in further[:1] or two in further[1:]:
            return one, two
        one, two = further


def _ahead(words: Words, at: int, way: int) -> str:
    """Return the letters that follow in one direction, up to the next apparatus, in lower case."""
    if way > 0:
        if at == words.count or words.apart[at]:
            return ""
        start = int(words.starts[at])
        return words.text[start : start + WINDOW].casefold()
    if at == 0 or words.apart[at - 1]:
        return ""
    end = int(words.ends[at - 1])
    return words.text[max(0, end - WINDOW) : end].casefold()[::-1]


def _alike(here: str, there: str, least: float) -> bool:
    return bool(here and there) and Levenshtein.normalized_similarity(here, there, score_cutoff=least) > 0


def _gaining(here: str, there: str) -> tuple[int, int]:
    """Return how many letters of each text the best-scoring beginning of their alignment takes."""
    best, gain, score = (0, 0), LEAST_GAIN, 0
    for edit in Levenshtein.opcodes(here, there):
        one, two = edit.src_end - edit.src_start, edit.dest_end - edit.dest_start
        if edit.tag != "equal":
            score -= max(one, two)
            continue
        score += one
        if score > gain:
            best, gain = (edit.src_end, edit.dest_end), score
    return best


def _word_after(words: Words, at: int, letters: int, way: int) -> int:
    """Return the word border nearest to `letters` letters from word `at` on."""
    if letters == 0:
        return at
    if way > 0:
        near = slice(at, at + WINDOW)
        middles = words.starts[near] + words.ends[near]
        return at + int(middles.searchsorted(np.int32(2 * (int(words.starts[at]) + letters)), side="right"))
    near = slice(max(0, at - WINDOW), at)
    middles = words.starts[near] + words.ends[near]
    return near.start + int(middles.searchsorted(np.int32(2 * (int(words.ends[at - 1]) - letters))))
