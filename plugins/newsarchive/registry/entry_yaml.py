"""Entries as YAML: what a person would write into a registry file, and the file with it at its end.

A file is never written anew from its data: its comments, its order and its style are its authors'. Text is added.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from newsarchive.registry.entity import Room

FILE_OF_ROOM = {
    Room.PEOPLE: "people.yml",
    Room.PLACES: "places.yml",
    Room.DISTRICTS: "places.yml",
    Room.ORGANISATIONS: "organisations.yml",
    Room.EVENTS: "events.yml",
}
_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
_HEAD = "# yaml-language-server: $schema={schema}\n"


@dataclass(frozen=True, slots=True)
class NewEntity:
    """An entity that is not in the registry yet, with its one name; the fields are those of Entity and Name."""

    room: Room
    slug: str
    kind: str
    text: str
    language: str
    script: str
    source: str

    @property
    def file(self) -> str:
        """The registry file to which it belongs, below the folder of seeds."""
        return f"registry/{FILE_OF_ROOM[self.room]}"

    @property
    def id(self) -> str:
        """The id that it would have."""
        return f"{self.room}/{self.slug}"


def entry_yaml(entity: NewEntity) -> str:
    """Return the lines of `entity` in a registry file, from the first column on; they close with a newline."""
    return (
        f"- slug: {entity.slug}\n"
        f"  kind: {entity.kind}\n"
        "  names:\n"
        f"    - text: {quoted_yaml(entity.text)}\n"
        f"      language: {entity.language}\n"
        f"      script: {entity.script}\n"
        f"      source: {quoted_yaml(entity.source)}\n"
    )


def quoted_yaml(words: str) -> str:
    """Return `words` in double quotes, as JSON has them, which YAML reads as well."""
    return json.dumps(words, ensure_ascii=False)


def with_entries(file: str, entries: Sequence[str]) -> tuple[str, list[range]]:
    """Return the text of a registry file with `entries` at its end, and the lines, from 1, that each takes there.

    They are indented as the file's other entries are, have its line ends, and a blank line before each, which counts to
    the entry's lines.
    """
    end = "\r\n" if "\r\n" in file else "\n"
    item = _ITEM.search(file)
    indent = item[1] if item else ""
    closed = file if not file or file.endswith("\n") else file + end
    added = ["\n".join(["", *(f"{indent}{line}" for line in entry.splitlines()), ""]) for entry in entries]
    bounds = accumulate((text.count("\n") for text in added), initial=closed.count("\n") + 1)
    lines = [range(first, last) for first, last in pairwise(bounds)]
    return closed + "".join(added).replace("\n", end), lines


def new_file(schema: str) -> str:
    """Return the text with which a registry file begins: a comment that tells editors of the JSON Schema `schema`."""
    return _HEAD.format(schema=schema)
