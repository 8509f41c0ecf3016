"""The data files: all of the archive as JSON that other programs read, the JSON Schema of each file, and tables.

A JSON file is UTF-8 with one item a line, so that a change of one article changes few lines, and closes with a newline.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from newsarchive.archive import Archive
from newsarchive.export import rows
from newsarchive.export.items import (
    SCHEMA_NUMBER,
    AmbiguousDateItem,
    ArticleItem,
    DateItem,
    EntityItem,
    FileItem,
    IndexItem,
    MentionItem,
    PassageItem,
    StatementItem,
    SuppressedItem,
)
from newsarchive.export.tables import TABLES

FOLDER = "data"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A kind of data file: its name, what it is a list of, and how the archive fills it."""

    name: str
    description: str
    adapter: TypeAdapter[Any]
    items: Callable[[Archive], Iterable[object]]


FILES = (
    DataFile("articles", "The articles, sorted by id.", TypeAdapter(ArticleItem), rows.article_items),
    DataFile("entities", "The registry's entities, sorted by id.", TypeAdapter(EntityItem), rows.entity_items),
    DataFile("mentions", "Where articles name entities, in order.", TypeAdapter(MentionItem), rows.mention_items),
    DataFile(
        "dates", "Where articles name dates, in order.", TypeAdapter(DateItem | AmbiguousDateItem), rows.date_items
    ),
    DataFile("statements", "The articles' quotations, in order.", TypeAdapter(StatementItem), rows.statement_items),
    DataFile("passages", "What two or more places share, sorted by id.", TypeAdapter(PassageItem), rows.passage_items),
    DataFile(
        "suppressed", "What was found and left out, in order.", TypeAdapter(SuppressedItem), rows.suppressed_items
    ),
)


def data_files(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the site (`data/articles.json` …) and the content of every data file, schema and table."""
    entries = []
    for file in FILES:
        lines = [file.adapter.dump_json(item) for item in file.items(archive)]
        entries.append(FileItem(f"{file.name}.json", f"{file.name}.schema.json", len(lines)))
        yield f"{FOLDER}/{file.name}.json", _listed(lines)
        yield f"{FOLDER}/{file.name}.schema.json", schema_bytes(file_schema(file))
    for table in TABLES:
        yield f"{FOLDER}/{table.name}.csv", table.content(archive)
    index = TypeAdapter(IndexItem)
    tables = tuple(f"{table.name}.csv" for table in TABLES)
    content = IndexItem(SCHEMA_NUMBER, version("newsarchive"), tuple(entries), tables)
    yield f"{FOLDER}/index.json", index.dump_json(content, indent=2) + b"\n"
    yield f"{FOLDER}/index.schema.json", schema_bytes({"$schema": DIALECT, **_schema(index)})


def file_schema(file: DataFile) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a whole data file: a list of its items."""
    items = _schema(file.adapter)
    definitions = items.pop("$defs", {})
    return {
        "$schema": DIALECT,
        "title": file.name,
        "description": file.description,
        "type": "array",
        "items": items,
        "$defs": definitions,
    }


def schema_bytes(schema: dict[str, Any]) -> bytes:
    """Return `schema` as the JSON that people read: indented, UTF-8, with a closing newline."""
    return json.dumps(schema, ensure_ascii=False, indent=2).encode() + b"\n"


class _Untitled(GenerateJsonSchema):
    """Leaves out the titles that only repeat the keys."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002  # pydantic's signature
        return False


def _schema(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    return adapter.json_schema(mode="serialization", schema_generator=_Untitled)


def _listed(lines: list[bytes]) -> bytes:
    return b"[\n" + b",\n".join(lines) + b"\n]\n" if lines else b"[]\n"
