from dataclasses import dataclass

import pytest

from newsarchive.pages.entities import entities_plans
from newsarchive.pages.letters import MOST, alphabetical, by_letter
from newsarchive.registry.entity import Entity


@dataclass(frozen=True)
class Row:
    entity: Entity


@pytest.fixture
def rows_of(make_entity):
    """Make rows of people with these names, in the order of an index."""

    def make(names):
        people = [make_entity(f"people/{number}", name) for number, name in enumerate(names)]
        return [Row(one) for one in sorted(people, key=alphabetical)]

    return make


def test_a_short_list_is_not_cut(rows_of):
    rows = rows_of(["Anna", "Zoe"])
    assert by_letter(rows) == [("", rows)]


def test_a_long_list_is_cut_where_another_letter_begins(rows_of):
    names = [f"{letter}na {number}" for letter in ("a", "É", "e", "Ж") for number in range(MOST // 4 + 1)]
    groups = by_letter(rows_of(names))
    assert [(letter, len(group)) for letter, group in groups] == [("A", 26), ("E", 52), ("Ж", 26)]


def test_an_index_of_many_has_a_table_for_each_letter(write_archive, make_entity, pages_of, read_page):
    names = [f"{'ABC'[number % 3]}bel{'aeiou'[number % 5]}{chr(97 + number // 15)}ra" for number in range(150)]
    people = [make_entity(f"people/{number}", name) for number, name in enumerate(names)]
    page = read_page(pages_of(entities_plans, write_archive({}, people))["people/"])
    assert [heading.get_text() for heading in page.find_all("h3")] == ["A", "B", "C"]
    assert [link["href"] for link in page.find(class_="na-letters").find_all("a")] == ["#all-A", "#all-B", "#all-C"]
    assert [len(table.tbody.find_all("tr")) for table in page.find_all("table")] == [50, 50, 50]
