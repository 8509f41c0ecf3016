"""Plans: pages that can be made, each with a digest of what it would show."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from newsarchive.pages.page import Page

Making: TypeAlias = Callable[[], Page]
"""How a page is made."""


class Plan(NamedTuple):  # an archive of ten thousand articles has twenty thousand
    """A page that can be made: its permanent address, what goes into it, and how it is made.

    `inputs` is a digest of all that the page shows beyond what is the same for every page of a build (the registry, the
    templates, the options, the code): as long as it stays, so do the page's bytes. `turn` says when it is best made:
    pages of near turns look up much that is the same, which is at hand then.
    """

    address: str
    inputs: bytes
    make: Making
    turn: int = 0


@dataclass(frozen=True, slots=True)
class OneOf:
    """How a page is made that is made faster with others: `pages` makes those of any subjects, in their order."""

    pages: Callable[[Sequence[Any]], Sequence[Page]]
    subject: object

    def __call__(self) -> Page:
        """Make the page alone."""
        (page,) = self.pages((self.subject,))
        return page


def pages_of(makings: Iterable[Making]) -> list[Page]:
    """Return the pages that `makings` make, in their order; those that are made faster together are made so."""
    made: dict[int, Page] = {}
    together: dict[Callable[[Sequence[Any]], Sequence[Page]], dict[int, object]] = defaultdict(dict)
    for place, make in enumerate(makings):
        if isinstance(make, OneOf):
            together[make.pages][place] = make.subject
        else:
            made[place] = make()
    for pages, subjects in together.items():
        made |= zip(subjects, pages(tuple(subjects.values())), strict=True)
    return [made[place] for place in range(len(made))]
