"""The registry's files: YAML becomes entities or problems."""

from collections.abc import Iterator
from pathlib import Path
from sys import intern
from typing import Any

from rapidfuzz.distance import OSA

from newsarchive.problem import Problem
from newsarchive.registry.checks import Draft, Stated, cross_problems, entity_problems
from newsarchive.registry.contents import MAX_BYTES
from newsarchive.registry.decisions import FILE as DECISIONS_FILE
from newsarchive.registry.decisions import SCHEMA_FILE as DECISIONS_SCHEMA_FILE
from newsarchive.registry.decisions import with_decisions
from newsarchive.registry.entity import Entity, Name, Point, Registry, Room
from newsarchive.registry.schema import EntityEntry
from newsarchive.yaml_document import YamlDocument, read_yaml, validated

ROOM_OF_FILE = {
    "events.yml": Room.EVENTS,
    "organisations.yml": Room.ORGANISATIONS,
    "people.yml": Room.PEOPLE,
    "places.yml": Room.PLACES,
}
SCHEMA_FILE = "registry.schema.json"
_DISTRICT = "district"


def read_registry(folder: Path) -> tuple[Registry, list[Problem]]:
    """Return the registry that the YAML files of `folder` state, and every problem of the files.

    A folder that does not exist is an empty registry. Where there are problems, the registry holds only what is
    without them. Paths of problems begin with the folder's own name.
    """
    if not folder.exists() and not folder.is_symlink():
        return Registry(), []
    if not _is_inside(folder, folder.parent) or not folder.is_dir():
        hint = "make it a folder of YAML files"
        return Registry(), [Problem(folder.name, 1, 1, "registry-folder", "the registry is not a folder here", hint)]
    problems = _foreign_files(folder)
    drafts: list[Draft] = []
    stated: list[Stated] = []
    for name, room in ROOM_OF_FILE.items():
        if (folder / name).exists() or (folder / name).is_symlink():
            document = _document(folder / name, f"{folder.name}/{name}")
            if isinstance(document, Problem):
                problems.append(document)
            else:
                _read_entries(document, room, drafts, stated, problems)
    problems.extend(cross_problems(drafts, stated))
    registry, decision_problems = _decided(folder, Registry(_unique(drafts)), stated)
    return registry, sorted([*problems, *decision_problems])


def _decided(folder: Path, registry: Registry, stated: list[Stated]) -> tuple[Registry, list[Problem]]:
    path = folder / DECISIONS_FILE
    if not path.exists() and not path.is_symlink():
        return registry, []
    document = _document(path, f"{folder.name}/{path.name}")
    if isinstance(document, Problem):
        return registry, [document]
    return with_decisions(registry, document, {entry.id for entry in stated})


def _foreign_files(folder: Path) -> list[Problem]:
    known = {*ROOM_OF_FILE, SCHEMA_FILE, DECISIONS_FILE, DECISIONS_SCHEMA_FILE}
    names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    hint = f"the registry's files are {', '.join(ROOM_OF_FILE)}; move the entries into one of them"
    return [
        Problem(f"{folder.name}/{name}", 1, 1, "registry-unknown-file", f"'{name}' is no file of the registry", hint)
        for name in names
        if name not in known
    ]


def _document(path: Path, shown: str) -> YamlDocument | Problem:
    if not _is_inside(path, path.parent) or not path.is_file():
        message, hint = "this is not a file of this folder", "put the file itself here, not a link or a folder"
        return Problem(shown, 1, 1, "registry-not-a-file", message, hint)
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        message, hint = f"the file is larger than {MAX_BYTES // 1_000_000} MB", "keep only what the articles name"
        return Problem(shown, 1, 1, "file-too-big", message, hint)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Problem(shown, line, column, "file-not-utf8", "the file is not UTF-8", "save it as UTF-8")
    return read_yaml(text, shown)


def _is_inside(path: Path, folder: Path) -> bool:
    return path.resolve().parent == folder.resolve()


def _read_entries(
    document: YamlDocument, room: Room, drafts: list[Draft], stated: list[Stated], problems: list[Problem]
) -> None:
    """Add what the file of `room` holds to `drafts` and `stated`, and what is wrong with it to `problems`."""
    if not isinstance(document.data, list):
        if document.data is not None:
            hint = "write each entity after '- ', its first line '- slug: …'"
            problems.append(document.problem((), "bad-value", "the file is not a list of entities", hint))
        return
    for number, data in enumerate(document.data):
        stated.append(_stated(data, room))
        entry = validated(document, EntityEntry, (number,))
        if isinstance(entry, list):
            problems.extend(entry)
            continue
        draft = Draft(_entity(entry, room), entry, document, number)
        problems.extend(entity_problems(draft))
        problems.extend(_kind_problems(draft, room))
        drafts.append(draft)


def _stated(data: Any, room: Room) -> Stated:  # noqa: ANN401  # whatever the file holds
    """Return what an entry claims, be it otherwise right or wrong, so that one fault is not reported as several."""
    entry = data if isinstance(data, dict) else {}
    names = entry.get("names")
    texts = tuple(_texts(names)) if isinstance(names, list) else ()
    return Stated(f"{_room(str(entry.get('kind')), room)}/{entry.get('slug')}", texts)


def _texts(names: list[Any]) -> Iterator[tuple[str, str]]:
    for name in names:
        if isinstance(name, dict) and isinstance(name.get("text"), str):
            yield name["text"], str(name.get("language"))


def _room(kind: str, room: Room) -> Room:
    return Room.DISTRICTS if room is Room.PLACES and kind == _DISTRICT else room


def _kind_problems(draft: Draft, room: Room) -> Iterator[Problem]:
    kind = draft.entry.kind
    if kind == _DISTRICT and room is not Room.PLACES:
        yield draft.problem(("kind",), "kind-misplaced", "a district is a place", "move the entity to places.yml")
    elif kind != _DISTRICT and OSA.distance(kind, _DISTRICT) == 1:
        hint = "write 'district', or another word"
        yield draft.problem(("kind",), "kind-misspelt", f"'{kind}' looks like a misspelt 'district'", hint)


def _entity(entry: EntityEntry, room: Room) -> Entity:
    own = _room(entry.kind, room)
    point = entry.point
    return Entity(
        id=intern(f"{own}/{entry.slug}"),  # as its names are too: the records of thousands of articles hold them
        room=own,
        kind=entry.kind,
        names=tuple(Name(**{**name.model_dump(), "text": intern(name.text)}) for name in entry.names),
        part_of=entry.part_of.entity if entry.part_of else None,
        part_of_source=entry.part_of.source if entry.part_of else None,
        description=entry.description,
        point=Point(point.latitude, point.longitude, point.source) if point else None,
        identifiers=tuple(sorted(entry.identifiers.items())),
        cues=tuple(entry.cues),
    )


def _unique(drafts: list[Draft]) -> tuple[Entity, ...]:
    by_id = {draft.entity.id: draft.entity for draft in reversed(drafts)}
    return tuple(by_id[id_] for id_ in sorted(by_id))
