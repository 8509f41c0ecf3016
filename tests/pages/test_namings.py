import numpy as np

from newsarchive.pages.namings import (
    MOST_LISTED,
    MOST_ON_SHEET,
    Namings,
    listed_namings,
    named_with,
    naming_list,
    numbered_words,
    together,
)
from newsarchive.pages.sheets import MONTH, YEAR


def namings(*rows):
    return Namings(*np.array(rows, dtype=np.int64).reshape(-1, 3).T)


def test_the_mentions_of_a_district_and_its_parts_count_together():
    coast, norvik = [(1, 2, 10), (3, 1, 1)], [(0, 1, 1), (1, 3, 9)]
    assert [*together(namings(*coast, *norvik))] == [(0, 1, 1), (1, 5, 9), (3, 1, 1)]
    assert [*together(namings())] == []


def test_only_a_district_counts_its_parts(make_entity):
    town, port = make_entity("places/norvik"), make_entity("places/port", part_of="places/norvik")
    assert named_with(town, {"places/norvik": (port,)}) == (town,)


def test_a_district_of_too_many_articles_lists_its_own():
    own, many = namings((0, 1, 1)), namings(*((position, 1, 1) for position in range(MOST_LISTED + 1)))
    assert listed_namings(own, many) is own
    assert len(listed_namings(own, many[1:])) == MOST_LISTED


def test_mentions_count_by_a_word_of_their_article():
    words = numbered_words(["2020", None, "2021", "2020", "2022"])
    found = namings((0, 1, 1), (1, 2, 1), (3, 4, 1), (4, 1, 1))
    assert found.mentions_by(words) == {"2020": 5, None: 2, "2022": 1}
    assert {word: len(one) for word, one in found.by(words).items()} == {"2020": 2, None: 1, "2022": 1}


def test_what_comes_again_is_brought_together():
    words = numbered_words(["2020-11", "2020", "2020-12", "2020-11", "2020"])
    found = namings((1, 1, 1), (2, 1, 1), (3, 1, 1), (4, 2, 1))
    groups = {word: one.positions.tolist() for word, one in found.by(words).items()}
    assert [*groups.items()] == [("2020", [1, 4]), ("2020-12", [2]), ("2020-11", [3])]
    assert namings().by(words) == {}


def test_a_column_of_words_tells_where_each_stands():
    words = numbered_words(["b", None, "a", "b"])
    assert [*words.rows] == ["b", None, "a"]
    assert {word: rows.tolist() for word, rows in words.rows.items()} == {"b": [0, 3], None: [1], "a": [2]}
    assert words.counts == {"b": 2, None: 1, "a": 1}
    assert words.at(np.array([3, 1])) == ["b", None]


def test_sheets_hold_a_year_and_what_is_too_much_for_one_a_month(make_entity):
    norvik = make_entity("places/norvik")
    months = ["2019-01"] * 3 + ["2020-01"] * MOST_ON_SHEET + ["2020-02"]
    periods = {YEAR: numbered_words([month[:YEAR] for month in months]), MONTH: numbered_words(months)}
    found = namings(*((position, 1, 1) for position in range(len(months))))
    listed = naming_list(norvik, periods, found)
    assert [(sheet.address, len(sheet.items)) for sheet in listed.sheets] == [
        ("places/norvik/2019/", 3),
        ("places/norvik/2020/", 0),
        ("places/norvik/2020-01/", MOST_ON_SHEET),
        ("places/norvik/2020-02/", 1),
    ]
    assert naming_list(norvik, periods, found[:MOST_LISTED]).sheets == ()
