"""The JSON files: what each is a list of, and how its lines are made."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from newsarchive.archive import Archive
from newsarchive.export import json_lines
from newsarchive.export.listing import JSON, Listing
from newsarchive.export.record import Record


@dataclass(frozen=True, slots=True)
class DataFile:
    """A kind of JSON file: its name, what it is a list of, and its lines; `KINDS` has the class of its items."""

    name: str
    description: str
    listing: Listing


def _of_articles(name: str, description: str, lines: Callable[[Record], Iterable[str]]) -> DataFile:
    return DataFile(name, description, Listing(f"{name}.json", JSON, lines))


def _of_archive(name: str, description: str, lines: Callable[[Archive], Iterable[str]]) -> DataFile:
    return DataFile(name, description, Listing(f"{name}.json", JSON, of_archive=lines))


def _entity_lines(archive: Archive) -> Iterator[str]:
    from newsarchive.export.rows import entity_lines  # noqa: PLC0415  # `kinds` says why

    return entity_lines(archive.registry.entities)


FILES = (
    _of_articles("articles", "The articles, sorted by id.", json_lines.article_lines),
    _of_archive("entities", "The registry's entities, sorted by id.", _entity_lines),
    _of_articles("mentions", "Where articles name entities, in order.", json_lines.mention_lines),
    _of_articles("dates", "Where articles name dates, in order.", json_lines.date_lines),
    _of_articles("statements", "The articles' quotations, in order.", json_lines.statement_lines),
    _of_archive("passages", "What two or more places share, sorted by id.", json_lines.passage_lines),
    _of_articles("suppressed", "What was found and left out, in order.", json_lines.suppressed_lines),
)
