"""Places in an article's text: every block has an anchor, its id, and a name that readers see."""

from dataclasses import dataclass


def pilcrow(block: str) -> str:
    """Return how a reader sees a block named: `¶3` for `p3`."""
    return f"¶{block[1:]}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text that something leads to: the block as a reader sees it named (`¶3`), and the anchor."""

    label: str
    anchor: str
