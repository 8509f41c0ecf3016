"""Speakers: who, of the registry, a statement's speaker is."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from newsarchive.registry.entity import Room

_PEOPLE = f"{Room.PEOPLE}/"
_PREPOSITION = re.compile(r"(?:\b(?:of|for|from|in|at|to|near|against)\s+(?:the\s+)?)\Z", re.IGNORECASE)


Named: TypeAlias = tuple[int, int, str]
"""What a block names: the first code point, the end, and the id of the entity."""


def speaker_entity(speaker: str | None, where: tuple[str, int, int] | None, named: Iterable[Named]) -> str | None:
    """Return the id of the entity that speaks, or None where the speaker's words do not name one.

    `speaker` and `where` are a statement's words for who speaks, and their span; `named` is what that block names. The
    only person that the words name speaks; else the entity that they end with (`Norland's ministry`), unless it only
    says whose the speaker is (`the head of the ministry`).
    """
    if where is None or speaker is None:
        return None
    _, first, last = where
    within = [one for one in named if first <= one[0] and one[1] <= last]
    people = {entity for _, _, entity in within if entity.startswith(_PEOPLE)}
    if people:
        return people.pop() if len(people) == 1 else None
    start, entity = next(((start, entity) for start, end, entity in within if end == last), (first, None))
    return None if _PREPOSITION.search(speaker[: start - first]) else entity
