"""Text seeds: a `.txt` file becomes blocks and fields."""

import re
from itertools import repeat

from newsarchive.article import BlockKind, Field, Range
from newsarchive.columns import rows
from newsarchive.reading.body import Body, Piece, as_blocks, recognised
from newsarchive.reading.days import day_of
from newsarchive.reading.lines import ends_sentence, paragraphs, read_lines

_GLUED_DATE = re.compile(r"\s*(?P<whole>date\s(?P<day>\d{4}-\d\d-\d\d))(?!\S)")
_HEADLINE_WORDS = 20
_HEADLINE_LENGTH = 200


def glued_date(text: str, start: int = 0) -> Field | None:
    """Return the field `date` where ` date 2020-11-20 ` is glued in front of the text that begins at `start`."""
    match = _GLUED_DATE.match(text, start)
    if match is None:
        return None
    return Field("date", match["whole"], Range(*match.span("whole")))


def read_text(text: str) -> Body:
    """Read the text of a `.txt` seed."""
    date = glued_date(text)
    lines = read_lines(text, date.range.end if date else 0)
    plain = rows(Piece, repeat(BlockKind.PARAGRAPH), paragraphs(text, lines), repeat(None), repeat(None))
    pieces = recognised(text, list(plain))
    return Body(as_blocks(text, with_headline(text, pieces)), (date,) if date else ())


def with_headline(text: str, pieces: list[Piece]) -> list[Piece]:
    """Make the first piece a heading where it is plainly a headline.

    That is a paragraph of at most 20 words and 200 code points with a letter in it, which does not end a sentence, is
    not a date, a `By NAME` or a dateline, and is followed by more text that does not go on in lower case.
    """
    if len(pieces) > 1 and pieces[0].kind is BlockKind.PARAGRAPH and _is_headline(text, *(p.range for p in pieces[:2])):
        return [Piece(BlockKind.HEADING, pieces[0].range), *pieces[1:]]
    return pieces


def _is_headline(text: str, first: Range, second: Range) -> bool:
    if first.end - first.start > _HEADLINE_LENGTH or text[second.start].islower():
        return False
    words = text[first.start : first.end]
    if words.startswith("By ") or words.endswith((",", ";", "-", "–", "—")) or ends_sentence(text, first.end):
        return False
    plain = any(map(str.isalpha, words)) and len(words.split()) <= _HEADLINE_WORDS
    return plain and day_of(words) is None
