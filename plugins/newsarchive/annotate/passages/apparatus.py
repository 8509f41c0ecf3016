"""Apparatus: what stands in a block and is no running text, such as an address, a post's byline, a photo's credit."""

import re
from collections.abc import Iterator

from newsarchive.article import Block, BlockKind

_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+|@\w+")


def may_have_address(text: str) -> bool:
    """Return whether a sign of an address or a handle stands in `text`."""
    return "@" in text or "www." in text or ("/" in text and ("http" in text or "pic.twitter.com/" in text))


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where addresses and handles stand in `text`, in code points."""
    return (address.span() for address in _ADDRESS.finditer(text))


def apparatus_of(block: Block) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a block's text, in code points, that are no running text.

    These are addresses and handles, a post's byline, and all from a caption's photographer on.
    """
    yield from addresses(block.text)
    names = [name for name in (block.by, block.credit) if name]
    if block.kind is BlockKind.POST and names:
        at = block.text.rfind("—", 0, max(block.text.rfind(names[0]), 0))
        yield (at if at >= 0 else len(block.text)), len(block.text)
    if block.kind is BlockKind.CAPTION and names:
        at = min((found for name in names if (found := block.text.rfind(name)) >= 0), default=len(block.text))
        bracket = block.text.rfind("(", 0, at)
        yield (bracket if bracket >= 0 else at), len(block.text)
