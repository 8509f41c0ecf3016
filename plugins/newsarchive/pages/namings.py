"""Namings: which articles name an entity, how often, and where first."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from newsarchive.annotate.synopsis import Presence
from newsarchive.pages.sheets import LongList, long_list
from newsarchive.registry.entity import Entity, Room

Naming: TypeAlias = tuple[int, Presence]
"""An article's position in the order of time, and how an entity stands in it."""

MOST_LISTED = 400
"""Articles that an entity's own page lists, one a line; where there are more, its sheets do."""

MOST_ON_SHEET = 800
"""Articles that a sheet lists, one a line; a year of more is cut by month."""


def named_with(entity: Entity, parts: Mapping[str, Sequence[Entity]]) -> tuple[Entity, ...]:
    """Return whose mentions the page of `entity` counts: its own, and of a district those of its parts and theirs."""
    return (entity, *_within(entity, parts)) if entity.room == Room.DISTRICTS else (entity,)


def _within(whole: Entity, parts: Mapping[str, Sequence[Entity]]) -> Iterator[Entity]:
    """Yield the parts of `whole`, and theirs; a circle is gone round once."""
    seen = {whole.id}
    waiting = list(parts.get(whole.id, ()))
    while waiting:
        entity = waiting.pop(0)
        if entity.id not in seen:
            seen.add(entity.id)
            waiting.extend(parts.get(entity.id, ()))
            yield entity


def namings(presences: Mapping[str, Sequence[Naming]], named: Sequence[Entity]) -> Sequence[Naming]:
    """Return the articles that name any of the entities `named`, in the order of time, each once.

    `presences` are those of each entity. Of an article that names several, the mentions are counted together.
    """
    if len(named) == 1:
        return presences.get(named[0].id, ())
    found: dict[int, Presence] = {}
    for entity in named:
        for position, presence in presences.get(entity.id, ()):
            known = found.get(position)
            found[position] = _together(known, presence) if known else presence
    return sorted(found.items())


def _together(one: Presence, other: Presence) -> Presence:
    first = min(one.block, other.block, key=block_number)
    return Presence(one.entity, one.count + other.count, first, one.names + other.names)


def block_number(block: str) -> int:
    """Return the place of a block in its article, from 1."""
    return int(block.removeprefix("p"))


def naming_list(entity: Entity, dates: Sequence[str | None], listed: Sequence[Naming]) -> LongList[Naming]:
    """Return the sheets of the articles that are `listed` for `entity`, where they are too many for its page.

    `dates` are those of all articles.
    """
    if len(listed) <= MOST_LISTED:
        return LongList()
    return long_list(entity.address, listed, lambda naming: dates[naming[0]], MOST_ON_SHEET)


def listed_namings(
    entity: Entity, presences: Mapping[str, Sequence[Naming]], found: Sequence[Naming]
) -> Sequence[Naming]:
    """Return which of the articles `found`, which name `entity` or a part of it, its page and its sheets list.

    Where they are too many for its page, those that only name a part are left to the lists of the parts.
    """
    return found if len(found) <= MOST_LISTED else presences.get(entity.id, ())
