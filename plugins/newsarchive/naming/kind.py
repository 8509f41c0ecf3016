"""Kind: what a name may name, and the room of the registry where that belongs."""

from newsarchive.annotate.unknown_names.vocabulary import EVENT_WORDS, ORGANISATION_WORDS, PLACE_WORDS
from newsarchive.registry.entity import Room

PERSON, PLACE, ORGANISATION, EVENT = "person", "place", "organisation", "event"

_ROOMS = (
    (Room.PEOPLE, frozenset({PERSON})),
    (Room.DISTRICTS, frozenset({"district"})),
    (Room.PLACES, PLACE_WORDS | {PLACE, "country", "mountain", "volcano", "building", "continent", "port"}),
    (Room.EVENTS, EVENT_WORDS | {EVENT, "truce", "attack", "disaster"}),
    (Room.ORGANISATIONS, ORGANISATION_WORDS | {ORGANISATION, "force", "ship"}),
)


def room_of_kind(kind: str) -> Room | None:
    """Return the room of the registry for what is of `kind` (`village`, `news agency`), or None for an unknown one."""
    last = kind.rpartition(" ")[2]
    return next((room for room, kinds in _ROOMS if kind in kinds or last in kinds), None)


def guessed_kind(name: str) -> tuple[str, str]:
    """Return a kind for a name of which nothing around it tells, and on what the guess rests, in words."""
    words = name.split()
    if len(words) > 1:
        return PERSON, "it has two words or more"
    if name.isupper() and len(name) > 1:
        return ORGANISATION, "it is all in capitals"
    return PLACE, "it is a single word"
