"""Notes: anchored by the exact words that they quote, or reported."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.annotate.notes import find_notes
from newsarchive.annotation import Note
from newsarchive.article import QuotedNote, Span

TEXTS = ("The ferry sailed. The ferry came back.", "“Nobody was hurt,” she said.", "The ferry sailed again.")


@pytest.fixture(scope="module")
def noted(article_of):
    """Find the notes of an article that quote, and where they stand in their sidecar."""

    def find(*notes, texts=TEXTS):
        quoted = [
            QuotedNote(text="Note.", by="A reader", path="a.yml", line=number, column=3, **note)
            for number, note in enumerate(notes, 4)
        ]
        return find_notes(replace(article_of(*texts), notes=tuple(quoted)))

    return find


def test_a_note_stands_where_its_quote_stands(noted):
    notes, problems = noted(
        {"quote": "came back", "date": "2020-11", "motive": "questioning"}, {"quote": "The ferry came"}
    )
    assert problems == []
    assert notes == (
        Note("test", Span("p1", 18, 32), "The ferry came", "Note.", "A reader", "commenting"),
        Note("test", Span("p1", 28, 37), "came back", "Note.", "A reader", "questioning", "2020-11"),
    )


@pytest.mark.parametrize(
    ("note", "span"),
    [
        ({"quote": "The ferry", "suffix": "came"}, Span("p1", 18, 27)),
        ({"quote": "ferry", "suffix": " came"}, Span("p1", 22, 27)),
        ({"quote": "sailed", "suffix": "again"}, Span("p3", 10, 16)),
        ({"quote": "The ferry", "prefix": "sailed."}, Span("p1", 18, 27)),
        ({"quote": "ferry", "prefix": "sailed. The "}, Span("p1", 22, 27)),
        ({"quote": "Nobody", "prefix": "“"}, Span("p2", 1, 7)),
    ],
)
def test_prefix_and_suffix_tell_which(noted, note, span):
    notes, problems = noted(note)
    assert ([one.span for one in notes], problems) == ([span], [])


@pytest.mark.parametrize(
    ("note", "code", "hint"),
    [
        (
            {"quote": "The ferry"},
            "note-quote-repeated",
            "p1 'The ferry sailed. The ferry came'; p1 'The ferry sailed. The",
        ),
        (
            {"quote": "sailed", "suffix": "away"},
            "note-context-missing",
            "p1 'The ferry sailed. The ferry came back'; p3",
        ),
        ({"quote": "Nobody was heard"}, "note-quote-missing", "; the nearest are p2 '“Nobody was hurt'"),
        ({"quote": "the Ferry sailed agin"}, "note-quote-missing", "; the nearest are p3 'The ferry sailed again'; p1"),
        ({"quote": "zzzz 99"}, "note-quote-missing", "copy the words from the article"),
    ],
)
def test_a_quote_without_one_place_is_reported(noted, note, code, hint):
    notes, (problem,) = noted(note)
    assert (notes, problem.path, problem.line, problem.column, problem.code) == ((), "a.yml", 4, 3, code)
    assert note["quote"] in problem.message
    assert hint in problem.hint


def test_a_quote_is_taken_letter_by_letter(noted):
    for look_alike in (
        '"Nobody was hurt,"',
        "nobody was hurt",
        "Nobody  was hurt",
        "sailed. The ferry came back. “",
        "",
    ):
        notes, (problem,) = noted({"quote": look_alike})
        assert (notes, problem.code) == ((), "note-quote-missing")


def test_many_places_are_counted_and_some_are_shown(noted):
    _, (problem,) = noted({"quote": "aa"}, texts=("a" * 8,))
    assert "7 times" in problem.message
    assert problem.hint.endswith("and 4 more")


def test_a_long_quote_is_shown_in_short(noted):
    _, (problem,) = noted({"quote": "The ferry sailed and nobody " * 9})
    assert problem.message.endswith("…'")
    assert len(problem.message) < 120


@settings(max_examples=100)
@given(texts=st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=3), data=st.data())
def test_every_stretch_of_a_text_can_be_quoted(noted, texts, data):
    number = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[number]) - 1))
    end = data.draw(st.integers(start + 1, len(texts[number])))
    notes, problems = noted({"quote": texts[number][start:end]}, texts=texts)
    assert len(notes) + len(problems) == 1
    if notes:
        assert notes[0].span == Span(f"p{number + 1}", start, end)
    else:
        assert problems[0].code == "note-quote-repeated"


def test_a_quote_that_stands_nearly_everywhere_is_reported_in_seconds(noted):
    began = time.perf_counter()
    _, (problem,) = noted({"quote": "a" * 10_000, "prefix": "b"}, texts=("a" * 2_000_000,))
    assert problem.code == "note-quote-repeated"
    assert time.perf_counter() - began < 10


def test_a_slip_in_a_long_article_is_told_in_seconds(noted):
    began = time.perf_counter()
    _, problems = noted({"quote": "the ferry sails " * 500}, texts=("the ferry sailed " * 100_000,))
    assert [one.code for one in problems] == ["note-quote-missing"]
    assert time.perf_counter() - began < 10
