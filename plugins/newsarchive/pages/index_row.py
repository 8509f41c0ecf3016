"""One entity in one row of an index."""

from collections.abc import Iterable
from dataclasses import dataclass

from newsarchive.digest import digest
from newsarchive.pages.letters import alphabetical
from newsarchive.pages.setting import Setting
from newsarchive.registry.entity import Entity, Name

_MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class IndexRow:
    """An entity, its further names, what it is part of, and in how many places and articles it is mentioned."""

    entity: Entity
    others: tuple[Name, ...]
    whole: Entity | None
    mentions: int
    articles: int


def index_rows(setting: Setting, entities: Iterable[Entity]) -> tuple[IndexRow, ...]:
    """Return the rows of `entities` in the order of their first names, whatever their accents."""
    return tuple(index_row(setting, entity) for entity in sorted(entities, key=alphabetical))


def index_row(setting: Setting, entity: Entity) -> IndexRow:
    """Return the row of one entity."""
    indexes = setting.indexes
    articles = len(indexes.presences.rows_of(entity.id))
    others = {name.text: name for name in entity.names[1:] if name.text != entity.label}
    whole = setting.archive.registry.by_id.get(entity.part_of or "")
    shown = tuple(others.values())[:_MOST_NAMES]
    return IndexRow(entity, shown, whole, indexes.mentions_count(entity), articles)


def rows_inputs(rows: Iterable[IndexRow]) -> bytes:
    """Return a digest of what rows show of the archive; the rest is the registry's."""
    return digest(f"{row.entity.id} {row.mentions} {row.articles}" for row in rows)
