"""Lean: a page without what never shows and is most of its size, and the way back to the places in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from newsarchive.article import Range

_HEAVY = re.compile(
    r"<(?P<tag>script|style|svg)\b|(?P<comment><!--)|(?P<data>data:[\w/+.;=-]{1,80}base64,[A-Za-z0-9+/=%\s]{100,})",
    re.IGNORECASE,
)
_COMMENT_END = re.compile("-->")
_CLOSED = {tag: re.compile(rf"</{tag}[^<>]{{0,99}}>", re.IGNORECASE) for tag in ("script", "style", "svg")}
_JSON_LD = re.compile(r"[^>]{0,400}ld\+json", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lean:
    """What is left of a page.

    Each stretch of `text` begins at a place in `starts`, and in the page at the place in `origins` of that position.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def original(self, where: Range) -> Range:
        """Return where the stretch `where` of the lean text stands in the page."""
        return Range(self._place(where.start), self._place(where.end - 1) + 1)

    def _place(self, at: int) -> int:
        number = bisect_right(self.starts, at) - 1
        return self.origins[number] + at - self.starts[number]


def lean_page(page: str) -> Lean:
    """Return `page` without scripts (but data in JSON-LD), styles, drawings, comments and pictures within addresses."""
    pieces, starts, origins = [], [], []
    length = 0
    for start, end in _kept(page):
        pieces.append(page[start:end])
        starts.append(length)
        origins.append(start)
        length += end - start
    return Lean("".join(pieces), tuple(starts), tuple(origins))


def _kept(page: str) -> Iterator[tuple[int, int]]:
    start = at = 0
    endless: set[str] = set()
    while found := _HEAVY.search(page, at):
        end = _end_of(page, found, endless)
        if end is None:
            at = found.end()
            continue
        yield start, found.start()
        start = at = end
    yield start, len(page)


def _end_of(page: str, found: re.Match[str], endless: set[str]) -> int | None:
    """Return where what begins with `found` ends, or None to keep it: JSON-LD, and a drawing that is never closed.

    A script, a style or a comment that is never closed ends with the page; `endless` notes what is closed nowhere.
    """
    tag = (found["tag"] or "").lower()
    if found["data"]:
        return found.end()
    if tag in endless or (tag == "script" and _JSON_LD.match(page, found.end())):
        return None
    closed = (_CLOSED[tag] if tag else _COMMENT_END).search(page, found.end())
    if closed or tag != "svg":
        return closed.end() if closed else len(page)
    endless.add(tag)
    return None
