"""Column: putting each reading in its place turns one witness into the other."""

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.annotate.passages.cluster import clustered
from newsarchive.annotate.passages.column import MOST_READINGS, columns, in_order
from newsarchive.annotate.passages.draft import drafted
from newsarchive.annotate.passages.findings import compared
from newsarchive.annotate.passages.shared import by_digest
from newsarchive.annotate.passages.words import words_of_few

EDITS = st.lists(st.tuples(st.integers(0, 59), st.sampled_from(("drop", "add", "change"))), max_size=8)


def edited(words, edits, name):
    changed = [[word] for word in words]
    for at, how in edits:
        new = f"{name}{at}"
        changed[at] = {"drop": [], "add": [new, words[at]], "change": [new]}[how]
    return article_text(word for part in changed for word in part)


def article_text(words):
    return " ".join(words)


def told(articles):
    known = compared(by_digest(articles)).known
    clusters = clustered(known.matches, np.diff(known.row.bounds).tolist())
    return [(cluster, drafted(cluster, known.words), known.words) for cluster in clusters]


def outside(article, parts, spans):
    """Return the words of a witness that stand in no reading."""
    words = words_of_few([(article, parts)])[0][0]
    places = [words.spans(number, number + 1)[0] for number in range(words.count)]
    inside = [any(s.block == p.block and s.start <= p.start < s.end for s in spans) for p in places]
    return [article.text_of(place) for place, within in zip(places, inside, strict=True) if not within]


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS, EDITS)
def test_witnesses_have_the_same_words_outside_their_readings(article, prose, one_edits, two_edits):
    words = prose(60, 1).split()
    texts = edited(words, one_edits, "one"), edited(words, two_edits, "two")
    for cluster, draft, found in told([article("a", texts[0]), article("b", texts[1])]):
        kept = [
            outside(
                found[place.article].article,
                parts,
                [
                    span
                    for column in draft.columns
                    for cell in column.cells
                    if cell.place == number
                    for span in cell.spans
                ],
            )
            for number, (place, parts) in enumerate(zip(cluster.places, draft.parts, strict=True))
        ]
        assert kept[0] == kept[1]
        assert all(len({cell.text for cell in column.cells}) == 2 for column in draft.columns)


def test_columns_of_three_witnesses_have_a_reading_of_each(article, prose):
    words = prose(50, 1).split()
    texts = [" ".join(words), " ".join([*words[:20], "x1", *words[21:]]), " ".join([*words[:35], "x2", *words[35:]])]
    ((_, draft, _),) = told([article(name, text) for name, text in zip("abc", texts, strict=True)])
    readings = [sorted(cell.text for cell in column.cells) for column in draft.columns]
    assert readings == [sorted([words[20], words[20], "x1"]), ["", "", "x2"]]


def test_a_compound_is_told_as_a_whole(article, prose):
    one, two = prose(15, 1), prose(15, 2)
    ((_, draft, _),) = told([article("a", f"{one} Upper-Ostra {two}"), article("b", f"{one} Ostra {two}")])
    assert [sorted(cell.text for cell in column.cells) for column in draft.columns] == [["Ostra", "Upper-Ostra"]]


def test_the_readings_of_a_passage_are_bounded(article, prose, monkeypatch):
    words = prose(60, 1).split()
    other = ["changed" if at % 10 == 5 else word for at, word in enumerate(words)]
    ((cluster, draft, texts),) = told([article("a", " ".join(words)), article("b", " ".join(other))])
    assert (len(draft.columns), draft.left_out, MOST_READINGS) == (6, 0, 20_000)
    monkeypatch.setattr("newsarchive.annotate.passages.column.MOST_READINGS", 4)
    found, left_out = columns(cluster, texts)
    assert (len(found), left_out) == (2, 4)


@given(st.permutations(range(6)))
def test_tiles_are_parted_into_one_order_and_the_rest(order):
    tiles = tuple((at * 10, there * 10, 5) for at, there in enumerate(order))
    fixed, moved = in_order(tiles)
    assert sorted((*fixed, *moved)) == sorted(tiles)
    assert [tile[1] for tile in fixed] == sorted(tile[1] for tile in fixed)
    assert (moved == ()) == (order == sorted(order))
