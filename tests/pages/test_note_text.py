import re
import time

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.pages.note_text import note_html

ALLOWED = {"p", "em", "strong", "a", "ul", "ol", "li", "code", "pre", "blockquote", "br"}
SPICES = [
    "[x](",
    "javascript:",
    "<script>",
    "![a](",
    "](https://a.example)",
    "# ",
    "&#106;",
    "<a href=",
    "\n\n",
    "\\",
    "> ",
]


def test_markdown_is_shown():
    html = note_html("The log says *six*: **look** at `it`.\n\n- one\n- two")
    assert html == (
        "<p>The log says <em>six</em>: <strong>look</strong> at <code>it</code>.</p>\n"
        "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"
    )


@pytest.mark.parametrize("address", ["https://example.org/log", "http://example.org", "mailto:ada@example.org"])
def test_links_lead_to_web_and_mail_and_vouch_for_nothing(address):
    assert note_html(f"[log]({address})") == f'<p><a href="{address}" rel="nofollow noreferrer">log</a></p>'
    assert note_html(f"<{address}>") == f'<p><a href="{address}" rel="nofollow noreferrer">{address}</a></p>'


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "&#106;avascript:alert(1)",
        "java&#10;script:alert(1)",
        "data:text/html,x",
        "data:image/png;base64,x",
        "file:///etc/passwd",
        "vbscript:x",
        "//other.example",
        "../../secret",
        "ftp://x",
    ],
)
def test_no_other_address_is_linked(address):
    assert "<a" not in note_html(f"[x]({address})")


def test_a_link_to_nothing_is_its_words():
    assert note_html("[x]() and [z](https://a.example)") == (
        '<p>x and <a href="https://a.example" rel="nofollow noreferrer">z</a></p>'
    )


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<b>x</b>", "a <img src=x onerror=alert(1)> b", "<!-- x -->"]
)
def test_html_is_the_text_that_it_is(text):
    assert BeautifulSoup(note_html(text), "html.parser").get_text() == text


def test_no_picture_and_no_heading():
    assert "<img" not in note_html("![a](https://a.example/x.png)")
    assert not re.search(r"<h\d|<hr", note_html("# a\n\nb\n===\n\n***"))


@settings(max_examples=300)
@given(st.lists(st.sampled_from(SPICES) | st.text(max_size=10), max_size=12).map("".join))
def test_whatever_is_written_does_no_harm(text):
    soup = BeautifulSoup(note_html(text), "html.parser")
    for tag in soup.find_all():
        assert tag.name in ALLOWED
        assert set(tag.attrs) <= {"href", "rel", "title", "start", "class"}
        assert re.match(r"(?:https?|mailto):", tag.get("href", "https:"), re.IGNORECASE)


@pytest.mark.parametrize("unit", ["[", "*a ", "![](", "> ", "`", "**a*", "[a](<", "- ", "<", "&", "_a__ "])
def test_the_longest_note_takes_no_time(unit):
    text = (unit * 10_000)[:10_000]
    begun = time.process_time()
    note_html(text)
    assert time.process_time() - begun < 2
