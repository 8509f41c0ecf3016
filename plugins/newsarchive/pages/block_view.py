"""How a block's text is shown, on whatever page it stands."""

import re

from newsarchive.article import Block, BlockKind

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# All other planes, and of the first the same signs: a set of one plane is a table, and any other a list to go through.
_PERHAPS = re.compile(
    "[^\0-\u058f\u0900-\u200e\u2010-\u202a\u202c\u202d\u202f-\u2066\u2068-\ufb1c\ufe00-\ufe6f\ufefd-\uffff]"
)
_SHORT_LINE = 50  # code points: a line break after fewer was meant, one after more comes from an editor that wraps


def direction(text: str) -> str | None:
    """Return "auto" where `text` may run from right to left, else None."""
    if text.isascii() or not _PERHAPS.search(text):
        return None
    return "auto" if _RIGHT_TO_LEFT.search(text) else None


def keeps_lines(block: Block) -> bool:
    """Return whether the line breaks of a block were meant: always in a post, elsewhere where a line is short."""
    if "\n" not in block.text:
        return False
    *lines, _ = block.text.split("\n")
    return block.kind is BlockKind.POST or any(len(line) < _SHORT_LINE for line in lines)


def shortened(text: str, most: int) -> str:
    """Return `text`, or its first words and an ellipsis where it has more than `most` code points."""
    if len(text) <= most:
        return text
    first = text[: most - 1]
    return f"{first.rpartition(' ')[0] or first}…"
