import re
import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.reading.lines import LINE_ENDS, Wrapping, ends_sentence, paragraphs, read_lines, wrapping

TEXT = """\
The river rose over its banks on Monday night, and by the morning the lower streets of Oldtown stood under water.
The mayor, who had been in office for three weeks, asked the province for pumps, boats and five hundred beds.

Nobody was hurt. The railway line to the coast is closed until Friday, the operator said, because two of its bridges
have to be looked at by divers before a train may cross them.

Farmers on the western side of the valley had moved their cattle to higher ground on Sunday, when the first warning
came, but several barns were lost and with them most of the hay that was to last until spring.
"""
PROSE = [" ".join(paragraph.split()) for paragraph in TEXT.split("\n\n")]
UNEVEN = """\
The river rose over its banks on Monday night, and by
the morning the lower streets of Oldtown stood under water.

Nobody was hurt.  The railway line to the coast is closed
until Friday, the operator said, because two of its
bridges have to be looked at.
"""
ITEMS = """
- boats and the people who can row them through a street in the dark at
  night
- beds
"""


def texts(seed: str) -> list[str]:
    return [" ".join(seed[where.start : where.end].split()) for where in paragraphs(seed, read_lines(seed))]


@pytest.mark.parametrize("width", [48, 60, 72, 78, 100, 118])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n  \n", "\r\n\r\n"])
def test_hard_wrapped_paragraphs_are_put_together(width, between):
    wrapped = between.join(textwrap.fill(paragraph, width) for paragraph in PROSE)
    assert texts(wrapped) == PROSE


def test_a_hundred_wrapped_paragraphs_stay_a_hundred():
    seed = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PROSE * 34)
    assert texts(seed) == PROSE * 34


def test_ten_thousand_lines_of_one_paragraph_each():
    seed = "\n".join(f"Sentence number {number} of a long list stands here." for number in range(10_000))
    assert len(texts(seed)) == 10_000


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\r", "\r\r", "\u2028", "\u2029", "\f", "\v", "\n \t \n\n"])
def test_long_lines_are_a_paragraph_each(between):
    assert texts(between.join(PROSE)) == PROSE


def test_short_paragraphs_on_single_lines_are_not_wrapped():
    lines = ["It rained.", "The river rose.", "People left their houses before midnight.", "“We are safe,” one said."]
    assert texts("\n".join(lines)) == lines


def test_a_headline_a_date_and_sentences_are_not_wrapped():
    lines = [
        "Oldtown asks the province for help after the flood of Monday",
        "March 2 , 2021",
        "The river rose on Monday .",
    ]
    assert texts("\n".join(lines)) == lines


def test_a_list_of_names_is_not_wrapped():
    lines = ["Oldtown", "Newtown", "The village of Little Underhill", "Westbridge"]
    assert texts("\n".join(lines)) == lines


def test_one_line():
    assert texts("A single line") == ["A single line"]


def test_two_lines_of_one_sentence():
    assert texts("The mayor of Oldtown asked the province for pumps, boats and five\nhundred beds.") == [
        "The mayor of Oldtown asked the province for pumps, boats and five hundred beds."
    ]


def test_a_headline_above_a_wrapped_text_stays_alone():
    seed = "Flood in Oldtown\n" + textwrap.fill(PROSE[0], 72)
    assert texts(seed) == ["Flood in Oldtown", PROSE[0]]


def test_an_indented_line_begins_a_paragraph_in_a_wrapped_text():
    seed = "\n".join(textwrap.fill(paragraph, 72, initial_indent="   ") for paragraph in PROSE)
    assert texts(seed) == PROSE


def test_the_items_of_a_list_stay_apart_in_a_wrapped_text():
    seed = textwrap.fill(PROSE[0], 72) + ITEMS
    assert texts(seed) == [
        PROSE[0],
        "- boats and the people who can row them through a street in the dark at night",
        "- beds",
    ]


def test_a_text_that_knows_no_case_is_put_together():
    words = ["ქალაქი", "მდინარე", "ხიდი", "წყალი", "სახლი", "გზა", "მინდორი"] * 12
    text = " ".join(words)
    assert texts(textwrap.fill(text, 60)) == [text]


def test_unevenly_wrapped_paragraphs_between_blank_lines_are_put_together():
    assert len(texts(UNEVEN)) == 2


def test_the_width_is_that_of_the_longest_line_but_for_one_in_twenty():
    wrapped = "\n\n".join(textwrap.fill(paragraph, 70) for paragraph in PROSE * 4)
    width = max(map(len, wrapped.splitlines()))
    seed = f"{wrapped}\nhttps://example.org/{'a' * 300}"
    assert wrapping(seed, read_lines(seed)) == Wrapping(width, width // 4)


def test_lines_know_their_place_their_indent_and_what_is_before_them():
    lines = read_lines("\n  a b \r\nc\r\n\r\nd")
    assert [line.start for line in lines] == [3, 9, 14]
    assert [line.end for line in lines] == [6, 10, 15]
    assert [line.indent for line in lines] == [2, 0, 0]
    assert [line.after_blank for line in lines] == [True, False, True]


def test_a_letter_that_was_decoded_wrongly_tears_no_line():
    assert len(read_lines("It wasn\x85t so.")) == 1


@given(st.text(alphabet=f"a {LINE_ENDS}", max_size=40))
def test_a_line_goes_from_end_to_end(text):
    lines = [line.strip() for line in re.split(rf"\r\n|[{LINE_ENDS}]", text)]
    read = read_lines(text)
    assert [text[line.start : line.end] for line in read] == [line for line in lines if line]
    blank_before = [not before for before, line in pairwise(["", *lines]) if line]
    assert [line.after_blank for line in read] == blank_before


@given(st.text(max_size=200))
def test_lines_cover_all_but_the_white_space(text):
    assert "".join("".join(text[line.start : line.end].split()) for line in read_lines(text)) == "".join(text.split())


@pytest.mark.parametrize("text", ["So it is.", "Is it?”", "He left…", "“So.”)", "そうです。", "thus:"])
def test_an_end_of_a_sentence_is_seen_behind_closing_marks(text):
    assert ends_sentence(text, len(text))


@pytest.mark.parametrize("text", ["So it is", "and then,", "", "”"])
def test_what_ends_no_sentence(text):
    assert not ends_sentence(text, len(text))
