"""The page of an entity: what the registry says stands there as text, whatever signs it has."""

import pytest

from newsarchive.pages.districts import district_plans
from newsarchive.pages.entity import entity_plans

HOSTILE = 'O\'Neil & "Sons" <b>'


@pytest.fixture
def norvik(pages_of, write_archive, make_entity, read_page):
    """Make the page of a town with all that a registry can say of it."""
    land = make_entity("districts/land", HOSTILE, kind="land", part_of="districts/world", part_of_source="a <book>")
    town = make_entity(
        "places/norvik",
        "Norvik",
        HOSTILE,
        kind="town",
        part_of="districts/land",
        part_of_source=HOSTILE,
        description=HOSTILE,
        identifiers=(("iso", HOSTILE), ("own", "7")),
    )
    archive = write_archive({}, (land, town, make_entity("districts/world", "World")))
    return read_page(pages_of(entity_plans, archive)["places/norvik/"])


def test_it_says_what_it_is_part_of_and_who_says_so(norvik):
    lead = norvik.find(class_="na-lead")
    assert lead.get_text() == f"Town, part of {HOSTILE} ({HOSTILE}), in World (a <book>). {HOSTILE}"
    assert [link["href"].removesuffix("index.html") for link in lead.find_all("a")] == [
        "../../districts/land/",
        "../../districts/world/",
    ]


def test_its_codes_stand_below(norvik):
    said = norvik.find(class_="na-lead").find_next("p").get_text()
    assert said == f"No article names it so far. iso: {HOSTILE}, own: 7"


def test_its_names_are_in_their_languages(norvik):
    assert [tag.get_text() for tag in norvik.find(id="names").find_next("tbody").find_all("bdi")] == ["Norvik", HOSTILE]


def test_a_district_without_dates_has_no_section_of_them(pages_of, write_archive, make_entity, read_page):
    archive = write_archive({"one": ("2020-01-01", "[Coast|districts/coast].")}, (make_entity("districts/coast"),))
    page = read_page(pages_of(district_plans, archive)["districts/coast/"])
    assert page.find(id="dates") is None
    assert page.find(id="all") is None
    assert page.find(id="articles").find_next("li").a.get_text() == "Title of one"
