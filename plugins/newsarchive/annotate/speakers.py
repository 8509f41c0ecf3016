"""Speakers: who, of the registry, a statement's speaker is."""

import re
from collections.abc import Iterable

from newsarchive.annotation import Mention, Statement
from newsarchive.registry.entity import Room

_PREPOSITION = re.compile(r"(?:\b(?:of|for|from|in|at|to|near|against)\s+(?:the\s+)?)\Z", re.IGNORECASE)


def speaker_entity(statement: Statement, mentions: Iterable[Mention]) -> str | None:
    """Return the id of the entity that speaks, or None where the speaker's words do not name one.

    `mentions` are those of the statement's block. The only person that the words name speaks; else the entity that
    they end with (`Norland's ministry`), unless it only says whose the speaker is (`the head of the ministry`).
    """
    where = statement.speaker_span
    if where is None or statement.speaker is None:
        return None
    named = [
        mention
        for mention in mentions
        if mention.span.block == where.block and where.start <= mention.span.start and mention.span.end <= where.end
    ]
    people = {mention.entity for mention in named if mention.entity.startswith(f"{Room.PEOPLE}/")}
    if people:
        return people.pop() if len(people) == 1 else None
    last = next((mention for mention in named if mention.span.end == where.end), None)
    if last is None or _PREPOSITION.search(statement.speaker[: last.span.start - where.start]):
        return None
    return last.entity
