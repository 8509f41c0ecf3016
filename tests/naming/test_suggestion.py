"""Suggestions: what a person is told of an unknown name."""

import pytest

from newsarchive.naming.suggestion import of_kind
from newsarchive.registry.entity import Room
from newsarchive.registry.entry_yaml import NewEntity
from newsarchive.registry.nearest import Likeness


def test_every_unknown_name_has_one(seeds, suggested):
    assert list(suggested(seeds)) == ["Ada Lind", "Osterholm", "Шуша", "ICYX", "Orlaw"]


def test_it_shows_a_sentence_in_which_the_name_stands_in_full(seeds, suggested):
    assert suggested(seeds)["Ada Lind"].sentence == "President Ada Lind came by."


def test_the_words_around_make_the_entry(seeds, suggested):
    source = "as written in the article 'ferry'"
    found = suggested(seeds)
    assert found["Ada Lind"].entity == NewEntity(Room.PEOPLE, "ada-lind", "person", "Ada Lind", "en", "Latn", source)
    assert found["Orlaw"].entity == NewEntity(Room.PLACES, "orlaw", "village", "Orlaw", "en", "Latn", source)


def test_a_guess_says_on_what_it_rests(seeds, suggested):
    found = suggested(seeds)
    assert (found["ICYX"].entity.kind, found["ICYX"].guess) == ("organisation", "it is all in capitals")
    assert found["Orlaw"].guess is None


def test_a_name_in_another_script_has_an_unknown_language(seeds, write_files, suggested):
    write_files(seeds, {"ferry.txt": "It rains, and the ferry sails. They told Шуша."})
    entity = suggested(seeds)["Шуша"].entity
    assert (entity.language, entity.script, entity.slug) == ("und", "Cyrl", "shusha")


def test_an_article_without_a_language_gives_none(seeds, suggested):
    (seeds / "ferry.yml").unlink()
    assert suggested(seeds)["Osterholm"].entity.language == "und"


def test_near_names_are_named_and_not_merged(seeds, suggested):
    found = suggested(seeds)
    assert [(near.entity, near.likeness) for near in found["Orlaw"].near] == [("places/orlau", Likeness.MISSPELLING)]
    assert found["Osterholm"].near == ()


def test_a_person_may_say_the_kind(seeds, suggested):
    one = of_kind(suggested(seeds)["ICYX"], "news agency")
    assert (one.entity.room, one.entity.kind, one.guess) == (Room.ORGANISATIONS, "news agency", None)
    with pytest.raises(ValueError, match="no room"):
        of_kind(one, "nonsense")


def test_a_decision_ends_the_question(seeds, write_files, suggested):
    entry = "{name: %s, entity: places/orlau, by: A, date: 2031, articles: [ferry]}"
    text = f"same:\n  - {entry % 'Orlaw'}\ndistinct:\n  - {entry % 'Osterholm'}\n"
    write_files(seeds, {"registry/decisions.yml": text})
    assert list(suggested(seeds)) == ["Ada Lind", "Шуша", "ICYX"]
