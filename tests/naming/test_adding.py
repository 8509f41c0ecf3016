"""Adding: only what the checker lets pass comes in, and nothing else changes."""

import pytest

from newsarchive.naming.adding import additions
from newsarchive.registry.entity import Room
from newsarchive.registry.entry_yaml import NewEntity
from newsarchive.registry.files import read_registry


def entity(slug, text, room=Room.PLACES, script="Latn"):
    return NewEntity(room, slug, "town", text, "en", script, "the test")


def test_what_passes_comes_in_and_nothing_is_written(seeds):
    before = (seeds / "registry" / "places.yml").read_bytes()
    outcome = additions(seeds, [entity("wend", "Wend"), entity("ada", "Ada", Room.PEOPLE)])
    assert [path for path, _ in outcome.files] == ["registry/people.yml", "registry/places.yml"]
    assert dict(outcome.files)["registry/places.yml"].startswith(before)
    assert [one.text for one in outcome.added] == ["Wend", "Ada"]
    assert (seeds / "registry" / "places.yml").read_bytes() == before


def test_what_was_written_is_right(seeds, write_files):
    write_files(seeds, dict(additions(seeds, [entity("wend", "Wend"), entity("ada", "Ada", Room.PEOPLE)]).files))
    registry, problems = read_registry(seeds / "registry")
    assert (sorted(registry.by_id), problems) == (["people/ada", "places/orlau", "places/wend"], [])


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (entity("orlau", "Elsewhere"), "the address 'places/orlau' is taken"),
        (entity("orlau-2", "Orlau"), "'Orlau' is also a name of places/orlau"),
        (entity("mixed", "Orlаu"), "is not of the script Latn"),
        (entity("con", "Con"), "cannot be an address"),
    ],
)
def test_what_the_checker_is_against_stays_out_and_says_why(wrong, reason, seeds):
    outcome = additions(seeds, [wrong, entity("wend", "Wend")])
    assert [one.text for one in outcome.added] == ["Wend"]
    ((refused, why),) = outcome.refused
    assert refused is wrong
    assert reason in why


def test_of_two_with_one_address_the_first_comes_in(seeds):
    outcome = additions(seeds, [entity("wend", "Wend"), entity("wend", "Wénd")])
    assert [one.text for one in outcome.added] == ["Wend"]


def test_a_file_in_brackets_takes_nothing(seeds, write_files):
    write_files(seeds, {"registry/places.yml": "[]\n"})
    outcome = additions(seeds, [entity("wend", "Wend"), entity("ada", "Ada", Room.PEOPLE)])
    assert ([path for path, _ in outcome.files], [one.text for one in outcome.added]) == (
        ["registry/people.yml"],
        ["Ada"],
    )
    assert outcome.refused[0][1].startswith("lines at the end of registry/places.yml would make it wrong")


def test_a_registry_that_is_wrong_already_takes_nothing(seeds, write_files):
    write_files(seeds, {"registry/events.yml": "- slug: fair\n"})
    outcome = additions(seeds, [entity("wend", "Wend")])
    assert (outcome.files, [one.text for one, _ in outcome.refused]) == ((), ["Wend"])


def test_nothing_to_add_is_nothing(seeds):
    assert additions(seeds, []).files == ()
