"""Row: the grams of all words, wherever they are looked for."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.annotate.passages import row as module
from newsarchive.annotate.passages.row import (
    GRAM,
    PLACE_BITS,
    Layout,
    Row,
    order_of,
    packed_at,
    packed_grams,
    places_in,
    same_hashes,
)
from newsarchive.annotate.passages.words import words_of

ROWS = st.lists(st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=12), max_size=5)


def row_of(articles):
    """Return the row of articles that are lists of words, each a number and whether it is set apart."""
    words = [word for article in articles for word in article]
    return Row(
        np.cumsum([0, *map(len, articles)]),
        np.array([number for number, _ in words], dtype=np.uint64),
        np.array([apart for _, apart in words], dtype=bool),
    )


def gram_places(articles):
    base = 0
    for article in articles:
        for at in range(len(article) - GRAM + 1):
            if not any(apart for _, apart in article[at : at + GRAM]):
                yield base + at
        base += len(article)


@given(ROWS)
def test_a_gram_begins_where_one_article_has_it_and_nothing_is_set_apart(articles):
    row = row_of(articles)
    assert np.flatnonzero(row.begins).tolist() == list(gram_places(articles))
    assert sorted(places_in(packed_grams(row)).tolist()) == list(gram_places(articles))


@pytest.mark.parametrize("few", [0, 64])
@given(articles=ROWS)
def test_the_article_of_a_place_is_the_one_that_has_it(few, articles):
    row = row_of(articles)
    owners = [number for number, article in enumerate(articles) for _ in article]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FEW", few)
        assert row.article_of(np.arange(row.count)).tolist() == owners


@given(ROWS)
def test_the_grams_at_all_places_are_all_grams(articles):
    row = row_of(articles)
    assert sorted(packed_at(row, np.arange(row.count)).tolist()) == packed_grams(row).tolist()


@given(ROWS, st.data())
def test_equal_grams_are_found_wherever_they_stand(articles, data):
    row = row_of(articles)
    places = data.draw(st.lists(st.sampled_from(range(row.count)), max_size=4)) if row.count else []
    wanted = packed_at(row, np.array(sorted(places), dtype=np.int64))
    grams = {at: tuple(row.keys[at : at + GRAM].tolist()) for at in gram_places(articles)}
    sought = {grams[at] for at in places_in(wanted).tolist()}
    found = same_hashes(row, order_of(packed_grams(row)), wanted)
    assert found.tolist() == sorted(found.tolist())
    assert sorted(places_in(found).tolist()) == [at for at, gram in grams.items() if gram in sought]


def test_the_grams_of_many_batches_are_those_of_one(article, prose, monkeypatch):
    _, row = words_of([article("a", prose(60, 1), prose(9, 2)), article("b", prose(40, 3))])
    whole = packed_grams(row).tolist()
    monkeypatch.setattr(module, "_BATCH", 7)
    assert packed_grams(row).tolist() == whole


def test_a_row_refuses_more_words_than_it_holds():
    with pytest.raises(ValueError, match="holds at most"):
        Layout(np.array([0, 1 << PLACE_BITS]))
