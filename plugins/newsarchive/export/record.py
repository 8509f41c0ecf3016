"""Records: an article with all that was found in it, from which its lines of the data files are made."""

from dataclasses import dataclass

from newsarchive.annotation import Annotations, Suppressed
from newsarchive.article import Article, Span


@dataclass(frozen=True, slots=True)
class Record:
    """An article, what was found in it by itself, and what was found between it and others and left out."""

    article: Article
    found: Annotations
    left_out: tuple[Suppressed, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was found and left out, or stayed ambiguous: what `suppressed.json` says of it."""

    kind: str
    reason: str
    span: Span
    text: str
    detail: str


def left_out(record: Record) -> list[LeftOut]:
    """Return all that was found in an article and left out, by place, with the names and dates that are ambiguous."""
    found = record.found
    items = [
        *(
            LeftOut(one.kind, one.reason, one.span, one.text, one.detail)
            for one in (*found.suppressed, *record.left_out)
        ),
        *(LeftOut("mention", "ambiguous", one.span, one.text, ", ".join(one.candidates)) for one in found.ambiguous),
        *(
            LeftOut("date", "ambiguous", one.span, one.text, ", ".join(one.candidates))
            for one in found.dates
            if one.edtf is None
        ),
    ]
    if len(items) > 1:  # of most articles nothing was left out
        order = {block.id: at for at, block in enumerate(record.article.blocks)}
        items.sort(
            key=lambda one: (order[one.span.block], one.span.start, one.span.end, one.kind, one.reason, one.detail)
        )
    return items
