"""Finding: every problem that a folder of seeds has, those of its redirects' targets among them."""

from dataclasses import dataclass
from pathlib import Path

from newsarchive.problem import Problem, SeedsError, Severity
from newsarchive.sources import read_sources


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: the problems, sorted; and how many articles and entities there are where none is an error."""

    problems: tuple[Problem, ...]
    articles: int = 0
    entities: int = 0

    @property
    def is_well(self) -> bool:
        """Whether the seeds can become an archive; warnings do not keep them from it."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


def find_problems(seeds: Path) -> Finding:
    """Check all of the seeds folder `seeds`.

    Where redirects lead is checked once all else is well, because until then it is not known which addresses there are.
    """
    try:
        sources = read_sources(seeds)
    except SeedsError as error:
        return Finding(error.problems)
    problems = list(sources.warnings)
    if sources.redirects:
        from newsarchive.checking.redirects import redirect_problems  # noqa: PLC0415  # it loads all that annotates

        problems += redirect_problems(sources)
    return Finding(tuple(sorted(problems)), len(sources.articles), len(sources.registry.entities))
