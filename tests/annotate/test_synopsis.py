"""Synopsis: an article in short, as the rest of the archive needs to know it."""

import pytest

from newsarchive.annotate.anew import rows_of_each
from newsarchive.annotate.mentions import name_index
from newsarchive.annotate.rows import Rows, rows_of
from newsarchive.annotate.synopsis import (
    ROLES,
    WAY_LENGTH,
    StatementRef,
    Synopsis,
    read_names,
    read_numbers,
    read_values,
    synopsis_of,
)
from newsarchive.annotation import Annotations, DateExpression, DateRole, Mention, Resolution, Statement
from newsarchive.article import Span


def mention(block, start, name, entity):
    return Mention("test", Span(block, start, start + len(name)), name, entity, name, Resolution.ONLY)


def test_nothing_is_a_synopsis_too(article_of):
    assert synopsis_of(article_of("It rained", "all day"), Rows()) == Synopsis(words=4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "It rained",
        " it  rained\tall\u2003day ",
        "co\u00ad\noperate",
        "a \u200b b",
        "a \u200b",
        "e\u0301te\u0301 a",
    ],
)
def test_words_are_what_stands_between_white_space(article_of, text):
    assert synopsis_of(article_of(text), Rows()).words == len(text.split())


def test_articles_that_name_an_entity_alike_tell_so(article_of):
    one, other = (
        synopsis_of(article_of("Wend", "Orlau and Wend"), rows_of(Annotations(found)))
        for found in (
            (mention("p1", 0, "Wend", "places/wend"), mention("p2", 0, "Orlau", "places/orlau")),
            (mention("p2", 0, "Orlau", "places/orlau"), mention("p2", 10, "Wend", "places/wend")),
        )
    )
    assert one.presences.ways == other.presences.ways[WAY_LENGTH:] + other.presences.ways[:WAY_LENGTH]


def test_presences_come_in_the_order_of_the_text(article_of):
    found = (
        mention("p1", 0, "Wend", "places/wend"),
        mention("p2", 0, "Orlau", "places/orlau"),
        mention("p2", 10, "Wend", "places/wend"),
        mention("p2", 20, "the Wend", "places/wend"),
    )
    synopsis = synopsis_of(article_of("Wend", "Orlau and Wend and the Wend"), rows_of(Annotations(found)))
    names = (("Wend", "only", None, 2), ("the Wend", "only", None, 1))
    entities, counts, blocks, ways, found_names = synopsis.presences
    assert entities == ("places/wend", "places/orlau")
    assert [[*read_numbers(column)] for column in (counts, blocks)] == [[3, 1], [1, 2]]
    assert [read_names(found_names, number) for number in range(2)] == [names, (("Orlau", "only", None, 1),)]
    assert ways[:WAY_LENGTH] != ways[WAY_LENGTH:]
    assert [[*read_numbers(column)] for column in synopsis.together] == [[1, 2], [0, 0, 1]]


@pytest.mark.parametrize(("name", "entities"), [("Nothing", ()), ("Wend", ("places/wend",)), ("dry", ())])
def test_a_date_knows_what_its_own_sentence_names(article_of, name, entities):
    text = "Nothing was said. In Wend it rained on Monday. It was dry."
    date = DateExpression("test", Span("p1", 39, 45), "Monday", "2021-03-01", DateRole.PAST)
    found = rows_of(Annotations((mention("p1", text.index(name), name, "places/wend"),), dates=(date,)))
    dates = synopsis_of(article_of(text), found).dates
    assert (read_values(dates.values), [ROLES[role] for role in dates.roles]) == (["2021-03-01"], ["past"])
    assert [*read_numbers(dates.named)] == [len(entities)]
    assert [*read_numbers(dates.entities)] == [0 for _ in entities]
    assert [*read_numbers(dates.places)] == [1, 39, 45, 18, 46]


def test_a_date_of_several_readings_has_no_value(article_of):
    found = Annotations(dates=(DateExpression("test", Span("p2", 0, 6), "Monday", None, DateRole.STATED),))
    dates = synopsis_of(article_of("It rained.", "Monday was dry."), rows_of(found)).dates
    assert read_values(dates.values) == [None]
    assert [*read_numbers(dates.places)] == [2, 0, 6, 0, 15]


def test_a_statement_knows_who_speaks(article_of):
    text = "“No,” said Anna Berg."
    found = (mention("p1", 11, "Anna Berg", "people/anna-berg"),)
    statements = (Statement("test", Span("p1", 0, 5), "“No,”", "Anna Berg", "said", Span("p1", 11, 20)),)
    synopsis = synopsis_of(article_of(text), rows_of(Annotations(found, statements=statements)))
    assert synopsis.statements == (StatementRef(0, "Anna Berg", "people/anna-berg", "p1", 0, 5, 0, 21),)


def test_a_synopsis_counts_what_was_found(article_of, north):
    article = article_of("Varn lies in Hollin, said Petrov of Upper-Ostra on 3 March 2021.")
    (found,) = rows_of_each((article,), name_index(north))
    synopsis = synopsis_of(article, found)
    assert sum(read_numbers(synopsis.presences.counts)) == len(found.mentions)
    assert [name for name, _ in synopsis.ambiguous] == [name for *_, name, _ in found.ambiguous]
    assert synopsis.suppressed == len(found.suppressed)
