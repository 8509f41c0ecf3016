import pytest

from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.told_html import nothing, told_by_role

_LONG = "word " * 100


@pytest.fixture
def told(write_archive):
    """Return the sentences of an article's blocks that speak of 2021, as HTML."""

    def make(*blocks):
        here = Here("dates/2021/", Setting(write_archive({"one": ("2021-05-03", *blocks)})))
        html = told_by_role(here, here.setting.indexes.almanac.entries["2021"].spoken, "2021")
        title = "<a href=../../articles/one/index.html#p1>Title of one</a>"
        start = f"<h3>Past: told as done</h3>\n<ul class=na-told><li>{title}"
        assert html.startswith(start)
        assert html.endswith("</ul>")
        return html.removeprefix(start).removesuffix("</ul>")

    return make


def test_a_sentence_stands_below_the_title_with_its_date_marked(told):
    assert told("So. It rained in {2021|2021 past} twice. Yes.") == "<p>It rained in <b>2021</b> twice."


def test_what_html_would_read_is_escaped(told):
    assert told("A & <B> in {2021|2021 past}.") == "<p>A &amp; &lt;B&gt; in <b>2021</b>."


def test_what_runs_from_the_right_says_so(told):
    assert told("آغدام in {2021|2021 past}.").startswith('<p dir="auto">آغدام in <b>')
    assert told("Ağdam – {2021|2021 past}.") == "<p>Ağdam – <b>2021</b>."


def test_a_sentence_that_names_a_date_twice_is_told_once(told):
    assert told("In {2021|2021 past} or {that year|2021 past}.") == "<p>In <b>2021</b> or <b>that year</b>."


def test_a_sentence_of_another_block_leads_there(told):
    found = told("In {2021|2021 past}.", "So {then|2021 past}.")
    assert found == "<p>In <b>2021</b>.<p>So <b>then</b>. <a href=../../articles/one/index.html#p2>¶2</a>"


def test_only_as_much_of_a_long_sentence_is_told_as_fits(told):
    found = told(f"{_LONG}{{2021|2021 past}} {_LONG}")
    assert found.startswith("<p>… word")
    assert found.endswith("word …")
    assert len(found) < len(_LONG) * 2


def test_a_date_that_is_not_quite_the_page_own_is_said(told):
    assert told("About {2021|2021~ past}.") == '<p>About <b>2021</b>. <span class="na-why">about 2021</span>'


def test_nothing_is_nothing():
    assert not nothing(None)
