import pytest
from bs4 import BeautifulSoup

from newsarchive.pages.chart_html import map_html, network_html, timeline_html
from newsarchive.pages.map import Place, locator_map
from newsarchive.pages.network import network_of
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.timeline import frame_of, timeline_of


@pytest.fixture
def here(write_archive):
    return Here("places/a/", Setting(write_archive({})))


def soup(html):
    return BeautifulSoup(html, "lxml")


def rows(page):
    return [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in page.tbody.find_all("tr")]


def test_two_series_stand_and_hang_and_the_table_says_the_same():
    frame = frame_of(["2020-01-01", "2020-01-04"])
    page = soup(
        timeline_html(timeline_of(frame, [["2020-01-01"], ["2020-01-04", "2020-02-01"]]), ["told", "heard"], "t")
    )
    assert [path["d"] for path in page.find_all("path", class_="na-bar")] == [
        "M15 100v-100h120V100z",
        "M465 100v100h120V100z",
    ]
    assert rows(page) == [["later", "0", "1"], ["1 January 2020", "1", "0"], ["4 January 2020", "0", "1"]]


def test_a_series_without_bars_has_no_path():
    frame = frame_of(["2020-01-01"])
    page = soup(timeline_html(timeline_of(frame, [["2020-01-01"], []]), ["told", "heard"], "t"))
    assert len(page.find_all("path", class_="na-bar")) == 1
    assert page.find(class_="na-axis").get_text() == "1 January 2020"


def test_names_in_drawings_are_text_and_long_ones_are_cut(here, make_entity, companions_in):
    entities = {id_: make_entity(id_, name) for id_, name in (("places/a", "<A>"), ("places/b", "B&" * 20))}
    network = network_of(companions_in([frozenset(entities)]).circle("places/a"), entities)
    page = soup(network_html(here, entities["places/a"], network, "n"))
    assert page.svg.title.get_text() == "Who and what <A> stands with"
    assert page.svg.find("text").get_text() == f"{'B&' * 14}B…"
    assert rows(page) == [["B&" * 20, "1", ""]]
    assert page.find(class_="na-tie") is None


def test_the_table_of_a_network_names_four_beside_and_counts_the_rest(here, make_entity, companions_in):
    entities = {f"places/{name}": make_entity(f"places/{name}") for name in "abcdefg"}
    network = network_of(companions_in([frozenset(entities)]).circle("places/a"), entities)
    page = soup(network_html(here, entities["places/a"], network, "n"))
    assert rows(page)[0] == ["B", "1", "C, D, E, F and 1 more"]
    assert page.find(class_="na-tie")["d"].count("M") == 8


def test_a_borrowed_point_says_whose_it_is(here, make_entity):
    whole, part = make_entity("places/a"), make_entity("places/b", point=(40.5, 47))
    page = soup(map_html(here, locator_map([Place(whole, part.point, part, main=True)]), "m", "Where <A> lies"))
    assert page.svg.title.get_text() == "Where <A> lies"
    assert rows(page) == [["A (the point of B, place)", "40.5", "47", "a map"]]
    assert [text.get_text() for text in page.select(".na-main text")] == ["A"]
