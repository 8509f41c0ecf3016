import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.pages.search.postings import postings
from newsarchive.pages.search.term_sets import term_sets


def decoded(coded):
    positions, at, step = [], 0, 0
    for sign in map(ord, coded):
        if sign > 92:
            step = step * 34 + sign - 93
        else:
            at += step * 57 + sign - 35
            step = 0
            positions.append(at)
    return positions


@given(st.sets(st.integers(0, 57 * 34**4 - 1), min_size=1))
def test_positions_come_back_and_need_no_escape(positions):
    listed = sorted(positions)
    found = postings([(term_sets(["word"] * len(listed)), np.array(listed))], math.inf)
    assert decoded(found.coded["word"]) == listed
    assert not set(found.coded["word"]) & {'"', "\\", " ", "!"}
    assert found.coded["word"].isprintable()
    assert found.coded["word"].isascii()


def test_a_step_takes_as_few_signs_as_it_can():
    def signs(position):
        return len(postings([(term_sets(["word"]), np.array([position]))], math.inf).coded["word"])

    assert [signs(at) for at in (0, 56, 57, 57 * 34 - 1, 57 * 34, 57 * 34**2)] == [1, 1, 2, 2, 3, 4]


def test_sets_are_joined_whatever_their_order():
    one, two = term_sets(["red blue", "blue"]), term_sets(["blue green"])
    found = postings([(one, np.array([7, 2])), (two, np.array([4]))], math.inf)
    assert {term: decoded(coded) for term, coded in found.coded.items()} == {
        "blue": [2, 4, 7],
        "green": [4],
        "red": [7],
    }


def test_what_too_many_hold_is_common():
    found = postings([(term_sets(["a b", "a b", "a"]), np.array([0, 1, 2]))], 2)
    assert (list(found.coded), found.common) == (["b"], ("a",))


def test_terms_are_sorted_as_a_browser_compares_them():
    texts = term_sets(["\U00010428 \ufb4f \uffdc"])  # beyond 16 bits sorts before U+FFDC
    terms = list(postings([(texts, np.array([0]))], math.inf).coded)
    assert terms == sorted(terms, key=lambda term: term.encode("utf-16-be"))
    assert len(terms) > 2
