"""Chain: which runs are worth a closer look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.annotate.passages import chain
from newsarchive.annotate.passages.chain import chains
from newsarchive.annotate.passages.join import joined
from newsarchive.annotate.passages.row import packed_grams, recurring
from newsarchive.annotate.passages.words import words_of

TEXTS = st.lists(st.lists(st.sampled_from("abcdefghijkl"), max_size=40), min_size=2, max_size=4)


def found(row):
    return list(chains(row, joined(row, recurring(row, packed_grams(row)))))


@given(TEXTS)
def test_signs_of_words_hide_no_chain(article, texts):
    _, row = words_of([article(f"a{number}", " ".join(text)) for number, text in enumerate(texts)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chain, "_MANY", 0)
        by_signs = found(row)
    assert found(row) == by_signs


def test_a_short_run_is_worth_a_look_where_most_words_around_it_are_equal(article, prose):
    words = prose(12, 1).split()
    near = [word if at in {0, 2, 4, 5, 6, 7, 9, 11} else f"{word}x" for at, word in enumerate(words)]
    far = [word if at in {4, 5, 6, 7} else f"{word}x" for at, word in enumerate(words)]
    _, row = words_of([article("a", " ".join(words)), article("b", " ".join(near)), article("c", " ".join(far))])
    assert [(one, two) for one, two, _ in found(row)] == []
    near[1] = words[1]
    _, row = words_of([article("a", " ".join(words)), article("b", " ".join(near)), article("c", " ".join(far))])
    assert [(one, two) for one, two, _ in found(row)] == [(0, 1)]
