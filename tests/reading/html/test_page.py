import json
import socket
from time import perf_counter

import pytest

from newsarchive.article import BlockKind, Origin
from newsarchive.reading.files import SeedFile
from newsarchive.reading.html.page import read_page
from newsarchive.reading.seed import read_seed

FIRST = (
    "The ferry to Osterholm sailed again on Monday after five days of ice, and carried forty passengers to the island."
)
SECOND = "“We had waited in Norvik since Thursday,” said Captain Ada Lind, who slept on board &amp; hoped for a thaw."
THIRD = "The island’s shop had been out of bread, and the baker’s oven stood cold for want of flour until the evening."
AROUND = '<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>%s<footer>© 2031 Post</footer>'


def page(inside, head="<title>The ferry sails again | Post</title>"):
    return f"<html><head>{head}</head><body>{AROUND % inside}</body></html>"


ARTICLE = (
    f"<article><h1>The ferry sails again</h1><p>{FIRST}</p>\n<p>{SECOND}</p><h2>Bread</h2><p>{THIRD}</p>%s</article>"
)


def blocks(inside, head="<title>The ferry sails again | Post</title>"):
    return read_page(page(inside, head), "a.html").body.blocks


def texts(inside, **options):
    return [block.text for block in blocks(inside, **options)]


WHOLE = [FIRST, SECOND.replace("&amp;", "&"), "Bread", THIRD]


def test_the_article_is_taken_and_what_stands_around_it_left():
    found = blocks(ARTICLE % "")
    assert [block.text for block in found] == WHOLE
    assert [block.kind for block in found][2] is BlockKind.HEADING
    assert [block.id for block in found] == ["p1", "p2", "p3", "p4"]


def test_each_block_stands_where_its_range_says():
    source = page(f"<script>var a = '<p>{FIRST}</p>';</script><!-- {FIRST} -->{ARTICLE % ''}")
    for block in read_page(source, "a.html").body.blocks:
        raw = source[block.range.start : block.range.end]
        assert raw.replace("&amp;", "&") == block.text
        assert source[: block.range.start].count("<!--") == 1


@pytest.mark.parametrize(
    "more",
    [
        '<p>Read more: <a href="/x">The bridge over the sound is to be built after all</a></p>',
        '<ul><li><a href="/x">The bridge over the sound</a></li><li><a href="/y">A cold oven</a></li></ul>',
        "<p>Sign up for our newsletter and get the news of the harbour every day</p>",
        "<p>© 2031 The Harbour Post. All rights reserved.</p>",
        '<div class="newsletter"><h3>The Post every day</h3><p>All of the harbour in your letter box.</p></div>',
        '<div class="share">Share this article</div>',
        "<p>Advertisement</p>",
        "<h3>Related stories</h3>",
        "<script>document.write('<p>Never shown</p>')</script>",
        '<p style="display:none">A hidden paragraph that nobody was ever meant to read in this article at all.</p>',
    ],
)
def test_what_is_put_between_the_paragraphs_is_left_out(more):
    assert texts(ARTICLE % more) == WHOLE


def test_a_paragraph_that_a_layout_tears_away_is_kept():
    torn = "".join(
        f'<div class="row"><div class="body"><p>{text}</p></div></div><div class="ad">Ad</div>' for text in WHOLE
    )
    assert texts(f"<div class=chunks>{torn}</div>") == WHOLE


def test_a_post_is_one_block_with_its_byline():
    words = (
        "<p>The ice is gone from the sound at last, and we sail!</p>— Harbour (@harbour) <a href=x>January 13, 2031</a>"
    )
    post = f'<blockquote class="twitter-tweet">{words}</blockquote>'
    (found,) = [block for block in blocks(ARTICLE % post) if block.kind is BlockKind.POST]
    assert found.by == "Harbour (@harbour)"
    assert found.text.endswith("and we sail! — Harbour (@harbour) January 13, 2031")


def test_the_text_in_the_page_s_data_is_taken_where_the_page_shows_less():
    data = json.dumps({"@type": "NewsArticle", "headline": "Ice", "articleBody": f"{FIRST}\n\n{THIRD}\n{FIRST[:60]}."})
    source = page(f"<article><p>{FIRST[:70]}</p></article>", f'<script type="application/ld+json">{data}</script>')
    found = read_page(source, "a.html").body.blocks
    assert [block.text for block in found] == [FIRST, THIRD, f"{FIRST[:60]}."]
    assert {(block.range.start, block.range.end) for block in found} == {(0, len(source))}


def code(source):
    (problem,) = read_page(source, "a.html").problems
    assert problem.path == "a.html"
    return problem.code


def test_a_page_without_an_article_says_so():
    assert code("") == "page-without-article"
    assert code(page("<form><input><button>Sign in</button></form>")) == "page-without-article"
    assert code(page("<p>Not found.</p>")) == "page-without-article"


PAID = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'


def test_a_stub_is_told():
    assert code(page("<article><p>The ferry …</p></article>", PAID)) == "page-stub"
    stub = read_page(page(f"<article><p>{FIRST}</p><p>{THIRD}</p></article>", PAID), "a.html")
    assert (stub.is_stub, stub.problems) == (True, ())
    assert not read_page(page(ARTICLE % ""), "a.html").is_stub


def test_a_page_that_was_cut_off_is_read_as_far_as_it_goes():
    source = page(ARTICLE % "")
    cut = source[: source.index(THIRD) + 40]
    assert [block.text for block in read_page(cut, "a.html").body.blocks] == [*WHOLE[:3], THIRD[:40]]


@pytest.mark.parametrize(
    "heavy",
    ["<script>" + "var a = 1;" * 2_000_000 + "</script>", '<img src="data:image/png;base64,' + "A" * 20_000_000 + '">'],
    ids=["scripts", "pictures"],
)
def test_a_page_of_twenty_megabytes_is_read(heavy):
    assert texts(ARTICLE % heavy) == WHOLE


def test_a_page_of_twenty_megabytes_of_text_is_refused_at_once():
    started = perf_counter()
    assert code(page(f"<p>{FIRST}</p>" * 160_000)) == "page-too-big"
    assert code("<br>" * 200_000) == "page-too-big"
    assert code("<p>x" * 11_000) == "page-too-big"
    assert perf_counter() - started < 10


def test_nothing_is_asked_of_the_net(monkeypatch):
    def refuse(*arguments):
        raise AssertionError(arguments)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    head = '<base href="https://example.org/"><link rel="stylesheet" href="https://example.org/a.css">'
    more = '<img src="https://example.org/x.png"><iframe src="https://example.org/"></iframe><script src="https://example.org/x.js"></script>'
    assert texts(ARTICLE % more, head=head)[-1] == THIRD


@pytest.mark.parametrize(
    "sign", ["<div>", "<p>a ", "<b>x", "<li>", "<a href='", "<table><tr><td>", "&nbsp;", "<h1>x</h1>"]
)
def test_a_hostile_page_is_read_or_refused_in_time(sign):
    started = perf_counter()
    read_page(sign * (100_000 // len(sign)), "a.html")
    assert perf_counter() - started < 20


def test_a_page_is_a_seed_with_what_it_states(tmp_path):
    head = '<title>The ferry sails again</title><meta property="article:published_time" content="2031-01-13">'
    (tmp_path / "ferry.html").write_text(page(ARTICLE % "", head), "utf-8")
    article = read_seed(SeedFile(tmp_path, "ferry.html", None)).article
    assert (article.id, article.title, article.title_origin) == ("ferry", "The ferry sails again", Origin.PAGE)
    assert (article.date, article.date_origin) == ("2031-01-13", Origin.PAGE)
    (tmp_path / "ferry.yml").write_text("title: Mine\n", "utf-8")
    stated = read_seed(SeedFile(tmp_path, "ferry.html", "ferry.yml")).article
    assert (stated.title, stated.title_origin, stated.date) == ("Mine", Origin.SIDECAR, "2031-01-13")


def test_a_page_that_cannot_be_read_is_one_problem_of_its_seed(tmp_path):
    (tmp_path / "a.htm").write_bytes(b"<html>")
    reading = read_seed(SeedFile(tmp_path, "a.htm", None))
    assert [problem.code for problem in reading.problems] == ["page-without-article"]
    assert reading.address.slug == "a"
