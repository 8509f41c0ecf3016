import pytest

from newsarchive.article import BlockKind
from newsarchive.reading.markdown import read_markdown

PARAGRAPH, HEADING = BlockKind.PARAGRAPH, BlockKind.HEADING


def blocks(text: str, start: int = 0) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in read_markdown(text, start).blocks]


def marks(text: str) -> list[str]:
    return [field.text for field in read_markdown(text, 0).fields]


def test_a_blank_line_separates_and_a_single_line_break_does_not():
    assert blocks("The river\nrose over its banks.\n\nNobody was hurt.\n") == [
        (PARAGRAPH, "The river\nrose over its banks."),
        (PARAGRAPH, "Nobody was hurt."),
    ]


def test_a_text_without_a_blank_line_is_read_as_a_text_seed():
    assert len(blocks("The river rose over its banks.\nNobody was hurt.\n")) == 2


@pytest.mark.parametrize(
    "title", ["# Flood", "#  Flood #", "### Flood ###", "   # Flood", "Flood\n===", "Flood\n---", "Flood\n-------"]
)
def test_a_heading_is_its_words_and_its_mark_is_markup(title):
    text = f"{title}\n\nThe river rose.\n"
    assert blocks(text) == [(HEADING, "Flood"), (PARAGRAPH, "The river rose.")]
    assert "".join(marks(text)) == "".join(sign for sign in title if sign in "#=-")


@pytest.mark.parametrize("line", ["#Flood", "####### Flood", "    # Flood", "\\# Flood"])
def test_what_is_no_heading_stays_text(line):
    assert blocks(f"The river rose.\n\n{line}\n\nSo it did.")[1] == (PARAGRAPH, line.strip())


def test_a_heading_ends_the_paragraph_before_it_and_begins_no_other():
    assert blocks("The river rose.\n## Bridges\nThey are closed.\n\nSo it is.") == [
        (PARAGRAPH, "The river rose."),
        (HEADING, "Bridges"),
        (PARAGRAPH, "They are closed."),
        (PARAGRAPH, "So it is."),
    ]


def test_a_mark_without_words_is_markup_alone():
    assert blocks("#\n\nThe river rose.") == [(PARAGRAPH, "The river rose.")]
    assert marks("## ##\n\nThe river rose.") == ["##", "##"]


@pytest.mark.parametrize("rule", ["---", "***", "* * *", "___", "- - - -"])
def test_a_thematic_break_is_markup(rule):
    text = f"The river rose.\n\n{rule}\n\nNobody was hurt."
    assert [words for _, words in blocks(text)] == ["The river rose.", "Nobody was hurt."]
    assert marks(text) == [rule]


def test_a_line_below_a_longer_paragraph_makes_no_heading_of_its_last_line():
    assert blocks("The river rose\nover its banks.\n---\n\nSo it did.")[0] == (
        PARAGRAPH,
        "The river rose\nover its banks.",
    )


def test_the_items_of_a_list_are_blocks():
    assert [words for _, words in blocks("Lost:\n- hay\n  and straw\n- 1. two barns\n\nSo it is.")] == [
        "Lost:",
        "- hay\n  and straw",
        "- 1. two barns",
        "So it is.",
    ]


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_nothing_inside_a_fence_is_markup(fence):
    text = f"So:\n\n{fence}\n# no heading\n\n---\n{fence}\n\n# A heading\n"
    assert (HEADING, "A heading") in blocks(text)
    assert marks(text) == ["#"]


def test_links_emphasis_and_html_stay_the_letters_that_they_are():
    text = "*The* [river](https://example.org) **rose** <b>high</b> &amp; `fast`.\n\nSo it did.\n"
    assert blocks(text)[0] == (PARAGRAPH, text.split("\n", maxsplit=1)[0])


def test_a_short_first_line_is_a_headline_without_its_mark_too():
    assert blocks("Flood in Oldtown\n\nThe river rose.")[0] == (HEADING, "Flood in Oldtown")


def test_posts_and_captions_are_told_as_in_a_text_seed():
    text = "Water https://t.co/a\n— Town Hall (@townhall) March 4, 2021\n\nA street. Credit: Ann Example\n"
    assert [kind for kind, _ in blocks(text)] == [BlockKind.POST, BlockKind.CAPTION]


def test_a_byline_does_not_reach_over_a_thematic_break():
    text = "Water\n\n---\n\n— Town Hall (@townhall) March 4, 2021"
    assert [kind for kind, _ in blocks(text)] == [HEADING, BlockKind.POST]


def test_reading_begins_behind_the_front_matter_and_a_glued_date():
    body = read_markdown("---\n---\n date 2021-03-04 The river rose.", 7)
    assert [block.range.start for block in body.blocks] == [25]
    assert [field.name for field in body.fields] == ["date"]
