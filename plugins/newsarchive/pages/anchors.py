"""Anchors: the permanent names of places in an article's text."""

from dataclasses import dataclass

from newsarchive.article import Span


def anchor(span: Span) -> str:
    """Return the anchor of what begins where `span` begins: `p3-17` is code point 17 of block `p3`."""
    return f"{span.block}-{span.start}"


def pilcrow(block: str) -> str:
    """Return how a reader sees a block named: `¶3` for `p3`."""
    return f"¶{block[1:]}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text that something leads to: the block as a reader sees it named (`¶3`), and the anchor."""

    label: str
    anchor: str
