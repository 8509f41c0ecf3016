import marshal

from newsarchive.annotate.synopsis import Presences, packed
from newsarchive.pages.presences import presence_table

ONE = ("Norvik", "only", None, 1)
WHY, TWICE = marshal.dumps((ONE,), 0), marshal.dumps((ONE, ONE), 0)
FIRST, SECOND = b"first...", b"second.."  # ways to be named
ARTICLES = (
    Presences(
        ("places/sund", "places/norvik"), packed([2, 1]), packed([1, 3]), SECOND + FIRST, marshal.dumps([TWICE, WHY])
    ),
    Presences(),
    Presences(("places/norvik",), packed([5]), packed([2]), FIRST, marshal.dumps([WHY])),
)


def test_an_entity_has_a_row_in_each_article_that_names_it():
    table = presence_table(ARTICLES)
    rows = table.rows_of("places/norvik")
    assert [*table.namings[rows]] == [(0, 1, 3), (2, 5, 2)]
    assert [*table.namings_of("places/norvik")] == [*table.namings[rows]]
    assert not len(table.namings_of("places/orlau"))
    assert [*table.names_of(rows)] == [((ONE,), 2)]
    assert [*table.names_of(table.rows_of("places/sund"))] == [((ONE, ONE), 1)]
    assert not len(table.rows_of("places/orlau"))


def test_the_rows_of_an_article_lie_side_by_side():
    table = presence_table(ARTICLES)
    assert table.borders.tolist() == [0, 2, 2, 3]
    assert [table.ids[place] for place in table.entities] == ["places/sund", "places/norvik", "places/norvik"]


def test_mentions_count_in_all_articles():
    assert presence_table(ARTICLES).mentions == {"places/norvik": 6, "places/sund": 2}


def test_nothing_is_a_table_too():
    table = presence_table((Presences(), Presences()))
    assert table.mentions == {}
    assert table.borders.tolist() == [0, 0, 0]
    assert not len(table.rows_of("places/norvik"))
