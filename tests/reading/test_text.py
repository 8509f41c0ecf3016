import pytest

from newsarchive.article import BlockKind, Field, Range
from newsarchive.reading.text import read_text

BODY = "The river rose over its banks on Monday night.\nNobody was hurt."


def headline(text: str) -> str | None:
    first = read_text(text).blocks[0]
    return first.text if first.kind is BlockKind.HEADING else None


def test_a_glued_date_is_a_field_and_no_text():
    body = read_text(f" date 2021-03-04 {BODY}")
    assert body.fields == (Field("date", "date 2021-03-04", Range(1, 16)),)
    assert body.blocks[0].text == "The river rose over its banks on Monday night."
    assert body.blocks[0].range.start == 17


@pytest.mark.parametrize("start", ["date 2021-03-04\n", "\n\tdate 2021-03-04\r\n\r\n", "date\u00a02021-03-04 "])
def test_a_glued_date_may_stand_on_a_line_of_its_own(start):
    assert [field.name for field in read_text(start + BODY).fields] == ["date"]


@pytest.mark.parametrize(
    "start", ["date 2021-03-041 ", "update 2021-03-04 ", "A date 2021-03-04 ", "date 2021-03 ", "date2021-03-04 "]
)
def test_what_is_no_glued_date(start):
    assert read_text(start + BODY).fields == ()


@pytest.mark.parametrize(
    "first",
    [
        "Flood in Oldtown",
        "Oldtown’s bridges closed for 3 days",
        "FLOOD",
        "“We are safe”",
        "Flood in Oldtown, “a shock”",
        "洪水",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n"])
def test_a_short_first_line_that_ends_no_sentence_is_a_headline(first, between):
    assert headline(f"{first}{between}{BODY}") == first


@pytest.mark.parametrize(
    "first",
    [
        "The river rose.",
        "Why did it rise?",
        "By Ann Example",
        "March 4, 2021",
        "2021-03-04",
        "OLDTOWN —",
        "word " * 21,
        "w" * 201,
        "12 345",
        "* * *",
        "Flood, and",
        "Flood in Oldtown,",
        "A street. (AP Photo/Ann Example)",
    ],
)
def test_what_is_no_headline(first):
    text = f"{first}\nand so on" if first.endswith("and") else f"{first}\n{BODY}"
    assert headline(text) is None


def test_a_line_alone_is_no_headline():
    assert headline("Flood in Oldtown") is None


def test_a_headline_may_follow_a_glued_date():
    assert headline(f" date 2021-03-04 Flood in Oldtown\n{BODY}") == "Flood in Oldtown"


@pytest.mark.parametrize("text", ["", " \n\t", "date 2021-03-04"])
def test_a_text_without_words_has_no_blocks(text):
    assert read_text(text).blocks == ()
