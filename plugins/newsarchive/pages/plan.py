"""Plans: pages that can be made, each with a digest of what it would show."""

from collections.abc import Callable
from typing import NamedTuple

from newsarchive.pages.page import Page


class Plan(NamedTuple):  # an archive of ten thousand articles has twenty thousand
    """A page that can be made: its permanent address, what goes into it, and how it is made.

    `inputs` is a digest of all that the page shows beyond what is the same for every page of a build (the registry, the
    templates, the options, the code): as long as it stays, so do the page's bytes. `turn` says when it is best made:
    pages of near turns look up much that is the same, which is at hand then.
    """

    address: str
    inputs: bytes
    make: Callable[[], Page]
    turn: int = 0
