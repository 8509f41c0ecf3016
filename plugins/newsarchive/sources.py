"""Sources: what people wrote, read and checked, and not yet annotated.

A module of its own, because checking must not wait for what only annotating needs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from newsarchive.annotate.decided import widened_decisions
from newsarchive.annotate.notes import find_notes
from newsarchive.annotation import Note
from newsarchive.article import Article
from newsarchive.problem import Problem, SeedsError, Severity
from newsarchive.reading.redirects import Redirect, read_redirects
from newsarchive.registry.entity import Registry
from newsarchive.registry.kept import kept_registry

NO_REGISTRY = Registry()


@dataclass(frozen=True, slots=True)
class Sources:
    """What people wrote: the articles and the notes on them, the registry and the redirects, read and checked.

    `warnings` are the problems that ask for a look and keep nothing from becoming an archive, sorted.
    """

    articles: tuple[Article, ...]
    registry: Registry = NO_REGISTRY
    notes: tuple[Note, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    warnings: tuple[Problem, ...] = ()


def read_sources(seeds: Path) -> Sources:
    """Read and check all of the seeds folder `seeds`, and annotate nothing.

    Raises SeedsError with every problem of the seeds, sidecars, notes, registry and redirects, warnings among them,
    where any of these is an error.
    """
    from newsarchive.reading.seeds import read_seeds  # noqa: PLC0415  # what reads a seed is loaded where one is read

    return sources_of(seeds, *read_seeds(seeds))


def sources_of(
    seeds: Path, articles: tuple[Article, ...], article_problems: Iterable[Problem], cache: Path | None = None
) -> Sources:
    """Join `articles`, read with `article_problems` from the folder `seeds`, with the registry and the redirects there.

    The notes are anchored in the articles, and the decisions of the registry held against them. The folder `cache` may
    know the registry. Raises SeedsError as `read_sources` does.
    """
    registry, registry_problems = kept_registry(seeds / "registry", cache)
    redirects, redirect_problems = read_redirects(seeds)
    anchored = [find_notes(article) for article in articles]
    note_problems = [problem for _, problems in anchored for problem in problems]
    widened = list(widened_decisions(articles, registry))
    problems = sorted([*widened, *article_problems, *note_problems, *registry_problems, *redirect_problems])
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise SeedsError(problems)
    notes = tuple(note for found, _ in anchored for note in found)
    return Sources(articles, registry, notes, redirects, tuple(problems))
