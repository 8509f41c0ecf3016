"""Adding: the registry's files with new entries at their ends, as far as the checker has nothing against them."""

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from newsarchive.problem import Problem
from newsarchive.registry.entry_yaml import NewEntity, entry_yaml, new_file, with_entries
from newsarchive.registry.files import SCHEMA_FILE, read_registry

FOLDER = "registry"


@dataclass(frozen=True, slots=True)
class Additions:
    """What adding would do: the new contents of files below the seeds folder, and what became of each entity.

    `refused` are the entities that the checker has something against, each with what that is, in words.
    """

    files: tuple[tuple[str, bytes], ...] = ()
    added: tuple[NewEntity, ...] = ()
    refused: tuple[tuple[NewEntity, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A file with new entries: its text, and the lines of each."""

    text: str
    lines: tuple[tuple[NewEntity, range], ...]


def additions(seeds: Path, entities: Sequence[NewEntity]) -> Additions:
    """Return the registry of `seeds`, whose files are without a problem, with `entities` added, in their order.

    Nothing is written. Each entity stays out that would give the registry a problem.
    """
    kept = list(entities)
    refused: dict[NewEntity, str] = {}
    while kept:
        drafts = _drafts(seeds, kept)
        problems = registry_problems(seeds, {name: draft.text for name, draft in drafts.items()})
        if not problems:
            files = tuple((name, draft.text.encode()) for name, draft in sorted(drafts.items()))
            return Additions(files, tuple(kept), tuple(refused.items()))
        refused.update(_blamed(problems, drafts))
        kept = [entity for entity in kept if entity not in refused]
    return Additions(refused=tuple(refused.items()))


def _drafts(seeds: Path, entities: Sequence[NewEntity]) -> Mapping[str, _Draft]:
    by_file: dict[str, list[NewEntity]] = defaultdict(list)
    for entity in entities:
        by_file[entity.file].append(entity)
    return {name: _draft(seeds / name, own) for name, own in by_file.items()}


def _draft(path: Path, entities: Sequence[NewEntity]) -> _Draft:
    text = path.read_bytes().decode() if path.exists() else new_file(SCHEMA_FILE)
    longer, lines = with_entries(text, list(map(entry_yaml, entities)))
    return _Draft(longer, tuple(zip(entities, lines, strict=True)))


def registry_problems(seeds: Path, texts: Mapping[str, str]) -> list[Problem]:
    """Return what the checker would say of the registry of `seeds` with `texts` in the place of some of its files."""
    with TemporaryDirectory(prefix="newsarchive-") as name:
        folder = Path(name, FOLDER)
        folder.mkdir()
        for path in (seeds / FOLDER).glob("*.yml"):
            shutil.copyfile(path, folder / path.name)
        for file, text in texts.items():
            Path(name, file).write_bytes(text.encode())
        return read_registry(folder)[1]


def _blamed(problems: Sequence[Problem], drafts: Mapping[str, _Draft]) -> Iterator[tuple[NewEntity, str]]:
    """Yield the entities that `problems` are of; all of a file that is no YAML any more, else all that there are."""
    of_lines = [
        (entity, problem.message)
        for problem in reversed(problems)
        if problem.path in drafts
        for entity, lines in drafts[problem.path].lines
        if problem.line in lines
    ]
    broken = {problem.path for problem in problems if problem.code.startswith("yaml-")} & drafts.keys()
    if of_lines and not broken:
        yield from of_lines
        return
    message = "lines at the end of {file} would make it wrong: write them where they belong"
    for file in sorted(broken or drafts.keys()):
        yield from ((entity, message.format(file=file)) for entity, _ in drafts[file].lines)
