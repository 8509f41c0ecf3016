"""Seeds: every file of the seeds folder becomes an article or a problem."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsarchive.article import Article
from newsarchive.problem import Problem
from newsarchive.reading.files import find_files
from newsarchive.reading.seed import Address, SeedReading, read_seed

_NAMED = 3


def read_seeds(seeds: Path) -> tuple[tuple[Article, ...], list[Problem]]:
    """Return the articles of the folder `seeds`, sorted by id, and every problem of its files, sorted.

    A seed that has a problem is no article. No file's content raises: what cannot be read is a problem.
    """
    files, problems = find_files(seeds)
    articles, more = read_together(map(read_seed, files))
    return articles, sorted([*problems, *more])


def read_together(readings: Iterable[SeedReading]) -> tuple[tuple[Article, ...], list[Problem]]:
    """Return the articles of all seeds, sorted by id, and every problem: the seeds' own, and addresses that they share.

    No seed knows of another before. `readings` are in the order of the seeds' paths.
    """
    readings = tuple(readings)
    problems = [problem for reading in readings for problem in reading.problems]
    shared = list(_shared_addresses(reading.address for reading in readings if reading.address))
    problems.extend(problem for addresses in shared for problem in _taken(addresses))
    taken = {addresses[0].slug for addresses in shared}
    articles = (reading.article for reading in readings if reading.article and reading.article.id not in taken)
    return tuple(sorted(articles, key=lambda article: article.id)), problems


def _shared_addresses(addresses: Iterable[Address]) -> Iterator[list[Address]]:
    by_slug: dict[str, list[Address]] = defaultdict(list)
    for address in addresses:
        by_slug[address.slug].append(address)
    return (same for same in by_slug.values() if len(same) > 1)


def _taken(addresses: Sequence[Address]) -> Iterator[Problem]:
    for address in addresses:
        others = [other.seed for other in addresses if other is not address]
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        message = f"the address articles/{address.slug}/ is that of {', '.join(others[:_NAMED])}{more} too"
        hint = "state another slug in the sidecar of one of them, or rename one of the files"
        yield Problem(address.path, address.line, address.column, "seed-address", message, hint)
