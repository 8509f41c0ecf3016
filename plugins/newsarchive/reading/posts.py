"""Embedded posts: where a byline such as `— NAME (@handle) November 20, 2020` closes what somebody posted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsarchive.article import Range

_NAME_LENGTH = 120
_HANDLE_AND_DATE = re.compile(
    r"\(@[\w.]{1,60}\)(?P<gap>\s{1,4})"
    r"(?P<date>\d{4}-\d\d-\d\d|(?:[^\W\d_]{2,20}\.?\s{1,4}\d{1,2}|\d{1,2}\.?\s{1,4}(?:de\s)?[^\W\d_]{2,20}\.?)"
    r",?\s{1,4}(?:de\s)?\d{4})(?!\w)"
)
_DASHES = ("—", "–", "--", "- ")
_LINK_AT_END = re.compile(r"pic\.twitter\.com/\w{1,40}\Z")


@dataclass(frozen=True, slots=True)
class Byline:
    """A post's byline in a seed: the whole, who posted (`NAME (@handle)`), and the date, all as ranges."""

    whole: Range
    by: Range
    date: Range


def find_bylines(text: str, within: Range) -> Iterator[Byline]:
    """Yield the bylines of `text` in the range `within`, in order.

    A byline is a dash, a name of at most 120 code points on the same line, a handle in brackets and a date with a year.
    """
    for match in _HANDLE_AND_DATE.finditer(text, within.start, within.end):
        earliest = max(within.start, match.start() - _NAME_LENGTH)
        lead = text[earliest : match.start()]
        dash, length = max((lead.rfind(dash), len(dash)) for dash in _DASHES)
        name = lead[dash + length :]
        if dash >= 0 and name.strip() and len(name.splitlines()) == 1:
            by = match.start() - len(name.lstrip())
            yield Byline(
                Range(earliest + dash, match.end()),
                Range(by, match.start("gap")),
                Range(match.start("date"), match.end("date")),
            )


def ends_in_picture(text: str, within: Range) -> bool:
    """Whether the range closes with the short link of a posted picture: a post that has lost its byline."""
    return _LINK_AT_END.search(text, max(within.start, within.end - 60), within.end) is not None
