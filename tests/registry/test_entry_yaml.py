"""Entries as YAML: they are read as what they say, and nothing of the file changes."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.registry.entity import Room
from newsarchive.registry.entry_yaml import NewEntity, entry_yaml, new_file, with_entries

ORLAU = NewEntity(Room.PLACES, "orlau", "town", "Orlau", "en", "Latn", "as written in the article 'a'")
ENTRY = entry_yaml(ORLAU)


def test_an_entry_reads_as_its_entity():
    assert yaml.safe_load(ENTRY) == [
        {
            "slug": "orlau",
            "kind": "town",
            "names": [{"text": "Orlau", "language": "en", "script": "Latn", "source": "as written in the article 'a'"}],
        }
    ]


@pytest.mark.parametrize(
    ("room", "file"),
    [
        (Room.PEOPLE, "registry/people.yml"),
        (Room.DISTRICTS, "registry/places.yml"),
        (Room.EVENTS, "registry/events.yml"),
    ],
)
def test_every_room_has_its_file(room, file):
    entity = NewEntity(room, "x", "thing", "X", "en", "Latn", "s")
    assert (entity.file, entity.id) == (file, f"{room}/x")


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_any_name_keeps_its_letters(text):
    entity = NewEntity(Room.PLACES, "x", "town", text, "en", "Latn", text)
    (name,) = yaml.safe_load(entry_yaml(entity))[0]["names"]
    assert (name["text"], name["source"]) == (text, text)


@pytest.mark.parametrize(
    "file",
    [
        "",
        "# a remark\n",
        "- slug: wend # here\n  kind: town\n",
        "- slug: wend\n  kind: town",
        "  - slug: wend\n    kind: town\n",
        "\ufeff- slug: wend\r\n  kind: town\r\n",
        new_file("registry.schema.json"),
    ],
)
def test_a_file_keeps_all_that_it_holds(file):
    text, (lines,) = with_entries(file, [ENTRY])
    assert text.startswith(file)
    assert [entry["slug"] for entry in yaml.safe_load(text.removeprefix("\ufeff"))][-1] == "orlau"
    assert ("\r\n" in text) is ("\r\n" in file)
    assert text.replace("\r\n", "").count("\r") == 0
    assert "slug: orlau" in "".join(text.splitlines()[number - 1] for number in lines)


def test_each_entry_knows_its_lines():
    text, lines = with_entries("# one\n", [ENTRY, ENTRY])
    assert lines == [range(2, 10), range(10, 18)]
    assert [text.splitlines()[number] for number in (2, 10)] == ["- slug: orlau"] * 2
