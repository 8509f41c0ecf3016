"""Slugs: the last step of an article's permanent address."""

import re
import unicodedata

from anyascii import anyascii

SLUG_LENGTH = 120
SLUG_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
_SLUG = re.compile(SLUG_PATTERN)
_OTHER = re.compile(r"[^a-z0-9]+")


def slug_of(name: str) -> str:
    """Return `name` in ASCII, lower case, `-` between words, cut between words at 120; "" where nothing is left.

    The length leaves room for two slugs in one folder name of 255 bytes, as a page that compares two articles has it.
    """
    slug = _OTHER.sub("-", anyascii(unicodedata.normalize("NFC", name)).lower().replace("'", "")).strip("-")
    if len(slug) <= SLUG_LENGTH:
        return slug
    return slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]


def is_slug(text: str) -> bool:
    """Whether `text` may be an article's slug."""
    return len(text) <= SLUG_LENGTH and _SLUG.fullmatch(text) is not None
