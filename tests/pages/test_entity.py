from dataclasses import replace

import pytest

from newsarchive.annotation import AmbiguousMention, Passage, Witness
from newsarchive.archive import archive_of
from newsarchive.article import Span
from newsarchive.pages.entity import entity_plans
from newsarchive.pages.entity_view import MOST_QUOTED, NEWEST
from newsarchive.pages.namings import MOST_LISTED
from newsarchive.pages.setting import Setting


@pytest.fixture
def norvik(pages_of, towns, read_page):
    return read_page(pages_of(entity_plans, towns)["places/norvik/"])


def test_every_entity_but_districts_has_a_page_mentioned_or_not(pages_of, towns, read_page):
    pages = pages_of(entity_plans, towns)
    assert sorted(pages) == [
        "events/storm/",
        "organisations/harbour-board/",
        "people/ada-holm/",
        "places/norvik/",
        "places/sund/",
    ]
    assert "No article names it so far." in read_page(pages["events/storm/"]).get_text()


def test_all_names_stand_in_a_table_with_their_languages_and_sources(norvik):
    names = norvik.find(id="names").find_next("table")
    cells = [[cell.get_text(strip=True) for cell in row.find_all(["th", "td"])] for row in names.tbody.find_all("tr")]
    assert cells == [["Norvik", "English", "Latin", "a book"], ["Норвик", "English", "Latin", "a book"]]
    assert names.find("bdi")["lang"] == "en"


def test_the_concordance_has_each_mention_in_its_sentence_by_date(norvik):
    items = norvik.find("ul", class_="na-told").find_all("li")
    assert [item.a.get_text() for item in items] == ["Title of first", "Title of second"]
    assert [item.small.get_text() for item in items] == ["3 May 2021", "11 May 2021"]
    assert [one.get_text() for one in items[0].find_all("p")] == [
        "Norvik shut its port on Monday.",
        "Norvik had shut it in 1987. ¶2",
        "We will open in time, she said of Norvik. ¶3",
    ]
    assert [link["href"] for link in items[0].find_all("a")] == [
        "../../articles/first/index.html#p1",
        "../../articles/first/index.html#p2",
        "../../articles/first/index.html#p3",
    ]


def test_two_mentions_in_a_sentence_share_its_line(pages_of, towns, read_page):
    sund = read_page(pages_of(entity_plans, towns)["places/sund/"])
    last = sund.find("ul", class_="na-told").find_all("p")[-1]
    assert [hit.get_text() for hit in last.find_all("b")] == ["Sund", "Sund"]


def test_it_is_said_why_each_mention_is_linked(norvik):
    table = norvik.find(id="reasons").find_next("table")
    assert [cell.get_text() for cell in table.tbody.find_all(["th", "td"])] == [
        "Norvik",
        "no other entity bears the name",
        "4",
    ]


def test_who_it_stands_with_is_drawn_and_told(norvik):
    table = norvik.find(id="with").find_next("table")
    assert {row.th.get_text(strip=True) for row in table.tbody.find_all("tr")} == {"Ada Holm", "Sund"}
    drawing = norvik.find("svg", class_="na-network")
    assert [text.get_text() for text in drawing.find_all("text")] == ["Ada Holm", "Sund"]
    assert len(drawing.select(".na-line path")) == 2


def test_the_map_has_no_borders_and_the_same_as_a_table(norvik):
    drawing = norvik.find("svg", class_="na-map")
    assert [text.get_text() for text in drawing.select(".na-dot text")] == ["Sund", "Norvik"]
    rows = drawing.find_next("table").tbody.find_all("tr")
    assert [cell.get_text() for cell in rows[0].find_all(["th", "td"])] == ["Norvik", "60.2", "20.1", "a map"]


def test_mentions_through_time(norvik):
    chart = norvik.find("svg", class_="na-timeline")
    assert chart.title.get_text() == "Mentions by day, 3 May 2021 to 11 May 2021"
    rows = chart.find_next("table").tbody.find_all("tr")
    assert [(row.th.get_text(), row.td.get_text()) for row in rows] == [("3 May 2021", "3"), ("11 May 2021", "1")]
    assert chart.find("path", class_="na-bar")["d"].count("M") == 2


def test_a_speaker_has_statements(pages_of, write_archive, make_entity, read_page):
    archive = write_archive({"one": ("2021", "‹We will|[Ada Holm|people/ada-holm]›")}, [make_entity("people/ada-holm")])
    assert archive.statements
    page = read_page(pages_of(entity_plans, archive)["people/ada-holm/"])
    assert page.find(id="statements") is None  # the words of the speaker stand nowhere, so nobody is known to speak


def test_passages_and_names_left_unlinked_are_listed(pages_of, towns, read_page):
    witnesses = Witness("first", (Span("p1", 0, 10),)), Witness("second", (Span("p1", 0, 10),))
    unlinked = AmbiguousMention("third", Span("p1", 3, 10), "undated", "undated", ("places/norvik", "places/sund"))
    passages = (Passage("x1", 12, witnesses, None),)
    archive = archive_of(
        towns.articles, towns.registry, mentions=towns.mentions, ambiguous=(unlinked,), passages=passages
    )
    page = read_page(pages_of(entity_plans, archive)["places/norvik/"])
    assert page.find(id="passages").find_next("a")["href"] == "../../passages/x1/index.html"
    assert page.find(id="unlinked").find_next("ul").a.get_text() == "undated"


def test_a_circle_of_wholes_is_gone_round_once(pages_of, write_archive, make_entity, read_page):
    entities = [make_entity("places/a", part_of="places/b"), make_entity("places/b", part_of="places/a")]
    page = read_page(pages_of(entity_plans, write_archive({}, entities))["places/a/"])
    assert page.find(class_="na-lead").get_text() == "Place, part of B."


def test_each_whole_says_who_calls_it_so(pages_of, write_archive, make_entity, read_page):
    entities = [
        replace(make_entity("places/a", part_of="places/b"), part_of_source="the map"),
        replace(make_entity("places/b", part_of="places/c"), part_of_source="the law"),
        make_entity("places/c"),
    ]
    page = read_page(pages_of(entity_plans, write_archive({}, entities))["places/a/"])
    assert page.find(class_="na-lead").get_text() == "Place, part of B (the map), in C (the law)."


def test_names_are_text_whatever_they_hold(pages_of, write_archive, make_entity, read_page):
    hostile = "<script>alert(1)</script>{{ config }}"
    entities = [make_entity("people/x", hostile, hostile)]
    page = read_page(
        pages_of(entity_plans, write_archive({"a": ("2021", f"[{hostile}|people/x]")}, entities))["people/x/"]
    )
    assert page.find("script") is None
    assert page.h1.get_text() == hostile


TOLD = "[Norvik|places/norvik] and [Sund|places/sund] wait. ‹So be it|Ada Holm›, says [Ada Holm|people/ada-holm]."


@pytest.fixture
def plans_of(write_archive, make_entity):
    """Plan the pages of entities in an archive of `{id: (date, block, ...)}`, by address."""
    entities = [
        make_entity("people/ada-holm", "Ada Holm"),
        make_entity("places/norvik", "Norvik"),
        make_entity("places/sund", "Sund"),
        make_entity("places/vik", "Vik"),
    ]

    def make(articles):
        return {plan.address: plan for plan in entity_plans(Setting(write_archive(articles, entities)))}

    return make


def test_an_article_changes_only_the_pages_that_show_it(plans_of):
    many = {f"a{number:03}": (f"{2019 + number % 2}-05-03", TOLD) for number in range(MOST_LISTED + 1)}
    before = plans_of(many)
    after = plans_of(many | {"new": ("2020-05-03", "[Vik|places/vik] and [Norvik|places/norvik] wait.")})
    changed = {address for address, plan in after.items() if plan.inputs != before[address].inputs}
    assert changed == {"places/norvik/", "places/norvik/2020/", "places/vik/"}
    assert all(after[address].make() == plan.make() for address, plan in before.items() if address not in changed)
    assert all(after[address].make() != before[address].make() for address in changed)


def test_an_entity_named_often_shows_the_newest_sentences_and_lists_all_articles(plans_of, read_page):
    articles = {f"a{number:03}": (f"2020-05-{number % 28 + 1:02}", TOLD) for number in range(MOST_QUOTED + 1)}
    page = read_page(plans_of(articles)["places/norvik/"].make())
    assert len(page.find(id="articles").find_next("ul").find_all("li")) == NEWEST
    listed = page.find(id="all").find_next("ul", class_="na-entries").find_all("li")
    assert len(listed) == MOST_QUOTED + 1
    assert listed[0].get_text() == "1 May Title of a000"
    assert page.find(id="all").find_next("h3").get_text() == "2020"
