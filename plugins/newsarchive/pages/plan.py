"""Plans: pages that can be made, each with a digest of what it would show."""

import hashlib
import marshal
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newsarchive.pages.page import Page

_LENGTH = 16  # bytes: two of the millions of pages that an archive ever has agree once in 10^25


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that can be made: its permanent address, what goes into it, and how it is made.

    `inputs` is a digest of all that the page shows beyond what is the same for every page of a build (the registry, the
    templates, the options, the code): as long as it stays, so do the page's bytes.
    """

    address: str
    inputs: bytes
    make: Callable[[], Page]


def digest(parts: Iterable[str | int | bytes | None]) -> bytes:
    """Return a digest (16 bytes of SHA-256) of `parts` in their order; what is None counts too."""
    # The bytes tell where a part ends and of what type it is, so no two lists of parts read the same. In version 2 they
    # tell nothing else; later ones also tell which of the parts are one object.
    return hashlib.sha256(marshal.dumps(tuple(parts), 2)).digest()[:_LENGTH]
