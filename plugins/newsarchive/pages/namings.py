"""Namings: which articles name an entity, and where."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsarchive.annotation import Mention
from newsarchive.archive import Archive
from newsarchive.article import Article
from newsarchive.pages.sheets import MOST, LongList, long_list
from newsarchive.registry.entity import Entity, Room


@dataclass(frozen=True, slots=True)
class Naming:
    """An article and the mentions in it of the entities in question, in the order of the text."""

    article: Article
    mentions: tuple[Mention, ...]


def named_with(entity: Entity, parts: Mapping[str, Sequence[Entity]]) -> tuple[Entity, ...]:
    """Return whose mentions the page of `entity` shows: its own, and of a district those of its parts and theirs."""
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


def namings(archive: Archive, rank: Mapping[str, int], named: Iterable[Entity]) -> tuple[Naming, ...]:
    """Return the articles that name any of the entities `named`, in the order of `rank`."""
    found: dict[str, list[Mention]] = defaultdict(list)
    several = [archive.mentions_of_entity.get(entity.id, ()) for entity in named]
    for mention in (mention for mentions in several for mention in mentions):
        found[mention.article].append(mention)
    if len(several) > 1:
        for mentions in found.values():
            mentions.sort(key=_place)
    ids = sorted(found, key=rank.__getitem__)
    return tuple(Naming(archive.article_by_id[id_], tuple(found[id_])) for id_ in ids)


def _place(mention: Mention) -> tuple[int, int]:
    return int(mention.span.block.removeprefix("p")), mention.span.start


def naming_list(entity: Entity, found: Sequence[Naming]) -> LongList[Naming]:
    """Return the sheets of the articles that name `entity`, where their mentions are too many for its page."""
    if sum(len(naming.mentions) for naming in found) <= MOST:
        return LongList()
    return long_list(entity.address, found, lambda naming: naming.article.date)
