"""Join: every run of words that two places have, and no other."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.annotate.passages.join import FEW, joined
from newsarchive.annotate.passages.row import GRAM, PER_ARTICLE, packed_grams, ranges, recurring, stretches
from newsarchive.annotate.passages.words import words_of

TEXTS = st.lists(st.lists(st.sampled_from("abcdefghijklmnop"), max_size=30), max_size=4)


def row_and_runs(article, texts):
    _, row = words_of([article(f"a{number}", " ".join(text)) for number, text in enumerate(texts)])
    runs = joined(row, recurring(row, packed_grams(row)))
    return row, list(zip(runs.left.tolist(), runs.right.tolist(), runs.length.tolist(), strict=True))


def grams_of(row):
    for article in range(row.articles):
        for place in range(row.bounds[article], row.bounds[article + 1] - GRAM + 1):
            yield place, tuple(row.keys[place : place + GRAM].tolist())


@given(TEXTS)
def test_runs_are_equal_words_and_miss_none(article, texts):
    row, runs = row_and_runs(article, texts)
    for left, right, length in runs:
        assert length >= 1
        assert row.keys[left : left + length].tolist() == row.keys[right : right + length].tolist()
        assert len(set(row.article_of(np.array([left, left + length - 1])).tolist())) == 1
    at = {}
    for place, gram in grams_of(row):
        at.setdefault(gram, []).append(place)
    for places in at.values():
        owners = row.article_of(np.array(places)).tolist()
        if len(places) <= FEW and max(map(owners.count, owners)) <= PER_ARTICLE:
            pairs = combinations(zip(places, owners, strict=True), 2)
            assert all(any(holds(run, one[0], two[0]) for run in runs) for one, two in pairs if one[1] != two[1])


def holds(run, one, two):
    left, right, length = run
    return left - one == right - two and left <= one < left + length


def test_a_text_repeated_in_one_article_never_overlaps_itself(article):
    _, runs = row_and_runs(article, [list("abcdef" * 4)])
    assert runs
    assert all(left + length <= right for left, right, length in runs)


def test_a_gram_of_many_places_pairs_each_with_the_first_only(article):
    texts = [[*"abcd", f"x{number}"] for number in range(FEW + 5)]
    _, runs = row_and_runs(article, texts)
    assert len(runs) == FEW + 4
    assert len({left for left, _, _ in runs}) == 1


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5)), max_size=6))
def test_ranges_are_all_numbers_between(pairs):
    starts = np.array([start for start, _ in pairs], dtype=np.int64)
    ends = starts + np.array([length for _, length in pairs], dtype=np.int64)
    assert ranges(starts, ends).tolist() == [n for start, length in pairs for n in range(start, start + length)]


@given(st.lists(st.integers(0, 6), min_size=1, max_size=4), st.data())
def test_stretches_cover_all_marked_words_within_their_articles(article, lengths, data):
    _, row = words_of([article(f"a{n}", " ".join("w" * length)) for n, length in enumerate(lengths)])
    marks = np.array(data.draw(st.lists(st.booleans(), min_size=row.count, max_size=row.count)), dtype=bool)
    covered = np.zeros(row.count, dtype=bool)
    for number, start, end in stretches(row, marks, 0):
        base = row.bounds[number]
        assert 0 <= start < end <= row.bounds[number + 1] - base
        covered[base + start : base + end] = True
    assert covered.tolist() == marks.tolist()
    bridged = [(number, start, end) for number, start, end in stretches(row, marks, 2)]
    assert len(bridged) <= len(list(stretches(row, marks, 0)))
