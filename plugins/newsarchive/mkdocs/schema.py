"""The JSON Schema of the plugin's options, made from the options and their docstrings.

`python -m newsarchive.mkdocs.schema` prints it; `options.schema.json` beside this module holds what it printed.
"""

import ast
import inspect
import json
from itertools import pairwise

from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, Config

from newsarchive.mkdocs.config import AUTO, DirOrNone, NewsArchiveConfig, Workers


def options_schema(options: type[Config] = NewsArchiveConfig) -> dict[str, object]:
    """Return the JSON Schema (2020-12) of the class `options`."""
    explanations = _attribute_docstrings(options)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": inspect.getdoc(options),
        "type": "object",
        "properties": {
            name: {"description": explanations[name], **_json_type(option), "default": option.default}
            for name, option in options._schema  # noqa: SLF001  MkDocs has no other list of a class's options
        },
        "additionalProperties": False,
    }


def _attribute_docstrings(options: type[Config]) -> dict[str, str]:
    """Return what stands below each attribute of a class; Python itself keeps no such docstrings."""
    (statement,) = ast.parse(inspect.getsource(options)).body
    body = statement.body if isinstance(statement, ast.ClassDef) else []
    return {
        target.id: inspect.cleandoc(text)
        for attribute, below in pairwise(body)
        if isinstance(attribute, ast.Assign) and isinstance(below, ast.Expr)
        for target in attribute.targets
        if isinstance(target, ast.Name) and isinstance(text := ast.literal_eval(below.value), str)
    }


def _json_type(option: BaseConfigOption[object]) -> dict[str, object]:
    match option:
        case DirOrNone():
            return {"type": ["string", "null"]}
        case Workers():
            return {"oneOf": [{"const": AUTO}, {"type": "integer", "minimum": 1}]}
        case c.Dir():
            return {"type": "string"}
        case c.Type(_type=kind) if kind is bool:
            return {"type": "boolean"}
        case _:
            message = f"no JSON type is known for the option {option!r}"
            raise TypeError(message)


if __name__ == "__main__":
    print(json.dumps(options_schema(), indent=2))  # noqa: T201  printing is what the command is for
