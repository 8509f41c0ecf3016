import pytest

from newsarchive.article import Block, BlockKind, Range
from newsarchive.pages.block_view import direction, keeps_lines, shortened

_LONG = "a line that an editor wrapped after some seventy letters or so of it,"


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        (BlockKind.PARAGRAPH, "one line", False),
        (BlockKind.PARAGRAPH, "a poem\nhas short lines", True),
        (BlockKind.PARAGRAPH, f"{_LONG}\n{_LONG}\nand then the end", False),
        (BlockKind.POST, f"{_LONG}\n— A HOLM", True),
        (BlockKind.POST, "one line", False),
    ],
)
def test_line_breaks_that_were_meant_are_kept(kind, text, kept):
    assert keeps_lines(Block("p1", kind, text, Range(0, 0))) is kept


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("left", None),
        ("Աղդամ", None),
        ("آغدام", "auto"),
        ("x \u202e y", "auto"),
        ("“\U0001f600” — left", None),
        ("\U0001f600 \U0001e900", "auto"),
    ],
)
def test_only_what_may_run_from_the_right_says_so(text, way):
    assert direction(text) == way


@pytest.mark.parametrize(
    ("text", "short"),
    [("four words of it", "four words of it"), ("four words of it all", "four words of…"), ("x" * 30, "x" * 15 + "…")],
)
def test_a_long_text_is_cut_between_words(text, short):
    assert shortened(text, 16) == short
