"""Embedded posts: where a byline such as `— NAME (@handle) November 20, 2020` closes what somebody posted."""

import re
from dataclasses import dataclass

from newsarchive.article import Range

_NAME_LENGTH = 120
_AT = "@"
_PICTURE = "pic.twitter.com"
_HANDLE_AND_DATE = re.compile(
    r"\(@[\w.]{1,60}\)(?P<gap>\s{1,4})"
    r"(?P<date>\d{4}-\d\d-\d\d|(?:[^\W\d_]{2,20}\.?\s{1,4}\d{1,2}|\d{1,2}\.?\s{1,4}(?:de\s)?[^\W\d_]{2,20}\.?)"
    r",?\s{1,4}(?:de\s)?\d{4})(?!\w)"
)
_LINK_LENGTH = 60
_DASH = re.compile(r"—|–|--|-\s")
_LINK_AT_END = re.compile(r"pic\.twitter\.com/\w{1,40}\Z")


@dataclass(frozen=True, slots=True)
class Byline:
    """A post's byline in a seed: the whole, who posted (`NAME (@handle)`), and the date, all as ranges."""

    whole: Range
    by: Range
    date: Range


def may_hold_posts(text: str) -> bool:
    """Whether a byline or the link of a posted picture may stand in `text`: most texts hold neither."""
    return _AT in text or _PICTURE in text


def find_bylines(text: str, within: Range) -> list[Byline]:
    """Return the bylines of `text` in the range `within`, in order.

    A byline is a dash, a name of at most 120 code points on the same line, a handle in brackets and a date with a year.
    """
    if text.find("(@", within.start, within.end) < 0:
        return []
    handles = _HANDLE_AND_DATE.finditer(text, within.start, within.end)
    return [byline for match in handles if (byline := _byline(text, within.start, match))]


def _byline(text: str, start: int, match: re.Match[str]) -> Byline | None:
    earliest = max(start, match.start() - _NAME_LENGTH)
    lead = text[earliest : match.start()]
    *_, dash = (None, *_DASH.finditer(lead))
    name = lead[dash.end() :] if dash else ""
    if dash is None or not name.strip() or len(name.splitlines()) > 1:
        return None
    return Byline(
        Range(earliest + dash.start(), match.end()),
        Range(match.start() - len(name.lstrip()), match.start("gap")),
        Range(match.start("date"), match.end("date")),
    )


def ends_in_picture(paragraph: str) -> bool:
    """Whether the paragraph closes with the short link of a posted picture: a post that has lost its byline."""
    tail = paragraph[-_LINK_LENGTH:]
    return _PICTURE in tail and _LINK_AT_END.search(tail) is not None
