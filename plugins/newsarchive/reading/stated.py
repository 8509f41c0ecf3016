"""Stated: the metadata of a sidecar or front matter, read and checked."""

from typing import NamedTuple

from newsarchive.article import QuotedNote, Source
from newsarchive.problem import Problem
from newsarchive.reading.metadata import Metadata, StatedSource
from newsarchive.reading.slug import is_slug
from newsarchive.yaml_document import YamlDocument, read_yaml, validated

_NOTHING = Metadata.model_construct()


class Stated(NamedTuple):
    """What a YAML text states, and all that is wrong with it; with problems `metadata` holds at most the slug.

    `slug_place` is the line and column of the slug. `is_read` is False where not even the slug can be known.
    """

    metadata: Metadata = _NOTHING
    notes: tuple[QuotedNote, ...] = ()
    problems: tuple[Problem, ...] = ()
    path: str = ""
    slug_place: tuple[int, int] = (1, 1)
    is_read: bool = True


def read_stated(yaml: str, path: str, first_line: int = 1) -> Stated:
    """Read and check the metadata in `yaml`, which begins on line `first_line` of the file `path`."""
    document = read_yaml(yaml, path, first_line=first_line)
    if isinstance(document, Problem):
        return Stated(problems=(document,), path=path, is_read=False)
    place = document.places.get(("slug",), (1, 1))
    metadata = validated(document, Metadata)
    if isinstance(metadata, list):
        return Stated(_slug_alone(document), (), tuple(metadata), path, place)
    return Stated(metadata, _notes(document, metadata), (), path, place)


def _slug_alone(document: YamlDocument) -> Metadata:
    slug = document.data.get("slug") if isinstance(document.data, dict) else None
    return Metadata(slug=slug) if isinstance(slug, str) and is_slug(slug) else _NOTHING


def _notes(document: YamlDocument, metadata: Metadata) -> tuple[QuotedNote, ...]:
    notes = []
    for number, note in enumerate(metadata.notes or ()):
        line, column = document.places["notes", number]
        notes.append(QuotedNote(**note.model_dump(mode="json"), path=document.path, line=line, column=column))
    return tuple(notes)


def merged(sidecar: Metadata, front_matter: Metadata) -> Metadata:
    """Return what the sidecar states, and what only the front matter states."""
    if sidecar is _NOTHING or front_matter is _NOTHING:
        return front_matter if sidecar is _NOTHING else sidecar
    stated = {key: value for one in (front_matter, sidecar) for key, value in one if value is not None}
    return Metadata.model_construct(**stated)


def source_of(stated: StatedSource | None) -> Source | None:
    """Return the source that is stated."""
    return Source(stated.name, stated.url, stated.author, stated.agency) if stated else None
