import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.pages.search.term_sets import sets_from_bytes, term_sets
from newsarchive.pages.search.terms import terms


def sets_of(found):
    """Return the terms of each text."""
    holders = np.split(found.holders, np.cumsum(found.counts)[:-1])
    assert all(list(each) == sorted(set(each)) for each in holders)
    held = dict(zip(found.terms, holders, strict=False))  # where there is no term, there is one piece of nothing
    return [{term for term, each in held.items() if text in each} for text in range(found.texts)]


@given(st.lists(st.text()))
def test_each_text_has_the_terms_that_search_compares(texts):
    found = term_sets(texts)
    assert sets_of(found) == [terms(text) for text in texts]
    assert len(set(found.terms)) == len(found.terms)


@given(st.lists(st.text("aA“”’…–-_ 1é\u0301ß\n\x1f", max_size=12)))
def test_marks_between_words_are_none_of_theirs(texts):
    assert sets_of(term_sets(texts)) == [terms(text) for text in texts]


@given(st.lists(st.text("abé ", max_size=60), max_size=6))
def test_words_are_told_apart_however_long_they_are(texts):
    assert sets_of(term_sets(texts)) == [terms(text) for text in texts]


@pytest.mark.parametrize("end", ["", "x", "x" * 8, "x" * 9, "é", "\u3000y", "x" * 1000])
def test_words_that_begin_alike_are_different(end):
    texts = [f"eighteen eighteen{end}", "eighteen", f"eighteen{end}z", f"Eighteen{end}"]
    assert sets_of(term_sets(texts)) == [terms(text) for text in texts]


@pytest.mark.parametrize(
    "texts",
    [[], ["", ""], ["one two", "", "Two THREE"], ["Ağdam agdam", "Агдам “ағдам”"], ["one"] * 256, ["one"] * 257],
)
def test_the_bytes_say_the_same(texts):
    found = term_sets(texts)
    again = sets_from_bytes(found.to_bytes())
    assert (again.terms, again.texts) == (found.terms, found.texts)
    assert sets_of(again) == sets_of(found) == [terms(text) for text in texts]


def test_terms_that_no_text_holds_are_not_kept():
    assert term_sets(["“Ağdam”, ağdam — … ’"]).terms == ("agdam",)


def test_words_whose_hashes_agree_are_told_apart():
    texts = ["goxshzoj ctwjjlqi goxshzoj", "ctwjjlqi", "x " * (1 << 18)]  # of so many words, those two hashes agree
    found = term_sets(texts)
    assert sets_of(found) == [terms(text) for text in texts]
    assert len(set(found.terms)) == len(found.terms)
