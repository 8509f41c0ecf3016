"""Digest: values in short, so that what was made of them is known again."""

import hashlib
import marshal
from collections.abc import Iterable

DIGEST_LENGTH = 16
"""Bytes of a digest: two of the millions of pages that an archive ever has agree once in 10^25."""


def digest(parts: Iterable[str | int | bytes | None]) -> bytes:
    """Return a digest (`DIGEST_LENGTH` bytes of SHA-256) of `parts` in their order; what is None counts too."""
    # The bytes tell where a part ends and of what type it is, so no two lists of parts read the same. In version 2 they
    # tell nothing else; later ones also tell which of the parts are one object.
    return hashlib.sha256(marshal.dumps(tuple(parts), 2)).digest()[:DIGEST_LENGTH]
