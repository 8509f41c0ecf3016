"""Dating: an article's date of publication, and where it comes from."""

from collections.abc import Iterator, Sequence

from newsarchive.article import Block, BlockKind, Origin, Range, Span
from newsarchive.reading.body import Body
from newsarchive.reading.days import day_of
from newsarchive.reading.metadata import Metadata
from newsarchive.reading.posts import find_bylines

Dating = tuple[str | None, Origin, Span | None]


def date_of(sidecar: Metadata, inside: Metadata, body: Body, inside_origin: Origin = Origin.FRONT_MATTER) -> Dating:
    """Return the date of an article (EDTF), its origin, and the span that an inferred date rests on.

    What the sidecar states comes first, then what the front matter or the page states, then what the text plainly
    states: a glued-on `date 2020-11-20`, or a line that is nothing but a date, first in the text or right below the
    headline. Else the embedded posts are evidence, since an article is no older than what it embeds: one day where all
    their bylines agree; where they differ the latest, marked as uncertain (`2020-11-21?`). A date in a sentence is
    never taken.
    """
    if sidecar.date:
        return sidecar.date, Origin.SIDECAR, None
    if inside.date:
        return inside.date, inside_origin, None
    if day := _glued(body) or _dateline(body.blocks):
        return day, Origin.TEXT, None
    return _inferred(body.blocks)


def _glued(body: Body) -> str | None:
    return next((day_of(field.text.split()[-1]) for field in body.fields if field.name == "date"), None)


def _dateline(blocks: Sequence[Block]) -> str | None:
    at = 1 if blocks[0].kind is BlockKind.HEADING and len(blocks) > 1 else 0
    return day_of(blocks[at].text) if blocks[at].kind is BlockKind.PARAGRAPH else None


def _inferred(blocks: Sequence[Block]) -> Dating:
    dated = list(_post_days(blocks))
    if not dated:
        return None, Origin.UNKNOWN, None
    latest = max(day for day, _ in dated)
    evidence = next(span for day, span in dated if day == latest)
    agreed = all(day == latest for day, _ in dated)
    return latest if agreed else f"{latest}?", Origin.INFERRED, evidence


def _post_days(blocks: Sequence[Block]) -> Iterator[tuple[str, Span]]:
    for block in blocks:
        if block.kind is BlockKind.POST:
            for byline in find_bylines(block.text, Range(0, len(block.text))):
                if day := day_of(block.text[byline.date.start : byline.date.end]):
                    yield day, Span(block.id, byline.date.start, byline.date.end)
