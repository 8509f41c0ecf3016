import pytest

from newsarchive.annotate.speakers import speaker_entity

TEXT = "“Yes,” said the head of the Harbour Board, Ada Holm of Norvik."


def named(words, entity):
    start = TEXT.index(words)
    return start, start + len(words), entity


NAMED = (
    named("Harbour Board", "organisations/harbour-board"),
    named("Ada Holm", "people/ada-holm"),
    named("Norvik", "places/norvik"),
)


def said_by(words):
    start = TEXT.index(words)
    return words, ("p1", start, start + len(words))


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("Ada Holm", "people/ada-holm"),
        ("Ada Holm of Norvik", "people/ada-holm"),
        ("the Harbour Board", "organisations/harbour-board"),
        ("the head of the Harbour Board", None),
        ("the head", None),
    ],
)
def test_who_speaks(words, entity):
    assert speaker_entity(*said_by(words), NAMED) == entity


def test_two_people_are_nobody():
    both = (*NAMED, named("Ada", "people/ada-berg"))
    assert speaker_entity(*said_by("Ada Holm"), both) is None


def test_nobody_named():
    assert speaker_entity(None, None, NAMED) is None
