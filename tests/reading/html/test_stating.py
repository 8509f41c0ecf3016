import json

import pytest

from newsarchive.reading.html.lean import lean_page
from newsarchive.reading.html.stating import page_day, page_statement, stated_metadata


def statement(head="", body="", root="<html>"):
    page = f"{root}<head>{head}</head><body>{body}</body></html>"
    return page_statement(lean_page(page).text, page)


def said(one):
    return (one.value, one.where) if one else None


def ld(**values):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


def test_json_ld_comes_before_opengraph_and_that_before_the_rest():
    head = '<meta property="og:title" content="Graph"><meta name="DC.title" content="Core"><title>Tag</title>'
    assert said(statement(ld(headline="Data") + head).title) == ("Data", "JSON-LD headline")
    assert said(statement(head).title) == ("Graph", "og:title")
    assert said(statement(head.replace("og:title", "x")).title) == ("Core", "dc.title")
    assert said(statement("<title>Tag</title>", "<h1>Heading</h1>").title) == ("Heading", "the page's heading")
    assert said(statement("<title>Tag</title>", "<h1>One</h1><h1>Two</h1>").title) == ("Tag", "title")
    assert statement().title is None


def test_the_name_of_the_site_is_no_part_of_the_title():
    head = '<meta property="og:site_name" content="The Harbour Post"><title>Ice - a report | Harbour Post</title>'
    assert statement(head).title.value == "Ice - a report"
    assert statement("<title>Ice | a report</title>").title.value == "Ice | a report"


def test_titles_are_plain_text_on_one_line():
    head = '<meta property="og:title" content="Ice &amp;amp; &lt;b&gt;snow&lt;/b&gt;\n\x07 on the quay">'
    assert statement(head).title.value == "Ice & snow on the quay"


@pytest.mark.parametrize(
    ("head", "body", "day", "where"),
    [
        (ld(datePublished="2031-01-13T23:30:00-05:00"), "", "2031-01-13", "JSON-LD datePublished"),
        (
            '<meta property="article:published_time" content="2031-01-13T08:00Z">',
            "",
            "2031-01-13",
            "article:published_time",
        ),
        (
            '<meta property="x" itemprop="datePublished dateCreated" content="2031-01-13">',
            "",
            "2031-01-13",
            "datepublished",
        ),
        ('<meta name="DC.date.issued" content="2031-01">', "", "2031-01", "dc.date.issued"),
        ('<meta name="pdate" content="20310113">', "", "2031-01-13", "pdate"),
        (
            "",
            '<time itemprop="datePublished" datetime="2031-01-13">yesterday</time>',
            "2031-01-13",
            "itemprop datePublished",
        ),
        (
            "",
            '<aside><time datetime="2030-01-01">x</time></aside><article><time>13 January 2031</time></article>',
            "2031-01-13",
            "time",
        ),
        ("", "<time datetime=2031-01-13>x</time>", "2031-01-13", "time"),
    ],
)
def test_the_date_is_found_with_its_evidence(head, body, day, where):
    assert said(statement(head, body).date) == (day, where)


@pytest.mark.parametrize(
    "body", ["<time datetime=2031-01-13>x</time>" * 2, "<footer><time>13 January 2031</time></footer>", ""]
)
def test_a_time_that_may_be_another_page_s_is_no_date(body):
    assert statement("", body).date is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2031-01-13T08:00:00+01:00", "2031-01-13"),
        ("2031/1/3 08:00", "2031-01-03"),
        ("20310113T080000Z", "2031-01-13"),
        ("2031-01", "2031-01"),
        ("Mon, 13 Jan 2031 16:07:38 -0600", "2031-01-13"),
        ("Jan 13, 2031 at 9:05 p.m.", "2031-01-13"),
        ("Tue Jan 13 2031 03:05:46 GMT+0000 (UTC)", "2031-01-13"),
        ("13 January 2031", "2031-01-13"),
        ("2031-02-30", None),
        ("13/01/2031", None),
        ("yesterday", None),
        ("", None),
        ("1:00", None),
        ("20311313", None),
    ],
)
def test_days_are_read_in_the_forms_that_pages_have(text, day):
    assert page_day(text) == day


def test_source_author_and_address():
    head = ld(publisher={"name": "Post"}, author=[{"name": "By Kim Berg"}, {"name": "Ada Lind"}], url="/x")
    found = statement(f'{head}<link rel="canonical" href="https://example.org/ice">')
    assert said(found.publisher) == ("Post", "JSON-LD publisher")
    assert said(found.author) == ("Kim Berg, Ada Lind", "JSON-LD author")
    assert said(found.url) == ("https://example.org/ice", "link rel=canonical")
    source = stated_metadata(found).source
    assert (source.name, source.author, source.url) == ("Post", "Kim Berg, Ada Lind", "https://example.org/ice")


def test_a_byline_and_an_address_may_be_all_that_there_is():
    saved = "<!-- saved from url=(0023)https://www.example.org/ice -->"
    found = statement(saved, '<p class="byline">By Kim Berg</p><a rel=author href=x>Kim</a>')
    assert (found.author.where, found.url.where) == ("the byline", "the browser that saved the page")
    assert said(found.publisher) == ("example.org", "its address")


@pytest.mark.parametrize(
    "head",
    ['<link rel=canonical href="/ice">', '<link rel=canonical href="javascript:alert(1)">',
     '<meta name=author content="https://example.org/kim">', '<meta property=og:locale content="English">'],
)  # fmt: skip
def test_what_cannot_be_true_is_left_out(head):
    found = statement(head)
    assert (found.url, found.author, found.language, found.publisher) == (None, None, None, None)
    assert stated_metadata(found).source is None


@pytest.mark.parametrize(
    ("root", "head", "language"),
    [
        ('<html lang="az">', "", "az"),
        ('<html xml:lang="ru">', "", "ru"),
        ("<html>", '<meta property="og:locale" content="en_GB">', "en-GB"),
        ("<html>", ld(inLanguage="hy"), "hy"),
    ],
)
def test_the_language_is_a_tag(root, head, language):
    assert statement(head, root=root).language.value == language


def test_microdata_states_as_well():
    body = (
        '<div itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">Ice</h2>'
        '<span itemprop="author" itemscope><span itemprop="name">Kim</span></span>'
        '<div itemprop="publisher"><meta itemprop="name" content="Post"></div></div>'
    )
    found = statement("", body)
    assert (found.title.value, found.author.value, found.publisher.value) == ("Ice", "Kim", "Post")
