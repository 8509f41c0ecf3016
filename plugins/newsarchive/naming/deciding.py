"""Deciding: `decisions.yml` with one more decision, if the checker has nothing against it."""

from pathlib import Path

from newsarchive.naming.adding import FOLDER, registry_problems
from newsarchive.registry.decision_yaml import with_decision
from newsarchive.registry.decisions import FILE
from newsarchive.registry.entity import Decision
from newsarchive.yaml_document import YamlDocument, read_yaml


class UndecidedError(Exception):
    """A decision cannot be entered; the message says why."""


def decided(seeds: Path, decision: Decision) -> tuple[str, bytes]:
    """Return the path of `decisions.yml` below `seeds` and its contents with `decision` in it; nothing is written.

    Raises UndecidedError where the registry would have a problem then.
    """
    name = f"{FOLDER}/{FILE}"
    path = seeds / name
    file = path.read_bytes().decode() if path.exists() else ""
    document = read_yaml(file.removeprefix("\ufeff"), name)
    text = with_decision(document if isinstance(document, YamlDocument) else None, file, decision)
    if problems := registry_problems(seeds, {name: text}):
        raise UndecidedError(str(problems[0]))
    return name, text.encode()
