"""Every non-space character of a seed lies in exactly one block or field, in order, whatever the seed holds."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.article import Article, Block, Field
from newsarchive.reading.files import SeedFile
from newsarchive.reading.seed import read_seed

SHIPPED = Path(__file__).parents[2] / "seeds"

LINE_ENDS = ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\r\r", "\f", "\v", "\u2028", "\u2029", "\x85", " \n \n", "\n\t\n"]
PIECES = [
    "A river rose over its banks on Monday, and the mayor asked for help.",
    "a line that goes on",
    "The bridge at Oldtown, closed since the flood of last spring, is to open",
    " date 2021-03-04 ",
    "date 2021-13-44",
    "March 4, 2021",
    "4 March 2021",
    "— Town Hall (@townhall) March 4, 2021",
    "See this https://t.co/abc pic.twitter.com/def — Town Hall (@townhall) March 4, 2021 and so on",
    "(@",
    "(@x) May 5, 2020",
    "— ",
    "-- a (@b) 5 May 2020",
    "Water in the streets. (AP Photo/Ann Example) Credit: Ann Example Credit: Ann Example",
    "Credit: Ann Example",
    "(Town Hall via AP)",
    "Photo: Ann Example",
    "(",
    ")",
    "[",
    "]",
    "# A heading",
    "## Another ##",
    "#",
    "######",
    "####### seven",
    "#tag",
    "===",
    "---",
    "--",
    "***",
    "- - -",
    "...",
    "- an item",
    "1. an item",
    "> quoted",
    "```",
    "~~~",
    "    # code",
    "title: x",
    "---\ntitle: x\n---",
    "<script>alert(1)</script>",
    "</p>",
    "[x](javascript:alert(1))",
    "{{ config }}",
    "&amp;",
    "{%",
    "\\",
    "\ufeff",
    "\u200f\u202e",
    "\u00a0",
    "\u3000",
    "é",
    "e\u0301",
    "İstanbul",
    "Ağdam",
    "Լաչին",
    "阿格達姆。",
    "😀",
    "x" * 300,
    "\u200b",
]
CONTROL = "".join(map(chr, [*range(9), *range(14, 32), 127]))
hostile = st.lists(
    st.one_of(
        st.sampled_from(PIECES),
        st.sampled_from(LINE_ENDS),
        st.text(st.characters(codec="utf-8", exclude_characters=CONTROL), max_size=12),
    ),
    max_size=30,
).map("".join)  # fmt: skip


def parts_of(article: Article) -> list[Block | Field]:
    return sorted([*article.blocks, *article.fields], key=lambda part: part.range)


def check_lossless(article: Article, text: str) -> None:
    parts = parts_of(article)
    for part in parts:
        assert part.text == text[part.range.start : part.range.end]
        assert part.text == part.text.strip() != ""
    for one, other in pairwise(parts):
        assert one.range.end <= other.range.start
    covered = "".join(part.text for part in parts)
    assert "".join(covered.split()) == "".join(text.split())
    assert [block.id for block in article.blocks] == [f"p{number}" for number in range(1, len(article.blocks) + 1)]
    assert [block.range for block in article.blocks] == sorted(block.range for block in article.blocks)
    assert [field.range for field in article.fields] == sorted(field.range for field in article.fields)
    if article.date_evidence:
        assert article.text_of(article.date_evidence)


def check_seed(folder: Path, name: str, text: str) -> None:
    (folder / name).write_bytes(text.encode("utf-8"))
    reading = read_seed(SeedFile(folder, name, None))
    if reading.article is None:
        assert reading.problems
        return
    check_lossless(reading.article, text.removeprefix("\ufeff"))


@settings(max_examples=250)
@given(text=hostile)
def test_a_hostile_text_seed_loses_nothing(text, tmp_path_factory):
    check_seed(tmp_path_factory.getbasetemp(), "hostile.txt", text)


@settings(max_examples=250)
@given(text=hostile)
def test_a_hostile_markdown_seed_loses_nothing(text, tmp_path_factory):
    check_seed(tmp_path_factory.getbasetemp(), "hostile.md", text)


def test_the_shipped_seeds_lose_nothing():
    names = sorted(path.name for path in SHIPPED.glob("*.txt"))
    assert names
    for name in names:
        article = read_seed(SeedFile(SHIPPED, name, None)).article
        assert article is not None
        check_lossless(article, (SHIPPED / name).read_bytes().decode("utf-8"))
