"""Sentences of news English, and of hostile text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.sentence import sentence_around, sentences

SPLIT = "|"


@pytest.mark.parametrize(
    "marked",
    [
        "The ferry left at noon.|It was full.|Nobody complained!",
        "Talks resume on Nov. 25 in Oslo.|They ended in Nov.|The next round is open.",
        "Mr. Lund met Dr. Ana B. Reyes.|Gen. Ode stayed away.",
        "He was born in the U.S. and returned.|Exports from the U.S. Midwest fell.|She left the U.S.|The ship sank.",
        "The shop closes at 5 p.m. on weekdays.|It opens at 8 a.m.|After that it is quiet.",
        "“We will wait...” Lund said on the quay.|He waited.",
        "“Why wait?” Ana Reyes asked of the board.|“Go!” she said.",
        "“Nobody came.”|The hall stayed dark.",
        "It ended in 2002.|“Ana” (Gen. “Ode” stayed) left.|[She rose.]|St. Olav burnt.|“We” (St. “Olav”) won.",
        "He said “I know. |I was there.” |Then he left.".replace(". |I", ".|I").replace("” |T", "”|T"),
        "It cost $3.50 at No. 7 Quay Street.|Cheap!",
        "First line\n\n|second line",
        "It was Mr. \n\n|Then it rained.",
        "The firm sold 4.5 million units (see Fig. 3).|(Photo: A. Berg) Credit: A. Berg",
        "どうする。|帰る。",
        "Ինչ եղավ։|Ոչինչ։",
        "He did it... and left.|Really?!|Yes.",
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(marked):
    text = marked.replace(SPLIT, " ").replace("\n\n ", "\n\n").replace("。 ", "。")
    wanted = [part.strip() for part in marked.split(SPLIT)]
    assert [text[start:end] for start, end in sentences(text)] == wanted


def test_a_mention_is_shown_in_the_sentence_around_it():
    text = " It rained. The ferry left Ope on Nov. 3 in fog. Nobody saw it. "
    start = text.index("Ope")
    assert text[slice(*sentence_around(text, start, start + 3))] == "The ferry left Ope on Nov. 3 in fog."


def test_a_span_over_two_sentences_gets_both():
    text = "One came. Two stayed. Three left."
    assert text[slice(*sentence_around(text, 4, 14))] == "One came. Two stayed."


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_a_text_without_words_has_no_sentences(text):
    assert sentences(text) == ()
    start, end = sentence_around(text, 0, len(text))
    assert text[start:end].strip() == ""


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(' .!?…"”’aAN\n。'))))
def test_every_character_that_is_no_space_lies_in_exactly_one_sentence(text):
    spans = sentences(text)
    covered = [place for start, end in spans for place in range(start, end)]
    assert covered == sorted(set(covered))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert {place for place, sign in enumerate(text) if not sign.isspace()} <= set(covered)


@given(st.text(alphabet=' .!?"”aA\n'), st.integers(0, 50), st.integers(0, 50))
def test_the_sentence_around_a_span_holds_it(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = sentence_around(text, start, end)
    assert first <= start <= end <= last


@pytest.mark.parametrize("unit", [".", ". ", '."', ". A", "!", " ", "?” Aa ", "\n", "A", "Mr. "])
def test_hostile_text_takes_linear_time(unit):
    start = time.process_time()
    sentences(unit * (500_000 // len(unit)))
    assert time.process_time() - start < 5
