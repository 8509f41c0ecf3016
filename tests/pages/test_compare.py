from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from newsarchive.annotation import Divergence, DivergenceKind, Passage, Reading, Witness
from newsarchive.archive import Archive
from newsarchive.article import Span
from newsarchive.pages.compare import compare_pages
from newsarchive.pages.elsewhere import MOST_COMPARED, compared_pairs


@pytest.fixture(scope="module")
def page(harbour, pages_of):
    pages = pages_of(compare_pages, harbour)
    assert list(pages) == ["compare/alpha--beta/"]
    return pages["compare/alpha--beta/"]


@pytest.fixture(scope="module")
def soup(page):
    return BeautifulSoup(page.html, "html.parser")


def test_both_texts_stand_whole_and_unchanged(harbour, soup):
    for side, article in (("a", "alpha"), ("b", "beta")):
        for block in harbour.article_by_id[article].blocks:
            assert soup.find(id=f"{side}-{block.id}").get_text() == block.text


def test_what_only_one_has_is_marked_on_its_side(soup):
    assert [tag.get_text() for tag in soup.select(".na-left del")] == ["nine"]
    assert [tag.get_text() for tag in soup.select(".na-right ins")] == ["six"]


def test_a_block_that_only_one_has_is_set_back(soup):
    alone = [tag.p["id"] for tag in soup.select(".na-lone")]

    assert alone == ["a-p3"]


def test_what_stands_elsewhere_in_the_other_leads_there(soup):
    ways = {tag["href"]: tag.get_text() for tag in soup.select(".na-cell .na-from a")}

    assert ways == {"#b-p1": "¶1", "#a-p4": "¶4"}


def test_divergences_are_told_with_their_places(soup):
    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in soup.select("tbody tr")]

    assert ["number", "nine", "six"] in [[kind, left.split()[0], right.split()[0]] for kind, left, right in rows]
    assert soup.select_one("tbody a")["href"] == "#a-p1"


def test_the_minimap_has_a_band_for_each_two_blocks(soup):
    bands = [tag["aria-label"] for tag in soup.select(".na-minimap a")]

    assert sorted(bands) == ["¶1 and ¶2", "¶2 and ¶3", "¶4 and ¶1"]
    assert all(soup.find(id=tag["href"][1:]) for tag in soup.select(".na-minimap a"))


def test_all_anchors_exist_once(page, soup):
    ids = [tag["id"] for tag in soup.find_all(id=True)]

    assert len(ids) == len(set(ids))
    assert {*page.anchors, *(heading.id for heading in page.headings)} <= set(ids)


def test_an_article_that_repeats_itself_is_not_compared_with_itself(harbour):
    assert list(compared_pairs(harbour)) == [("alpha", "beta")]


def test_boilerplate_brings_no_articles_together():
    witnesses = tuple(Witness(f"n{number:02}", (Span("p1", 0, 9),)) for number in range(MOST_COMPARED + 1))

    assert compared_pairs(Archive((), passages=(Passage("x", 10, witnesses, None),))) == {}
    assert len(compared_pairs(Archive((), passages=(Passage("x", 10, witnesses[1:], None),)))) == 276


def test_a_block_that_moved_within_a_passage_is_shared_and_not_lost(harbour, pages_of):
    arrival, night, _ = harbour.passages
    parts = [arrival.witnesses[side].parts + night.witnesses[side].parts for side in (0, 1)]
    order = Divergence(
        DivergenceKind.ORDER,
        (Reading(0, "…", night.witnesses[0].parts), Reading(1, "…", night.witnesses[1].parts)),
    )
    whole = Passage("5ea1", 60, (Witness("alpha", parts[0]), Witness("beta", tuple(sorted(parts[1])))), 0, (order,))
    page = pages_of(compare_pages, replace(harbour, passages=(whole,)))["compare/alpha--beta/"]
    soup = BeautifulSoup(page.html, "html.parser")

    assert [tag.get_text() for tag in soup.select("del, ins")][2:] == ["nine", "six"]
    assert {tag["href"] for tag in soup.select(".na-cell .na-from a")} == {"#b-p1", "#a-p4"}
    assert soup.select_one("tbody th").get_text() == "order"
