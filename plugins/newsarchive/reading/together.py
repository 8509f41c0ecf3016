"""Together: what the seeds of a folder come to, when each is read by itself: no seed knows of another before.

A module of its own, because most seeds are known from the last build, and what reads one is not loaded for them. What
a seed is on its way is told in named tuples, which are made in half of the time that dataclasses take.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsarchive.article import Article
from newsarchive.problem import Problem

_NAMED = 3


class Address(NamedTuple):
    """The slug that a seed takes, and where it is stated: in `path`, the seed itself where nothing states it."""

    slug: str
    seed: str
    path: str
    line: int = 1
    column: int = 1


class SeedReading(NamedTuple):
    """What came of a seed: the article where there are no problems, and its address where that much is known."""

    article: Article | None
    address: Address | None
    problems: tuple[Problem, ...]


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
