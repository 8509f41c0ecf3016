import pytest

from newsarchive.pages.entities import entities_plans


@pytest.fixture
def pages(pages_of, towns):
    return pages_of(entities_plans, towns)


def test_one_index_a_room(pages):
    assert list(pages) == ["people/", "places/", "organisations/", "events/"]


def test_an_entity_has_its_other_names_and_its_numbers(pages, read_page):
    row = read_page(pages["places/"]).find("table").tbody.tr
    assert row.th.get_text(" ", strip=True) == "Norvik town, part of Coast District Норвик"
    assert [cell.get_text() for cell in row.find_all("td")] == ["4", "2"]


def test_the_places_list_the_districts_too(pages, read_page):
    page = read_page(pages["places/"])
    assert page.find(id="districts").find_next("a")["href"] == "../districts/coast/index.html"
    assert read_page(pages["people/"]).find(id="districts") is None


def test_accents_do_not_change_the_order(pages_of, write_archive, make_entity, read_page):
    entities = [make_entity(f"people/{n}", name) for n, name in enumerate(("Zoe", "Émile", "Eva", "anna"))]
    page = read_page(pages_of(entities_plans, write_archive({}, entities))["people/"])
    assert [row.th.a.get_text() for row in page.tbody.find_all("tr")] == ["anna", "Émile", "Eva", "Zoe"]


def test_an_empty_room_says_so(pages_of, write_archive, read_page):
    page = read_page(pages_of(entities_plans, write_archive({}))["events/"])
    assert "The registry names none." in page.get_text()
    assert page.find("a")["href"] == "../left-out/index.html"
