import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.reading.html.shown import shown_blocks

MARKUP = [
    "<p>",
    "</p>",
    "<div class='a b'>",
    "</div>",
    "<br>",
    "<td>",
    "<li>",
    "<a>",
    "</a>",
    "<b>",
    " ",
    "word",
    "&amp;",
    "<h1>",
    "</h1>",
    "<svg>",
    "<blockquote class=twitter-tweet>",
    "</blockquote>",
    "<figcaption>",
    "&nbsp;",
    "é",
]


def texts(page):
    return [block.text for block in shown_blocks(page)]


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>One <b>two</b>\n three</p><p>four", ["One two three", "four"]),
        ("one<p>two<div>three</div>four", ["one", "two", "three", "four"]),
        ("a&amp;b &lt;i&gt; &#8220;c&#8221;&nbsp;d &notanentity;", ["a&b <i> “c” d ¬anentity;"]),
        ("one<br>two<br><br>three<br/>\n<br/>four", ["one two", "three", "four"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<table><tr><td>a<td>b</tr><tr><th>c</th><td>d</td></table>", ["a b", "c d"]),
        ("<p>seen<p hidden>not<p style='display: none'>nor<p>again", ["seen", "again"]),
        ("<button>no</button><noscript>no</noscript><title>no</title>yes", ["yes"]),
        ("<script>var a = '<p>no</p>';</script>yes", ["yes"]),
        ("", []),
        ("<p> &nbsp; </p>", []),
    ],
)
def test_blocks_are_what_a_browser_shows(page, shown):
    assert texts(page) == shown


def test_a_block_knows_its_place_and_what_is_around_it():
    page = '<article class="b a"><h2>Head</h2><p>A <a href=x>link</a> here</p></article>'
    heading, paragraph = shown_blocks(page)
    assert (heading.is_heading, heading.within) == (True, ("html", "article.a b", "h2"))
    assert page[paragraph.range.start : paragraph.range.end] == "A <a href=x>link</a> here"
    assert (paragraph.linked, paragraph.tag) == (4, "p")
    assert {"article", "p"} <= paragraph.around


def test_posts_and_captions_are_told():
    post = '<blockquote class="twitter-tweet"><p>Ice!</p>— Ada (@ada) May 5, 2031</blockquote>'
    page = f"{post}<p>x</p>{post}<figure><figcaption>A ship</figcaption></figure><p class='wp-caption-text'>A quay</p>"
    assert [(block.post, block.caption) for block in shown_blocks(page)] == [
        (1, False), (1, False), (0, False), (2, False), (2, False), (0, True), (0, True),
    ]  # fmt: skip


@given(st.lists(st.sampled_from(MARKUP), max_size=60).map("".join))
def test_every_block_has_text_and_stands_in_order(page):
    end = 0
    for block in shown_blocks(page):
        assert block.text == " ".join(block.text.split()) != ""
        assert end <= block.range.start < block.range.end <= len(page)
        assert 0 <= block.linked <= len(block.text)
        end = block.range.end


def test_a_page_nested_too_deep_is_read():
    assert texts("<div>" * 5000 + "deep" + "</div>" * 5000 + "<p>on") == ["deep", "on"]
