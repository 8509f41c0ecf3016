"""Nearest: which names are like another, and how."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.registry.entity import Entity, Name, Registry, Room
from newsarchive.registry.nearest import Likeness, near_index, nearest_names


def entity(id_, *names):
    return Entity(id_, Room(id_.split("/")[0]), "thing", tuple(Name(name, "en", "Latn", "s") for name in names))


REGISTRY = Registry(
    (
        entity("people/ada-lindqvist", "Ada Lindqvist"),
        entity("people/pyotr-ilyin", "Pyotr Ilyin"),
        entity("places/kelburg", "Kelburg", "Kölbürg"),
        entity("places/oslo", "Oslo"),
        entity("places/zhabrail", "Zhabrail"),
    )
)
INDEX = near_index(REGISTRY)


@pytest.mark.parametrize(
    ("name", "likeness", "entity"),
    [
        ("Oslo", Likeness.SAME, "places/oslo"),
        ("Ösló", Likeness.MARKS, "places/oslo"),
        ("Осло", Likeness.MARKS, "places/oslo"),
        ("KELBURG", Likeness.MARKS, "places/kelburg"),
        ("Jabrayil", Likeness.TRANSLITERATION, "places/zhabrail"),
        ("Ada Lindkvist", Likeness.TRANSLITERATION, "people/ada-lindqvist"),
        ("Kelbrug", Likeness.MISSPELLING, "places/kelburg"),
        ("Kelbirg", Likeness.MISSPELLING, "places/kelburg"),
        ("Ada Lendqist", Likeness.MISSPELLING, "people/ada-lindqvist"),
        ("Ilyin", Likeness.PART, "people/pyotr-ilyin"),
    ],
)
def test_a_like_name_and_how_it_is_like(name, likeness, entity):
    near = nearest_names(name, INDEX)[0]
    assert (near.likeness, near.entity) == (likeness, entity)


@pytest.mark.parametrize("name", ["Bergen", "Os", "Usla", "", "—", "北京", "Ada"])
def test_what_is_like_nothing(name):
    assert nearest_names(name, INDEX) == ()


def test_an_entity_is_named_once_by_its_nearest_name():
    assert [near.name for near in nearest_names("Kolburg", INDEX)] == ["Kölbürg"]


def test_at_most_so_many():
    many = near_index(Registry(tuple(entity(f"places/orlau-{n}", "Orlau") for n in range(9))))
    assert [near.entity for near in nearest_names("Orlau", many)] == [f"places/orlau-{n}" for n in range(3)]


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text):
    assert len(nearest_names(text, INDEX)) <= 3
