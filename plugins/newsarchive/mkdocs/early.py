"""Early pages: the few that no earlier build has made, made beside while MkDocs reads its pages and the theme."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
    """Pages that are being made because `store` does not have them."""

    store: Store
    working: Working[Row]

    def finished(self) -> dict[str, Page]:
        """Wait for all pages, and return them by their addresses."""
        return {page.address: page for page in map(_page, self.working.results())}

    def stop(self) -> None:
        """Make no more."""
        self.working.stop()


def early_pages(plans: Mapping[bytes, Plan], store: Store, workers: int = 1) -> EarlyPages:
    """Let one of `workers` make the pages of those of `plans` that `store` does not have, if they are few.

    `store` has pages by keys that begin with those of `plans`.
    """
    known = {key[:DIGEST_LENGTH] for key in store.places}
    unknown = [plan for key, plan in plans.items() if key not in known]
    few = sorted(unknown, key=lambda plan: plan.turn) if len(unknown) <= MOST_EARLY else []
    return EarlyPages(store, started_beside(workers, few, _made))


def _made(plans: Iterator[Plan]) -> Iterator[Row]:
    for plan in plans:
        page = plan.make()
        headings = [(heading.level, heading.id, str(heading.text)) for heading in page.headings]
        yield page.address, str(page.title), str(page.html), headings, str(page.description), page.seed


def _page(row: Row) -> Page:
    address, title, html, headings, description, seed = row
    return Page(address, title, html, tuple([Heading(*heading) for heading in headings]), description, seed)
