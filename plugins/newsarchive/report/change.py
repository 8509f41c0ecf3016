"""Change: how two states of an archive differ."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from newsarchive.annotate.unknown_names import UnknownName
from newsarchive.annotation import AmbiguousMention, Passage
from newsarchive.archive import Archive
from newsarchive.article import Article, Span
from newsarchive.naming.unknown import unknown_among
from newsarchive.pages.addresses import site_addresses
from newsarchive.registry.entity import Entity, Room

Item = TypeVar("Item")

_DAY = re.compile(r"dates/\d{4}-\d\d-\d\d/")


@dataclass(frozen=True, slots=True)
class NewLinks:
    """The articles that would name an entity and do not yet, each with how often it would."""

    entity: Entity
    articles: tuple[tuple[Article, int], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What a change of the seeds does; all sequences are sorted.

    `vanished` are addresses without a redirect, each with the address that has come in its place, or None.
    """

    added: tuple[Article, ...] = ()
    changed: tuple[Article, ...] = ()
    removed: tuple[Article, ...] = ()
    links: tuple[NewLinks, ...] = ()
    new_passages: tuple[Passage, ...] = ()
    lost_passages: tuple[Passage, ...] = ()
    new_days: tuple[str, ...] = ()
    new_districts: tuple[Entity, ...] = ()
    ambiguous: tuple[AmbiguousMention, ...] = ()
    unknown: tuple[UnknownName, ...] = ()
    vanished: tuple[tuple[str, str | None], ...] = ()


def change_between(before: Archive, after: Archive) -> Change:
    """Return what leads from the archive `before` to the archive `after`."""
    old, new = before.article_by_id, after.article_by_id
    return Change(
        added=tuple(article for article in after.articles if article.id not in old),
        changed=tuple(a for a in after.articles if a.id in old and a.digest != old[a.id].digest),
        removed=tuple(article for article in before.articles if article.id not in new),
        links=tuple(_new_links(before, after)),
        new_passages=_only_in_first(after.passages, before.passages, lambda passage: passage.id),
        lost_passages=_only_in_first(before.passages, after.passages, lambda passage: passage.id),
        new_days=tuple(sorted(_days(after) - _days(before))),
        new_districts=tuple(entity for entity in _districts(after) if entity.id not in before.registry.by_id),
        ambiguous=_only_in_first(after.ambiguous, before.ambiguous, lambda mention: (mention.article, mention.name)),
        unknown=_only_in_first(_unknown(after), _unknown(before), lambda name: name.text),
        vanished=tuple(_vanished(before, after)),
    )


def _unknown(archive: Archive) -> tuple[UnknownName, ...]:
    return unknown_among(archive.articles, (*archive.mentions, *archive.ambiguous), archive.registry)


def _vanished(before: Archive, after: Archive) -> Iterator[tuple[str, str | None]]:
    kept = site_addresses(after) | {redirect.old for redirect in after.redirects}
    successors = dict(_successors(before, after))
    for address in sorted(site_addresses(before) - kept):
        yield address, successors.get(address)


def _successors(before: Archive, after: Archive) -> Iterator[tuple[str, str]]:
    """Yield the address of each passage that is lost and that of the new one which holds most of its words."""
    places: dict[tuple[str, str], list[tuple[Span, Passage]]] = defaultdict(list)
    for passage in after.passages:
        for article, part in _parts(passage):
            places[article, part.block].append((part, passage))
    for passage in before.passages:
        shared: Counter[str] = Counter()
        for article, part in _parts(passage):
            for other, candidate in places[article, part.block]:
                shared[candidate.id] += max(0, min(part.end, other.end) - max(part.start, other.start))
        if best := max(shared, key=lambda name: (shared[name], name), default=None):
            yield f"passages/{passage.id}/", f"passages/{best}/"


def _parts(passage: Passage) -> Iterator[tuple[str, Span]]:
    return ((witness.article, part) for witness in passage.witnesses for part in witness.parts)


def _new_links(before: Archive, after: Archive) -> Iterable[NewLinks]:
    old = {(mention.entity, mention.article) for mention in before.mentions}
    for entity in after.registry.entities:
        counts = Counter(mention.article for mention in after.mentions_of_entity.get(entity.id, ()))
        fresh = sorted(article for article in counts if (entity.id, article) not in old)
        if fresh:
            yield NewLinks(entity, tuple((after.article_by_id[article], counts[article]) for article in fresh))


def _only_in_first(first: Iterable[Item], second: Iterable[Item], key: Callable[[Item], object]) -> tuple[Item, ...]:
    known = {key(item) for item in second}
    return tuple(item for item in first if key(item) not in known)


def _days(archive: Archive) -> set[str]:
    return {address for address in site_addresses(archive) if _DAY.fullmatch(address)}


def _districts(archive: Archive) -> tuple[Entity, ...]:
    return tuple(entity for entity in archive.registry.entities if entity.room is Room.DISTRICTS)
