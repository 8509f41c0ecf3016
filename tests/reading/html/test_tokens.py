from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.reading.html.tokens import tokens

MARKUP = [
    "<",
    ">",
    "</",
    "/>",
    "<p",
    "<a href=",
    '"',
    "'",
    "=",
    "<!--",
    "-->",
    "<!",
    "<?",
    "<script>",
    "</script>",
    "a",
    " ",
    "é",
]


def read(page):
    return [
        (token.tag or page[token.start : token.end], token.closes, dict(token.attributes)) for token in tokens(page)
    ]


def test_tags_and_texts_come_in_order():
    assert read('<P Class="a b" hidden>One <b>two</B></p >') == [
        ("p", False, {"class": "a b", "hidden": ""}),
        ("One ", False, {}),
        ("b", False, {}),
        ("two", False, {}),
        ("b", True, {}),
        ("p", True, {}),
    ]


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ('<a title="a > b">', "a > b"),
        ("<a title='<b>'>", "<b>"),
        ("<a title = it's>", "it's"),
        ('<a title="it\'s">', "it's"),
        ("<a title=x/>", "x/"),
        ('<a\ntitle="x"\n>', "x"),
    ],
)
def test_attributes_are_read_however_they_are_quoted(tag, value):
    ((_, _, attributes), rest) = read(f"{tag}text")
    assert attributes["title"] == value
    assert rest[0] == "text"


@pytest.mark.parametrize("element", ["script", "style", "textarea", "title"])
def test_what_holds_no_markup_is_left_out(element):
    page = f"a<{element}>if (a<b) '<p>'</{element.upper()} >b<{element}>never closed"
    assert [text for text, *_ in read(page)] == ["a", element, element, "b", element]


def test_declarations_are_left_out_and_a_sign_is_text():
    assert read("<!doctype html><?xml?>1 < 2 <3</>") == [("1 < 2 <3", False, {})]


def test_a_tag_that_never_ends_is_left_out():
    assert read('text<a href="never') == [("text", False, {})]
    assert read("text<a b c") == [("text", False, {})]


@given(st.lists(st.sampled_from(MARKUP), max_size=40).map("".join))
def test_tokens_stand_in_order_and_never_overlap(page):
    end = 0
    for token in tokens(page):
        assert end <= token.start < token.end <= len(page)
        end = token.end


@pytest.mark.parametrize(
    "sign", ["<", "<a ", '<a b="', "<a b='", "</", "<!", "<!--", "<a b=c ", "'\"", "<a b", "&", "<script>"]
)
def test_a_page_of_one_sign_over_and_over_takes_linear_time(sign):
    started = perf_counter()
    list(tokens(sign * (400_000 // len(sign))))
    assert perf_counter() - started < 5
