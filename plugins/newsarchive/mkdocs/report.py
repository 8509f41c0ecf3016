"""What a build says of the seeds: every problem, and every name that stays ambiguous."""

from collections import Counter

from mkdocs.exceptions import PluginError

from newsarchive.archive import Archive
from newsarchive.mkdocs.log import LOG
from newsarchive.problem import SeedsError


def report_problems(error: SeedsError) -> PluginError:
    """Log each problem as an error, and return the exception that ends the build."""
    for problem in error.problems:
        LOG.error("%s", problem)
    count = len(error.problems)
    return PluginError(f"The seeds have {count} {'problem' if count == 1 else 'problems'}; the site is left as it was.")


def report_archive(archive: Archive) -> None:
    """Log how large the archive is, and each name that stays unlinked because nothing tells whom or what it means."""
    LOG.info("%d articles, %d entities, %d passages.", *map(len, _sizes(archive)))
    unlinked = Counter(one for synopsis in archive.synopses.values() for one in synopsis.ambiguous)
    for (name, candidates), times in sorted(unlinked.items()):
        LOG.info("'%s' stays unlinked %d times: it may be %s.", name, times, " or ".join(candidates))


def _sizes(archive: Archive) -> tuple[tuple[object, ...], ...]:
    return archive.articles, archive.registry.entities, archive.passages
