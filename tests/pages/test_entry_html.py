from dataclasses import replace

import numpy as np
import pytest
from bs4 import BeautifulSoup

from newsarchive.annotate.synopsis import StatementRef
from newsarchive.article import Article, Block, BlockKind, Origin, Range, Span
from newsarchive.pages.concordance import by_article, line_around
from newsarchive.pages.entry_html import (
    entries_by_month,
    entries_by_year,
    lines_by_article,
    saying_entries,
    short_date,
)
from newsarchive.pages.namings import Namings
from newsarchive.pages.setting import Here, Setting


def article(id_, date, *texts, **values):
    blocks = tuple(
        Block(f"p{number}", BlockKind.PARAGRAPH, text, Range(0, len(text))) for number, text in enumerate(texts, 1)
    )
    values = {"title_origin": Origin.SIDECAR, "date_origin": Origin.SIDECAR} | values
    return Article(id_, f"{id_}.txt", f"<{id_}> & co", date=date, blocks=blocks or (), **values)


@pytest.fixture
def here_over(write_archive):
    """Make the page of a place in an archive of these articles."""

    def make(*articles, address="places/norvik/"):
        return Here(address, Setting(replace(write_archive({}), articles=articles)))

    return make


def items(html):
    return BeautifulSoup(html, "lxml").find_all("li")


def namings(*rows):
    """Return articles that name an entity, of pairs of how often and in which block first."""
    counts, blocks = np.array(rows).T
    return Namings(np.arange(len(rows)), counts, blocks)


def listed(here, *rows):
    return [item for _, html in entries_by_year(here, namings(*rows)) for item in items(html)]


def test_an_article_is_one_line_that_leads_to_its_first_mention(here_over):
    here = here_over(article("one", "2020-11-20"), article("two", "2020-11-21"))
    first, second = listed(here, (3, 2), (1, 1))
    assert first.get_text() == "20 Nov <one> & co ×3"
    assert first.a["href"] == "../../articles/one/index.html#p2"
    assert second.get_text() == "21 Nov <two> & co"


def test_a_sheet_below_the_page_has_links_of_its_own_depth(here_over):
    one = article("one", "2020-11-20")
    here = here_over(one)
    sheet = Here("places/norvik/2020/", here.setting)
    for each, steps in ((here, 2), (sheet, 3), (here, 2)):
        assert listed(each, (1, 1))[0].a["href"].count("../") == steps


def test_what_is_guessed_is_marked(here_over):
    here = here_over(article("one", "2020-11-20", title_origin=Origin.DERIVED, date_origin=Origin.INFERRED))
    marks = listed(here, (1, 1))[0].find_all("abbr")
    assert [mark.get_text() for mark in marks] == ["inferred", "derived"]


def test_articles_stand_by_year_and_those_without_a_date_last(here_over):
    here = here_over(article("one", "2019"), article("two", "2020-03"), article("nil", None))
    found = namings((1, 1), (1, 1), (1, 1))
    years = [(words, items(html)[0].get_text()) for words, html in entries_by_year(here, found)]
    assert years == [
        ("2019", "2019 <one> & co"),
        ("2020", "Mar <two> & co"),
        ("date unknown", "<nil> & co"),
    ]


def test_articles_of_one_year_stand_by_month(here_over):
    here = here_over(article("one", "2020"), article("two", "2020-03-01"), article("three", "2020-03-02"))
    found = namings((1, 1), (1, 1), (1, 1))
    html = BeautifulSoup(entries_by_month(here, found), "lxml")
    assert [tag.get_text() for tag in html.find_all("h2")] == ["2020", "March 2020"]
    assert [len(entries.find_all("li")) for entries in html.find_all("ul")] == [1, 2]
    assert "<h2>" not in entries_by_month(here, found[1:])


def said(position, start, end, first, last):
    return position, StatementRef(0, None, None, "p1", start, end, first, last)


def test_statements_of_several_years_stand_below_them(here_over):
    text = "“So it is,” they said."
    articles = (article("one", "2019-05-01", text), article("two", "2020", text), article("nil", None, text))
    sayings = [said(position, 0, 10, 0, 22) for position in range(3)]
    html = saying_entries(here_over(*articles), sayings)
    assert [tag.get_text() for tag in BeautifulSoup(html, "lxml").find_all("h2")] == [
        "2019",
        "2020",
        "Date unknown",
    ]
    assert [item.get_text() for item in items(html)] == [
        "1 May “So it is,” they said.",
        "2020 “So it is,” they said.",
        "undated “So it is,” they said.",
    ]
    assert "<h2>" not in saying_entries(here_over(*articles), sayings[:1])


def test_a_sentence_of_two_statements_stands_once(here_over):
    one = article("one", "2020", "“So,” they said, “it is.” Yes.")
    sayings = [said(0, 1, 4, 0, 25), said(0, 26, 30, 26, 30), said(0, 18, 24, 0, 25)]
    assert [item.get_text() for item in items(saying_entries(here_over(one), sayings))] == [
        "2020 “So,” they said, “it is.”",
        "2020 Yes.",
    ]


def test_a_statement_without_end_is_cut(here_over):
    one = article("one", "2020", "“" + "so " * 900 + "it is.”")
    (item,) = items(saying_entries(here_over(one), [said(0, 900, 930, 0, 2708)]))
    assert item.get_text().startswith("2020 … so")
    assert item.get_text().strip().endswith("so …")


def test_a_title_leads_to_its_first_sentence_and_others_to_theirs(here_over):
    one = article("one", "2020-11-20", "A <port>. A quay.", "A port.")
    lines = [line_around(one, Span(*place)) for place in (("p1", 2, 8), ("p1", 10, 11), ("p2", 2, 6))]
    (item,) = items(lines_by_article(here_over(one), by_article(lines)))
    assert [link["href"] for link in item.find_all("a")] == [
        "../../articles/one/index.html#p1",
        "../../articles/one/index.html#p2",
    ]
    assert [tag.get_text() for tag in item.find_all("b")] == ["<port>", "A", "port"]
    assert item.small.get_text() == "20 November 2020"


def test_a_foreign_sentence_says_so(here_over):
    one = article("one", None, "Порт закрыт.", language="ru")
    (item,) = items(lines_by_article(here_over(one), by_article([line_around(one, Span("p1", 0, 4))])))
    assert item.p["lang"] == "ru"
    assert item.small.get_text() == "date unknown"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2020-11-05", "5 Nov"),
        ("2020-11", "Nov"),
        ("2020", "2020"),
        ("2020-11-05?", "5 November 2020 (uncertain)"),
        ("2020-11-05/2020-11-09", "5 to 9 November 2020"),
        (None, ""),
    ],
)
def test_a_date_below_its_year_is_short(edtf, words):
    assert short_date(edtf) == words
