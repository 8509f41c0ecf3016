"""Early pages: the few that no earlier build has made, made beside while MkDocs reads its pages and the theme."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from newsarchive.digest import DIGEST_LENGTH
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.plan import Plan
from newsarchive.store import Store
from newsarchive.workers import Working, started_beside

MOST_EARLY = 256
"""More pages than that are shared out among all workers when they are written: one would take longer."""

Row = tuple[Any, ...]  # a page, as plain as it must be to be sent


@dataclass(frozen=True)
class EarlyPages:
    """Pages that are being made: first those that `store` never has, `passing` of them, then what it lacks."""

    store: Store
    passing: int
    working: Working[Row]

    @cached_property
    def _pages(self) -> Iterator[Page]:
        return map(_page, self.working.each())

    def first(self) -> dict[str, Page]:
        """Wait for the pages that the store never has, and return them by their addresses; to be asked for once."""
        return {page.address: page for page in islice(self._pages, self.passing)}

    def finished(self) -> dict[str, Page]:
        """Wait for all other pages, and return them by their addresses."""
        return {page.address: page for page in self._pages}

    def stop(self) -> None:
        """Make no more."""
        self.working.stop()


def early_pages(passing: Iterable[Plan], plans: Mapping[bytes, Plan], store: Store, workers: int = 1) -> EarlyPages:
    """Let one of `workers` make the pages of `passing`, and of those of `plans` that `store` lacks, if these are few.

    `store` has pages by keys that begin with those of `plans`, and none of `passing`.
    """
    known = {key[:DIGEST_LENGTH] for key in store.places}
    unknown = [plan for key, plan in plans.items() if key not in known]
    if len(unknown) > MOST_EARLY:
        return EarlyPages(store, 0, started_beside(workers, (), _made))
    first = list(passing)
    jobs = [*first, *sorted(unknown, key=lambda plan: plan.turn)]
    return EarlyPages(store, len(first), started_beside(workers, jobs, _made))


def _made(plans: Iterator[Plan]) -> Iterator[Row]:
    for plan in plans:
        page = plan.make()
        headings = [(heading.level, heading.id, str(heading.text)) for heading in page.headings]
        yield page.address, str(page.title), str(page.html), headings, str(page.description), page.seed


def _page(row: Row) -> Page:
    address, title, html, headings, description, seed = row
    return Page(address, title, html, tuple([Heading(*heading) for heading in headings]), description, seed)
