from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from newsarchive.annotation import Divergence, DivergenceKind, Passage, Reading, Witness
from newsarchive.article import Span
from newsarchive.pages.compare import compare_plans
from newsarchive.pages.comparing import LEAST_WORDS
from newsarchive.pages.setting import Setting


@pytest.fixture(scope="module")
def page(harbour, pages_of):
    pages = pages_of(compare_plans, harbour)
    assert list(pages) == ["compare/alpha--beta/"]
    return pages["compare/alpha--beta/"]


@pytest.fixture(scope="module")
def soup(page):
    return BeautifulSoup(page.html, "lxml")


def test_all_that_both_share_stands_whole_and_unchanged(harbour, soup):
    shared = {"a": ("alpha", "p1", "p2", "p4"), "b": ("beta", "p1", "p2", "p3")}
    for side, (article, *blocks) in shared.items():
        for block in blocks:
            text = harbour.article_by_id[article].block_by_id[block].text
            assert soup.find(id=f"{side}-{block}").get_text() == text


def test_what_only_one_has_is_marked_on_its_side(soup):
    assert [tag.get_text() for tag in soup.select(".na-left del")] == ["nine"]
    assert [tag.get_text() for tag in soup.select(".na-right ins")] == ["six"]


def test_a_block_that_only_one_has_is_set_back(soup):
    assert [tag.get_text() for tag in soup.select(".na-lone")] == ["Alpha alone has these words."]


def test_of_long_blocks_that_only_one_has_the_first_words_stand_and_lead_on(harbour, pages_of):
    alpha = harbour.article_by_id["alpha"]
    alone = tuple(
        alpha.blocks[2]._replace(id=f"p{number}", text="Alpha alone has these words. " + "More. " * 20)
        for number in range(5, 9)
    )
    longer = replace(alpha, blocks=(*alpha.blocks, *alone))
    page = pages_of(compare_plans, replace(harbour, articles=(longer, *harbour.articles[1:])))["compare/alpha--beta/"]
    last = BeautifulSoup(page.html, "lxml").select(".na-lone")[-1]

    assert [tag.get_text() for tag in last.select("p")] == ["Alpha alone has these words. More. More.…"] * 2
    assert last.a.get_text() == "and 2 more paragraphs, in full"
    assert last.a["href"] == "../../articles/alpha/index.html#p5"


def test_words_of_a_shared_block_that_only_one_has_are_set_back(harbour, pages_of):
    alpha = harbour.article_by_id["alpha"]
    first = alpha.blocks[0]._replace(text=f"{alpha.blocks[0].text} So they say.")
    longer = replace(alpha, blocks=(first, *alpha.blocks[1:]))
    page = pages_of(compare_plans, replace(harbour, articles=(longer, *harbour.articles[1:])))["compare/alpha--beta/"]

    assert BeautifulSoup(page.html, "lxml").select_one("#a-p1 .na-lone").get_text().strip() == "So they say."


def test_two_articles_that_share_five_hundred_passages_stay_light(write_archive, pages_of):
    text = "The mill by the old ford ground flour for nine towns until the dam gave way."
    archive = write_archive({"one": ("1901", *[text] * 500), "two": ("1902", *[text] * 500)})
    passages = tuple(
        Passage(f"{number}", 15, tuple(Witness(one, (Span(f"p{number}", 0, 75),)) for one in ("one", "two")), 0)
        for number in range(1, 501)
    )
    page = pages_of(compare_plans, replace(archive, passages=passages))["compare/one--two/"]

    assert page.html.count('href="../../passages/') == 12
    assert "500 shared passages" in page.html
    assert len(page.html) < 250_000


def test_a_plan_changes_with_either_article(harbour):
    changed = replace(harbour.articles[1], digest="other")
    (one,), (other,) = (
        list(compare_plans(Setting(archive)))
        for archive in (harbour, replace(harbour, articles=(harbour.articles[0], changed, harbour.articles[2])))
    )

    assert one.address == other.address
    assert one.inputs != other.inputs


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


def test_all_anchors_exist_once(soup):
    ids = [tag["id"] for tag in soup.find_all(id=True)]

    assert len(ids) == len(set(ids))
    assert {tag["href"][1:] for tag in soup.select('a[href^="#"]')} <= set(ids)


def test_a_block_that_moved_within_a_passage_is_shared_and_not_lost(harbour, pages_of):
    arrival, night, _ = harbour.passages
    parts = [arrival.witnesses[side].parts + night.witnesses[side].parts for side in (0, 1)]
    order = Divergence(
        DivergenceKind.ORDER,
        (Reading(0, "…", night.witnesses[0].parts), Reading(1, "…", night.witnesses[1].parts)),
    )
    whole = Passage(
        "5ea1", LEAST_WORDS, (Witness("alpha", parts[0]), Witness("beta", tuple(sorted(parts[1])))), 0, (order,)
    )
    page = pages_of(compare_plans, replace(harbour, passages=(whole,)))["compare/alpha--beta/"]
    soup = BeautifulSoup(page.html, "lxml")

    assert [tag.get_text() for tag in soup.select("del, ins")][2:] == ["nine", "six"]
    assert {tag["href"] for tag in soup.select(".na-cell .na-from a")} == {"#b-p1", "#a-p4"}
    assert soup.select_one("tbody th").get_text() == "order"
