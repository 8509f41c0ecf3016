import pytest

from newsarchive.annotate.unknown_names.kinds import kind_of
from newsarchive.annotate.unknown_names.vocabulary import EVENT_WORDS, ORGANISATION_WORDS, PLACE_WORDS
from newsarchive.annotate.unknown_names.words import Word
from newsarchive.naming.kind import guessed_kind, room_of_kind
from newsarchive.registry.entity import Room


@pytest.mark.parametrize(
    ("kind", "room"),
    [
        ("person", Room.PEOPLE),
        ("district", Room.DISTRICTS),
        ("village", Room.PLACES),
        ("news agency", Room.ORGANISATIONS),
        ("armed force", Room.ORGANISATIONS),
        ("war", Room.EVENTS),
        ("nonsense", None),
        ("", None),
    ],
)
def test_a_kind_has_its_room(kind, room):
    assert room_of_kind(kind) is room


@pytest.mark.parametrize("word", sorted(PLACE_WORDS | EVENT_WORDS | ORGANISATION_WORDS))
def test_every_kind_that_is_found_has_a_room(word):
    words = [Word("Orlau", "orlau", 0, 5, opens=False), Word(word.title(), word, 6, 6 + len(word), opens=False)]
    kind = kind_of(f"Orlau {word.title()}", words, is_titled=False, is_described=False)
    assert kind is None or room_of_kind(kind) is not None


@pytest.mark.parametrize(("name", "kind"), [("Ada Lind", "person"), ("ICYX", "organisation"), ("Orlau", "place")])
def test_a_guess_has_a_reason(name, kind):
    guess, reason = guessed_kind(name)
    assert guess == kind
    assert reason
