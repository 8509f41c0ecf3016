"""Index: grown by new texts it is what it would have been, had they been there from the start."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.annotate.passages.formula import limit
from newsarchive.annotate.passages.index import grown, indexed, ranked
from newsarchive.annotate.passages.words import Texts, text_digest, words_of

PLAN = st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=3), min_size=2, max_size=24)


def in_order(articles):
    return sorted(articles, key=lambda each: (text_digest(each), each.id))


def ranks(articles):
    rank = {each.id: number for number, each in enumerate(in_order(articles))}
    return np.array([rank[each.id] for each in articles], dtype=np.int64)


def told(index):
    return index.formulas, sorted(index.marked), sorted(index.judged, key=repr)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLAN, st.integers(1, 3), st.booleans())
def test_a_grown_index_is_a_new_index(article, prose, plan, count, short):
    texts = [
        article(f"a{number:02}", *(f"{prose(4 if short else 40, 50 + number)} {prose(20, part)}" for part in parts))
        for number, parts in enumerate(plan)
    ]
    new, old = texts[:count], in_order(texts[count:])
    larger = grown(indexed(*words_of(old)), *words_of(new), ranks([*old, *new]))
    if larger is not None:
        assert told(ranked(larger)) == told(ranked(indexed(*words_of(in_order(texts)))))


@pytest.mark.parametrize("count", [10, 11, 16, 17, 18])
def test_a_text_that_becomes_common_by_a_new_article_is_as_in_a_new_index(article, prose, count):
    texts = [article(f"a{number:02}", prose(50, 50 + number), prose(20, 1)) for number in range(count)]
    old, new = in_order(texts[1:]), texts[:1]
    larger = grown(indexed(*words_of(old)), *words_of(new), ranks([*old, *new]))
    assert told(ranked(larger)) == told(ranked(indexed(*words_of(in_order(texts)))))


def test_an_index_does_not_grow_where_an_old_article_becomes_a_copy(article, prose):
    texts = [article(f"a{number:02}", prose(20, 1), prose(15 if number else 80, 50 + number)) for number in range(11)]
    old = in_order(texts[1:])
    assert grown(indexed(*words_of(old)), *words_of(texts[:1]), ranks([*old, texts[0]])) is None


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
