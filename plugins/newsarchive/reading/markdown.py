"""Markdown seeds: what follows the front matter of a `.md` file becomes blocks and fields.

Of Markdown only what divides a text is read: paragraphs, headings, the items of lists, thematic breaks and fences.
Emphasis, links and HTML stay the letters that they are, since the text is never rewritten.
"""

import re
from collections.abc import Iterator, Sequence

from newsarchive.article import BlockKind, Field, Range
from newsarchive.reading.body import Body, Piece, as_blocks, recognised
from newsarchive.reading.lines import Line, begins_item, joined, paragraphs, read_lines
from newsarchive.reading.text import glued_date, with_headline

_CODE_INDENT = 4
_HEADING = re.compile(r"(?P<open>#{1,6})(?:[ \t]+|\Z)")
_CLOSING_MARK = re.compile(r"(?:(?<=[ \t])|\A)#+\Z")
_UNDERLINE = re.compile(r"=+\Z|-{2,}\Z")
_RULE = re.compile(r"(?:\*[ \t]*){3,}\Z|(?:-[ \t]*){3,}\Z|(?:_[ \t]*){3,}\Z")
_FENCE = re.compile(r"`{3,}|~{3,}")

Part = Field | Piece | list[Line]


def read_markdown(text: str, start: int) -> Body:
    """Read a Markdown text whose front matter ends at `start`.

    A blank line separates paragraphs, and so does the mark of a list's item; a single line break does only where the
    whole text has no blank line: then it is read as a `.txt` seed is.
    """
    date = glued_date(text, start)
    lines = read_lines(text, date.range.end if date else start)
    spaced = any(line.after_blank for line in lines[1:])
    fields = [date] if date else []
    pieces: list[Piece] = []
    for part in _parts(text, lines):
        if isinstance(part, Field):
            fields.append(part)
        elif isinstance(part, Piece):
            pieces.append(part)
        else:
            pieces.extend(Piece(BlockKind.PARAGRAPH, where) for where in _paragraphs(text, part, spaced=spaced))
    return Body(as_blocks(text, with_headline(text, recognised(text, pieces))), tuple(fields))


def _paragraphs(text: str, lines: Sequence[Line], *, spaced: bool) -> list[Range]:
    if spaced:
        return joined(lines, lambda _, other: not begins_item(text, other))
    return paragraphs(text, lines)


def _parts(text: str, lines: Sequence[Line]) -> Iterator[Part]:
    """Yield in order the headings with their marks, the thematic breaks, and between them the lines of paragraphs."""
    plain: list[Line] = []
    fence = ""
    for line in lines:
        words = text[line.start : line.end]
        inside, fence = fence, _fence_after(words, fence)
        found = [] if inside or fence or line.indent >= _CODE_INDENT else list(_markup(text, line, plain))
        if found:
            yield from ([plain] if plain else [])
            yield from found
            plain = []
        else:
            plain.append(line)
    if plain:
        yield plain


def _fence_after(words: str, fence: str) -> str:
    """Return the fence that is open after a line, where `fence` was open before it; "" is none."""
    if fence:
        return "" if words.startswith(fence) and not words.strip(fence[0]) else fence
    mark = _FENCE.match(words)
    return mark.group() if mark else ""


def _markup(text: str, line: Line, plain: list[Line]) -> Iterator[Field | Piece]:
    """Yield what a line of markup is; a line that underlines a heading takes the heading out of `plain`."""
    words = text[line.start : line.end]
    if heading := _HEADING.match(words):
        yield from _heading(text, Range(line.start, line.end), heading.end("open"))
    elif _UNDERLINE.match(words) and plain and plain[-1].after_blank and not line.after_blank:
        title = plain.pop()
        yield Piece(BlockKind.HEADING, Range(title.start, title.end))
        yield _mark(text, line.start, line.end)
    elif _RULE.match(words):
        yield _mark(text, line.start, line.end)


def _heading(text: str, where: Range, mark: int) -> Iterator[Field | Piece]:
    yield _mark(text, where.start, where.start + mark)
    words = text[where.start + mark : where.end]
    start = where.start + mark + len(words) - len(words.lstrip())
    closing = _CLOSING_MARK.search(text[start : where.end])
    end = start + len(text[start : start + closing.start()].rstrip()) if closing else where.end
    if start < end:
        yield Piece(BlockKind.HEADING, Range(start, end))
    if closing:
        yield _mark(text, start + closing.start(), where.end)


def _mark(text: str, start: int, end: int) -> Field:
    return Field("markup", text[start:end], Range(start, end))
