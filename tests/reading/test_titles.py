import pytest

from newsarchive.article import Block, BlockKind, Origin, Range
from newsarchive.reading.metadata import Metadata
from newsarchive.reading.titles import shortened, title_of

NONE = Metadata()
PARAGRAPH = Block("p1", BlockKind.PARAGRAPH, "The river\nrose. Nobody was hurt.", Range(0, 31))
HEADING = Block("p1", BlockKind.HEADING, "Flood in\nOldtown", Range(0, 16))
POST = Block("p1", BlockKind.POST, "Water! — A (@a) March 4, 2021", Range(0, 29), by="A (@a)")


def test_the_sidecar_comes_before_front_matter_before_text():
    side, front = Metadata(title="Side"), Metadata(title="Front")
    assert title_of(side, front, [HEADING]) == ("Side", Origin.SIDECAR)
    assert title_of(NONE, front, [HEADING]) == ("Front", Origin.FRONT_MATTER)
    assert title_of(NONE, NONE, [HEADING, PARAGRAPH]) == ("Flood in Oldtown", Origin.TEXT)


def test_a_title_is_derived_from_the_first_sentence_of_the_first_paragraph():
    assert title_of(NONE, NONE, [POST, PARAGRAPH]) == ("The river rose.", Origin.DERIVED)
    assert title_of(NONE, NONE, [POST]) == ("Water!", Origin.DERIVED)


def test_a_long_first_sentence_is_cut_between_words():
    long = Block("p1", BlockKind.PARAGRAPH, "The river rose, " * 20, Range(0, 320))
    title, _ = title_of(NONE, NONE, [long])
    assert title == "The river rose, The river rose, The river rose, The river rose, The river rose, The river…"
    assert len(title) <= 91


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("It was Sen. Smith who spoke. Nobody answered.", "It was Sen. Smith who spoke."),
        ("“So it is.” He left.", "“So it is.”"),
        ("\u200b", "\u200b"),
        ("川が増水した。二人。", "川が増水した。"),
    ],
)
def test_a_derived_title_ends_where_the_sentence_does(text, title):
    assert title_of(NONE, NONE, [Block("p1", BlockKind.PARAGRAPH, text, Range(0, len(text)))])[0] == title


def test_a_word_that_is_longer_than_a_title_is_cut_in_two():
    assert shortened("x" * 100, 10) == "x" * 9 + "…"
    assert shortened("x" * 10, 10) == "x" * 10
    assert shortened("one two, three", 10) == "one two…"
