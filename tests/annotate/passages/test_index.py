"""Index: grown by new texts it is what it would have been, had they been there from the start."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.annotate.passages.formula import limit
from newsarchive.annotate.passages.index import grown, indexed
from newsarchive.annotate.passages.words import Texts, words_of

PLAN = st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=3), min_size=2, max_size=24)


def in_order(articles):
    return sorted(articles, key=lambda each: (each.blocks_digest, each.id))


def grown_by(old, new):
    """Return the index of `old`, grown by `new`, and the index of both."""
    ordered = in_order([*old, *new])
    added = {each.id for each in new}
    numbers = [number for number, each in enumerate(ordered) if each.id not in added]
    words, row = words_of(ordered)
    _, more = words_of([each for each in ordered if each.id in added])
    return grown(indexed(*words_of(in_order(old))), words, numbers, more), indexed(words, row)


def told(index):
    row = [getattr(index.row, name).tolist() for name in ("bounds", "keys", "apart")]
    marks = [getattr(index, name).tolist() for name in ("many", "copies", "common")]
    return row, marks, index.marked, sorted(index.matches), sorted(index.objected)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLAN, st.integers(1, 3), st.booleans())
def test_a_grown_index_is_a_new_index(article, prose, plan, count, short):
    texts = [
        article(f"a{number:02}", *(f"{prose(4 if short else 40, 50 + number)} {prose(20, part)}" for part in parts))
        for number, parts in enumerate(plan)
    ]
    larger, whole = grown_by(texts[count:], texts[:count])
    if larger is not None:
        assert told(larger) == told(whole)


@pytest.mark.parametrize("count", [10, 11, 16, 17, 18])
def test_a_text_that_becomes_common_by_a_new_article_is_as_in_a_new_index(article, prose, count):
    texts = [article(f"a{number:02}", prose(50, 50 + number), prose(20, 1)) for number in range(count)]
    larger, whole = grown_by(texts[1:], texts[:1])
    assert told(larger) == told(whole)


def test_an_index_does_not_grow_where_an_old_article_becomes_a_copy(article, prose):
    texts = [article(f"a{number:02}", prose(20, 1), prose(15 if number else 80, 50 + number)) for number in range(11)]
    larger, _ = grown_by(texts[1:], texts[:1])
    assert larger is None


def test_the_limit_grows_by_doubling():
    assert [limit(count) for count in (3, 1000, 1599, 1600, 3200, 10_000, 50_000)] == [10, 10, 10, 16, 32, 64, 256]
    changes = [count for count in range(1, 60_000) if limit(count) != limit(count - 1)]
    assert changes == [1600, 3200, 6400, 12_800, 25_600, 51_200]


def test_texts_are_loaded_once_and_only_when_asked_for(words):
    asked = []
    texts = Texts(3, lambda number: asked.append(number) or words("a"))
    assert (texts[2], len(texts)) == (texts[2], 3)
    assert asked == [2]
    with pytest.raises(IndexError):
        texts[3]
