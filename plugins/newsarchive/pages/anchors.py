"""Places in an article's text: every block has an anchor, its id, and a name that readers see."""

from functools import lru_cache


def pilcrow(block: str) -> str:
    """Return how a reader sees a block named: `¶3` for `p3`."""
    return f"¶{block[1:]}"


@lru_cache(maxsize=1024)
def spot(block: str) -> str:
    """Return the way to a block of the page's own text, as HTML."""
    return f"<a href=#{block}>{pilcrow(block)}</a>"
