"""The JSON Schemas (draft 2020-12) of the data files, made from the items' classes and their docstrings."""

import json
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from newsarchive.export.files import DataFile
from newsarchive.export.items import IndexItem
from newsarchive.export.kinds import KINDS, adapter_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas_of(files: Iterable[DataFile]) -> list[bytes]:
    """Return the schemas of `files`, and last that of their index."""
    lists = [_list_schema(file.name, file.description, adapter_of(KINDS[file.name])) for file in files]
    return [schema_bytes(schema) for schema in (*lists, _object_schema(adapter_of(IndexItem)))]


def _list_schema(name: str, description: str, adapter: TypeAdapter[Any]) -> dict[str, Any]:
    """Return the schema of a whole data file: a list of the items of `adapter`."""
    items = _schema(adapter)
    definitions = items.pop("$defs", {})
    return {
        "$schema": DIALECT,
        "title": name,
        "description": description,
        "type": "array",
        "items": items,
        "$defs": definitions,
    }


def _object_schema(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    """Return the schema of a data file that is one object."""
    return {"$schema": DIALECT, **_schema(adapter)}


def schema_bytes(schema: dict[str, Any]) -> bytes:
    """Return `schema` as the JSON that people read: indented, UTF-8, with a closing newline."""
    return json.dumps(schema, ensure_ascii=False, indent=2).encode() + b"\n"


class _Untitled(GenerateJsonSchema):
    """Leaves out the titles that only repeat the keys."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002  # pydantic's signature
        return False


def _schema(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    return adapter.json_schema(mode="serialization", schema_generator=_Untitled)
