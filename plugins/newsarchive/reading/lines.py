"""Lines and paragraphs: how the line breaks of an untidy text are read."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from newsarchive.article import Range
from newsarchive.columns import made

# Not U+0085: where it occurs a letter was once decoded wrongly, and a word would be torn.
LINE_ENDS = "\n\v\f\r\u2028\u2029"
_RARE_ENDS = LINE_ENDS.replace("\n", "")
_PLAIN_ENDS = str.maketrans(dict.fromkeys(_RARE_ENDS, "\n"))
_NARROWEST = 40
_WIDEST = 120
_UNEVEN = 4
_CLOSERS = "\"'”’»›)]}*_"
_SENTENCE_ENDS = frozenset(".!?…:。！？：؟۔।")
_LIST_ITEM = re.compile(r"(?:[-*+•‣–—]|\d{1,3}[.)])[ \t]")


class Line(NamedTuple):
    """A line that holds more than white space: its place without the white space around it, in code points.

    `indent` counts the white space before it, `after_blank` says that a blank line or the text's beginning is there.
    """

    start: int
    end: int
    indent: int
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is hard-wrapped: its width in code points, and how much narrower a line may be and still go on."""

    width: int
    slack: int


def read_lines(text: str, start: int = 0) -> list[Line]:
    """Return the lines of `text` from `start` on that are not blank.

    A line ends at a line feed, a carriage return, both, a vertical tab, a form feed, U+2028 or U+2029.
    """
    lines, after_blank = [], True
    for line in _with_line_feeds(text)[start:].split("\n"):
        if words := line.strip():
            indent = line.index(words[0])
            first = start + indent
            lines.append((first, first + len(words), indent, after_blank))
        after_blank = not words
        start += len(line) + 1
    return list(made(Line, lines))


def _with_line_feeds(text: str) -> str:
    """Return `text` with line feeds for all other ends of lines, and nothing moved: of two letters one is a space."""
    if any(map(text.__contains__, _RARE_ENDS)):
        return text.replace("\r\n", " \n").translate(_PLAIN_ENDS)
    return text


def paragraphs(text: str, lines: Sequence[Line]) -> list[Range]:
    """Join the lines that are one paragraph; what a single line break means is decided once for the whole text.

    A blank line always ends a paragraph. A single line break ends one too, unless the text is *hard-wrapped*, which
    `wrapping` tells. Then a break goes on inside a paragraph where the line does not end a sentence and the next one
    begins in lower case, or where the first word of the next line had no room left in the width; the last line of a
    paragraph has that room. Where blank lines separate the paragraphs (one in twenty lines at least), a quarter of the
    width is allowed for programs that wrap unevenly. A line that is indented deeper than the one before, or that begins
    an item of a list, always begins a paragraph.
    """
    wrap = wrapping(text, lines)
    if wrap is None:
        return list(made(Range, [line[:2] for line in lines]))
    return joined(lines, lambda one, other: goes_on(text, one, other, wrap))


def joined(lines: Sequence[Line], one_paragraph: Callable[[Line, Line], bool]) -> list[Range]:
    """Return the paragraphs of `lines`, where `one_paragraph` tells of two lines with no blank line between them."""
    found: list[Range] = []
    for number, line in enumerate(lines):
        if found and not line.after_blank and one_paragraph(lines[number - 1], line):
            found[-1] = Range(found[-1].start, line.end)
        else:
            found.append(Range(line.start, line.end))
    return found


def wrapping(text: str, lines: Sequence[Line]) -> Wrapping | None:
    """Return how `text` is hard-wrapped, or None where each of its lines is a paragraph.

    The width is that of its longest line, one line in twenty left out. A text is wrapped where the width is 40 to 120,
    and of the single line breaks a third or more stand inside a sentence, and of those half or more stand where the
    next word would have left no more than a quarter of the width free, and a third or more go on in lower case (in a
    script that knows no case, three breaks suffice).
    """
    breaks = [(one, other) for one, other in pairwise(lines) if not other.after_blank]
    if not breaks:
        return None
    width = _width(lines)
    inside = [(one, other) for one, other in breaks if not ends_sentence(text, one.end)]
    if not _NARROWEST <= width <= _WIDEST or len(inside) * 3 < len(breaks):
        return None
    full = sum(_room(text, one, other, width) < width // _UNEVEN for one, other in inside)
    if full * 2 < len(inside) or not _runs_on(text, inside):
        return None
    spaced = (len(lines) - len(breaks)) * 20 >= len(lines) + 20
    return Wrapping(width, width // _UNEVEN if spaced else 0)


def _width(lines: Sequence[Line]) -> int:
    lengths = sorted(line.indent + line.end - line.start for line in lines)
    return lengths[ceil(len(lengths) * 0.95) - 1]


def _runs_on(text: str, breaks: Sequence[tuple[Line, Line]]) -> bool:
    starts = [text[other.start] for _, other in breaks]
    cased = sum(letter.islower() or letter.isupper() for letter in starts)
    if not cased:
        return len(starts) >= 3  # noqa: PLR2004  # as the docstring of `wrapping` says
    return sum(letter.islower() for letter in starts) * 3 >= len(starts)


def _room(text: str, one: Line, other: Line, width: int) -> int:
    word = len(text[other.start : min(other.end, other.start + _WIDEST)].split(maxsplit=1)[0])
    return width - (one.indent + one.end - one.start) - 1 - word


def goes_on(text: str, one: Line, other: Line, wrap: Wrapping) -> bool:
    """Whether line `other`, right after line `one`, is of the same paragraph in a text wrapped as `wrap` says."""
    if begins_item(text, other):
        return False
    if other.indent > one.indent and not begins_item(text, one):
        return False
    if text[other.start].islower() and not ends_sentence(text, one.end):
        return True
    return _room(text, one, other, wrap.width) < wrap.slack


def begins_item(text: str, line: Line) -> bool:
    """Whether the line begins with the mark of a list's item: a bullet, a dash or a number."""
    return _LIST_ITEM.match(text, line.start, line.end) is not None


def ends_sentence(text: str, end: int) -> bool:
    """Whether `text` before `end` closes with a full stop or its like, with or without closing marks behind it."""
    at = end - 1
    while at > 0 and text[at] in _CLOSERS:
        at -= 1
    return end > 0 and text[at] in _SENTENCE_ENDS
