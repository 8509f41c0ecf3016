"""Growth: an index that has grown by new texts tells what it would, had they been there from the start."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.annotate.passages import formula
from newsarchive.annotate.passages.growth import grown
from newsarchive.annotate.passages.index import indexed
from newsarchive.annotate.passages.words import words_of

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


def told(known):
    return known.row.bounds.tolist(), known.marked, sorted(known.matches), sorted(known.objected)


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


def test_an_index_does_not_grow_where_another_number_of_articles_makes_a_formula(article, prose, monkeypatch):
    monkeypatch.setattr(formula, "SHARE", 1)  # so that it changes with the sixteenth article
    texts = [article(f"a{number:02}", prose(30, number)) for number in range(17)]
    assert grown_by(texts[1:16], texts[:1])[0] is None
    larger, whole = grown_by(texts[1:], texts[:1])
    assert told(larger) == told(whole)


def test_a_new_copy_of_many_articles_is_known_for_one(article, prose):
    texts = [article(f"a{number:02}", f"{prose(40, 1)} {prose(5, number + 2)}") for number in range(13)]
    larger, whole = grown_by(texts[1:], texts[:1])
    assert len(whole.matches) == 13 * 12 / 2
    assert told(larger) == told(whole)
