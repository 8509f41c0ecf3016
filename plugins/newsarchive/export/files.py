"""The JSON files: what each is a list of, and how its lines are made."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from newsarchive.archive import Archive
from newsarchive.export import json_lines, rows
from newsarchive.export.items import (
    AmbiguousDateItem,
    ArticleItem,
    DateItem,
    EntityItem,
    MentionItem,
    PassageItem,
    StatementItem,
    SuppressedItem,
)
from newsarchive.export.listing import JSON, Listing
from newsarchive.export.record import Record


@cache
def adapter_of(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401  # whatever pydantic takes
    """Return what writes and describes the items of a kind; it is made when asked for: each takes some milliseconds."""
    return TypeAdapter(kind)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A kind of JSON file: its name, what it is a list of, the class or classes of these, and its lines."""

    name: str
    description: str
    kind: Any
    listing: Listing

    @property
    def adapter(self) -> TypeAdapter[Any]:
        """What writes and describes the items."""
        return adapter_of(self.kind)


def _of_articles(name: str, description: str, kind: Any, lines: Callable[[Record], Iterable[str]]) -> DataFile:  # noqa: ANN401  # whatever pydantic takes
    return DataFile(name, description, kind, Listing(f"{name}.json", JSON, lines))


def _of_archive(name: str, description: str, kind: type, lines: Callable[[Archive], Iterable[str]]) -> DataFile:
    return DataFile(name, description, kind, Listing(f"{name}.json", JSON, of_archive=lines))


def _entity_lines(archive: Archive) -> Iterator[str]:
    return (adapter_of(EntityItem).dump_json(item).decode() for item in rows.entity_items(archive))


FILES = (
    _of_articles("articles", "The articles, sorted by id.", ArticleItem, json_lines.article_lines),
    _of_archive("entities", "The registry's entities, sorted by id.", EntityItem, _entity_lines),
    _of_articles("mentions", "Where articles name entities, in order.", MentionItem, json_lines.mention_lines),
    _of_articles("dates", "Where articles name dates, in order.", DateItem | AmbiguousDateItem, json_lines.date_lines),
    _of_articles("statements", "The articles' quotations, in order.", StatementItem, json_lines.statement_lines),
    _of_archive("passages", "What two or more places share, sorted by id.", PassageItem, json_lines.passage_lines),
    _of_articles("suppressed", "What was found and left out, in order.", SuppressedItem, json_lines.suppressed_lines),
)
