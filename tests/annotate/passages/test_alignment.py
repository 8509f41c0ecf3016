"""Alignment: two witnesses beside each other, word by word."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.annotate.passages.alignment import RunKind, align_witnesses
from newsarchive.annotate.passages.words import words_of_few
from newsarchive.annotation import Witness
from newsarchive.article import Span

WORDS = st.lists(
    st.sampled_from(["the", "old", "ferry", "left", "at", "dawn", "again", "and"]), min_size=1, max_size=25
)


def witness(article):
    return Witness(article.id, tuple(Span(block.id, 0, len(block.text)) for block in article.blocks))


def said(runs, one, two):
    return [
        (run.kind.value, " ".join(map(one.text_of, run.left)), " ".join(map(two.text_of, run.right))) for run in runs
    ]


def test_each_kind_of_run(article):
    one = article("a", "The old ferry left the harbour at dawn with forty people aboard.")
    two = article("b", "On Friday the old ferry left the", "harbour, it is said, with fifty people.")
    assert said(align_witnesses(one, witness(one), two, witness(two)), one, two) == [
        ("insert", "", "On Friday"),
        ("equal", "The old ferry left the harbour", "the old ferry left the harbour"),
        ("replace", "at dawn", "it is said"),
        ("equal", "with", "with"),
        ("replace", "forty", "fifty"),
        ("equal", "people", "people"),
        ("delete", "aboard", ""),
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, WORDS)
def test_runs_hold_every_word_of_both_in_order(article, left, right):
    one, two = article("a", " ".join(left)), article("b", " ".join(right))
    runs = align_witnesses(one, witness(one), two, witness(two))
    for side, made in (("left", one), ("right", two)):
        words = [word for run in runs for span in getattr(run, side) for word in made.text_of(span).split()]
        assert words == made.blocks[0].text.split()
    for run in runs:
        same = [one.text_of(span) for span in run.left] == [two.text_of(span) for span in run.right]
        assert same == (run.kind is RunKind.EQUAL)
        assert bool(run.left) == (run.kind is not RunKind.INSERT)
        assert bool(run.right) == (run.kind is not RunKind.DELETE)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, WORDS, WORDS)
def test_runs_do_not_depend_on_the_names_of_the_articles(article, left, both, right):
    texts = " ".join(left + both * 6), " ".join(both * 2 + right)
    found = []
    for names in ("ab", "ba"):
        one, two = map(article, names, texts)
        found.append(align_witnesses(one, witness(one), two, witness(two)))
    assert found[0] == found[1]


def test_a_part_of_a_block_keeps_its_place(article):
    one, two = article("a", "xx the old ferry left yy"), article("b", "the old ferry left")
    (run,) = align_witnesses(one, Witness("a", (Span("p1", 3, 21),)), two, witness(two))
    assert (run.kind, run.left, run.right) == (RunKind.EQUAL, (Span("p1", 3, 21),), (Span("p1", 0, 18),))


def test_a_witness_of_a_block_that_is_not_there_is_refused(article):
    one = article("a", "the old ferry")
    with pytest.raises(KeyError):
        align_witnesses(one, Witness("a", (Span("p9", 0, 3),)), one, witness(one))


def test_long_witnesses_are_aligned_in_linear_time(article, prose):
    words = prose(20_000, 1).split()
    one = article("a", " ".join(words))
    two = article("b", " ".join("changed" if at % 50 == 7 else word for at, word in enumerate(words)))
    assert len(align_witnesses(one, witness(one), two, witness(two))) == 801
    assert words_of_few([(one, witness(one).parts)])[0][0].count == 20_000
