"""Beside: the runs of two short texts are those that joining all grams finds."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.annotate.passages.beside import runs_beside
from newsarchive.annotate.passages.join import joined
from newsarchive.annotate.passages.row import packed_grams, recurring
from newsarchive.annotate.passages.words import words_of

WORDS = st.lists(st.sampled_from(["the", "old", "ferry", "left", "@dawn"]), max_size=30)


def runs_joined(left, row):
    grams = packed_grams(row)
    runs = joined(row, recurring(row, grams))
    across = runs.chosen((runs.left < left.count) & (runs.right >= left.count))
    return zip(across.left.tolist(), (across.right - left.count).tolist(), across.length.tolist(), strict=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, WORDS, WORDS)
def test_the_runs_are_those_of_joining(article, one, both, two):
    (left, right), row = words_of([article("a", " ".join(one + both)), article("b", " ".join(both + two))])
    runs = runs_beside(left, right)
    assert runs is None or sorted(runs) == sorted(runs_joined(left, row))


def test_a_run_at_the_end_of_one_text_and_the_beginning_of_the_other(article):
    (left, right), _ = words_of([article("a", "at dawn the old ferry left"), article("b", "The old ferry left again")])
    assert runs_beside(left, right) == [(2, 0, 4)]
    assert runs_beside(right, left) == [(0, 2, 4)]


def test_words_that_no_gram_may_hold_break_a_run(article):
    (left, right), _ = words_of([article("a", "the old ferry left @dawn again"), article("b", "old ferry left dawn")])
    assert runs_beside(left, left) == [(0, 0, 4)]
    assert runs_beside(left, right) == runs_beside(right, left) == []


def test_what_stands_too_often_or_is_too_long_is_left_to_joining(article, prose):
    (often, once, long), _ = words_of(
        [
            article("a", "no no no no, " * 5),
            article("b", "no no no no"),
            article("c", prose(400, 1)),
        ]
    )
    assert runs_beside(often, once) is None
    assert runs_beside(once, often) is None
    assert runs_beside(long, long) is None
