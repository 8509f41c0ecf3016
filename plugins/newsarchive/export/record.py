"""Records: an article with all that was found in it, from which its lines of the data files are made."""

from dataclasses import dataclass
from typing import NamedTuple

from newsarchive.annotate.rows import Rows
from newsarchive.annotation import Suppressed
from newsarchive.article import Article


@dataclass(frozen=True, slots=True)
class Record:
    """An article, what was found in it by itself, and what was found between it and others and left out.

    The former are plain rows: an archive has hundreds of thousands, and a line is made of each as it stands.
    """

    article: Article
    found: Rows
    left_out: tuple[Suppressed, ...] = ()


class LeftOut(NamedTuple):
    """Something that was found and left out, or stayed ambiguous: what `suppressed.json` says of it."""

    kind: str
    reason: str
    block: str
    start: int
    end: int
    text: str
    detail: str


def left_out(record: Record) -> list[LeftOut]:
    """Return all that was found in an article and left out, by place, with the names and dates that are ambiguous."""
    _, ambiguous, dates, _, suppressed = record.found
    items = [
        *[
            LeftOut(kind, reason, block, start, end, text, detail)
            for block, start, end, kind, reason, text, detail in suppressed
        ],
        *[LeftOut(one.kind, one.reason, *one.span, one.text, one.detail) for one in record.left_out],
        *[
            LeftOut("mention", "ambiguous", block, start, end, text, ", ".join(candidates))
            for block, start, end, text, _, candidates in ambiguous
        ],
        *[
            LeftOut("date", "ambiguous", block, start, end, text, ", ".join(candidates))
            for block, start, end, text, edtf, _, _, candidates, _ in dates
            if edtf is None
        ],
    ]
    if len(items) > 1:  # of most articles nothing was left out
        order = {block.id: at for at, block in enumerate(record.article.blocks)}
        items.sort(key=lambda one: (order[one.block], one.start, one.end, one.kind, one.reason, one.detail))
    return items
