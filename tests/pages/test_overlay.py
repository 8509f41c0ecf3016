import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.pages.overlay import attribute, element, overlay

TAGS = ("a", "span", "q", "time", "mark")


@st.composite
def layered_texts(draw):
    text = draw(st.text(min_size=1, max_size=60))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda place: place[0] != place[1])
    attributes = st.lists(
        st.tuples(st.sampled_from(["href", "class", "title"]), st.none() | st.text(max_size=8)),
        max_size=3,
        unique_by=lambda pair: pair[0],
    )
    layers = st.builds(
        lambda place, tag, pairs, rank: (min(place), rank, max(place), element(tag, *pairs)),
        places,
        st.sampled_from(TAGS),
        attributes,
        st.integers(0, 3),
    )
    return text, draw(st.lists(layers, max_size=8))


class Nesting(HTMLParser):
    """Follows tags, and remembers which ones stood around every code point."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.around, self.text = [], [], ""

    def handle_starttag(self, tag, _attributes):
        assert not (tag == "a" and "a" in self.open)
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data
        self.around += [list(self.open)] * len(data)


def nesting(markup):
    parser = Nesting()
    parser.feed(str(markup))
    parser.close()
    return parser


@given(layered_texts())
def test_stripping_tags_and_unescaping_gives_the_text_back(case):
    text, layers = case

    assert html.unescape(re.sub("<[^>]*>", "", str(overlay(text, layers)))) == text


@given(layered_texts())
def test_tags_nest_and_stand_around_their_stretch_and_nothing_else(case):
    text, layers = case
    plain = "".join("x" for _ in text)

    parser = nesting(overlay(plain, layers))

    assert not parser.open
    assert parser.text == plain
    for position, around in enumerate(parser.around):
        over = sorted(shown.tag for start, _, end, shown in layers if start <= position < end)
        links = over.count("a")
        wanted = [tag for tag in over if tag != "a"] + ["a"] * (links > 0) + ["span"] * max(0, links - 1)
        assert sorted(around) == sorted(wanted)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("../a-b_1/#p1", "../a-b_1/#p1"),
        ("", '""'),
        ("two words", '"two words"'),
        ("a=b", '"a=b"'),
        ("a\n", '"a\n"'),
        ("ä", '"ä"'),
        ("x>'\"&", '"x&gt;\'&#34;&amp;"'),
    ],
)
def test_a_value_stands_without_quotation_marks_where_it_needs_none(value, written):
    assert attribute(value) == written


def test_crossing_layers_are_split_and_an_id_stands_once():
    layers = [(0, 0, 4, element("span", ("id", "one"))), (2, 0, 6, element("q", ("id", "two"), ("title", "t")))]

    assert overlay("abcdef", layers) == "<span id=one>ab<q id=two title=t>cd</q></span><q title=t>ef</q>"


def test_a_link_that_goes_on_after_the_one_it_stood_in_leads_there_again():
    layers = [(0, 0, 4, element("a", ("href", "x"))), (2, 0, 6, element("a", ("href", "y")))]

    assert overlay("abcdef", layers) == "<a href=x>ab<span>cd</span></a><a href=y>ef</a>"


def test_a_longer_layer_is_outside_a_shorter_one_whatever_their_ranks():
    layers = [(0, 0, 2, element("q")), (0, 1, 4, element("span"))]

    assert overlay("abcd", layers) == "<span><q>ab</q>cd</span>"


def test_an_attribute_without_a_value_is_left_out():
    assert element("q", ("title", None), ("id", "one")).opening == "<q id=one>"


def test_a_link_inside_a_link_loses_its_address_but_not_its_words():
    layers = [(0, 0, 6, element("a", ("href", "x"))), (2, 0, 4, element("a", ("href", "y"), ("title", "t")))]

    assert overlay("abcdef", layers) == "<a href=x>ab<span title=t>cd</span>ef</a>"


def test_of_two_layers_over_one_stretch_the_lower_rank_is_outside():
    layers = [(0, 1, 2, element("q")), (0, 0, 2, element("span"))]

    assert overlay("ab", layers) == "<span><q>ab</q></span>"


def test_text_and_values_are_escaped():
    markup = overlay('<b>&amp;"', [(0, 0, 3, element("span", ("title", '"><script>')))])

    assert markup == '<span title="&#34;&gt;&lt;script&gt;">&lt;b&gt;</span>&amp;amp;"'


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 4)])
def test_a_layer_that_does_not_fit_is_refused(start, end):
    with pytest.raises(ValueError, match="does not fit"):
        overlay("abc", [(start, 0, end, element("span"))])
