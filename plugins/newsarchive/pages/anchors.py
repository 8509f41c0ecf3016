"""Places in an article's text: every block has an anchor, its id, and a name that readers see."""


def pilcrow(block: str) -> str:
    """Return how a reader sees a block named: `¶3` for `p3`."""
    return f"¶{block[1:]}"
