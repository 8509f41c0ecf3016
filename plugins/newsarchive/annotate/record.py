"""Records: what was found in an article, as bytes that can be kept and passed from process to process.

The bytes are those of `marshal`, which reads nothing but plain values: no record can run code. They serve the same
version of Python and of this package only, which is the business of whoever keeps them.
"""

import marshal
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final, NamedTuple

from newsarchive.annotate.synopsis import PLAIN, Dates, Presences, StatementRef, Synopsis, Together
from newsarchive.annotation import (
    AmbiguousMention,
    Annotations,
    DateExpression,
    DateRole,
    Mention,
    Resolution,
    Statement,
    Suppressed,
)
from newsarchive.article import Span
from newsarchive.columns import made, row

MentionRow = tuple[str, int, int, str, str, str, str, str | None]
AmbiguousRow = tuple[str, int, int, str, str, tuple[str, ...]]
DateRow = tuple[str, int, int, str, str | None, str, str | None, tuple[str, ...], str | None]
StatementRow = tuple[str, int, int, str, str | None, str | None, tuple[str, int, int] | None]
SuppressedRow = tuple[str, int, int, str, str, str, str]
_ENTITY: Final = 4  # where a mention's row has it


class Rows(NamedTuple):
    """All that was found in one article as plain rows, each kind in the order of the text.

    A row has what its kind has (`annotation.py`), in the same order, but for the article, and with the three values of
    a span in its place, which come first; so the kind and the reason of what was suppressed stand behind them.
    """

    mentions: Sequence[MentionRow]
    ambiguous: Sequence[AmbiguousRow]
    dates: Sequence[DateRow]
    statements: Sequence[StatementRow]
    suppressed: Sequence[SuppressedRow]


# Of `marshal`: it neither looks for what stands twice nor shares it, which takes longer both ways. A synopsis, of which
# an archive holds all at once, is written in the version that does.
_PLAINEST = 0

_RESOLUTIONS = {str(resolution): resolution for resolution in Resolution}
_ROLES = {str(role): role for role in DateRole}


def rows_of(found: Annotations) -> Rows:
    """Return the annotations of one article as plain rows."""
    return Rows(
        [
            (block, start, end, text, entity, name, PLAIN[why], cue)
            for _, (block, start, end), text, entity, name, why, cue in found.mentions
        ],
        [(*one.span, one.text, one.name, one.candidates) for one in found.ambiguous],
        [
            (block, start, end, text, edtf, PLAIN[role], anchor, candidates, cue)
            for _, (block, start, end), text, edtf, role, anchor, candidates, cue in found.dates
        ],
        [
            (block, start, end, text, speaker, verb, where and (where.block, where.start, where.end))
            for _, (block, start, end), text, speaker, verb, where in found.statements
        ],
        [(*one.span, one.kind, one.reason, one.text, one.detail) for one in found.suppressed],
    )


def annotations_record(found: Annotations) -> bytes:
    """Return the annotations of one article as bytes."""
    rows: tuple[Any, ...] = rows_of(found)
    return marshal.dumps(tuple(rows), _PLAINEST)  # marshal takes a tuple as it is, and no kind of tuple


def read_rows(record: bytes) -> Rows:
    """Return the annotations of a record that `annotations_record` made as plain rows."""
    return Rows(*marshal.loads(record))  # noqa: S302  # plain values, checked to be whole


def read_annotations(article: str, record: bytes) -> Annotations:
    """Return the annotations of the article of that id from a record that `annotations_record` made."""
    mentions, ambiguous, dates, statements, suppressed = read_rows(record)
    return Annotations(
        tuple(_mentions(article, mentions)),
        tuple(
            [
                AmbiguousMention(article, Span(block, start, end), text, name, candidates)
                for block, start, end, text, name, candidates in ambiguous
            ]
        ),
        tuple(
            [
                row(
                    DateExpression,
                    (article, row(Span, (block, start, end)), text, edtf, _ROLES[role], anchor, candidates, cue),
                )
                for block, start, end, text, edtf, role, anchor, candidates, cue in dates
            ]
        ),
        tuple(
            [
                row(
                    Statement,
                    (article, row(Span, (block, start, end)), text, speaker, verb, where and Span(*where)),
                )
                for block, start, end, text, speaker, verb, where in statements
            ]
        ),
        tuple(
            [
                Suppressed(kind, reason, article, Span(block, start, end), text, detail)
                for block, start, end, kind, reason, text, detail in suppressed
            ]
        ),
    )


def mentions_among(article: str, rows: Iterable[MentionRow], entities: Collection[str]) -> list[Mention]:
    """Return the mentions of `entities` among the `rows` of the article of that id."""
    return _mentions(article, [one for one in rows if one[_ENTITY] in entities])


def entities_within(rows: Iterable[MentionRow], part: Span) -> list[str]:
    """Return which entities the mentions among `rows` name that overlap `part`, in the order of the text."""
    within, first, last = part
    return [one[_ENTITY] for one in rows if one[0] == within and one[2] > first and one[1] < last]


def _mentions(article: str, rows: Iterable[MentionRow]) -> list[Mention]:
    return [
        row(Mention, (article, row(Span, (block, start, end)), text, entity, name, _RESOLUTIONS[why], cue))
        for block, start, end, text, entity, name, why, cue in rows
    ]


def synopsis_record(synopsis: Synopsis) -> bytes:
    """Return a synopsis as bytes."""
    entities, counts, blocks, names = synopsis.presences
    return marshal.dumps(
        (
            synopsis.words,
            (entities, counts, blocks),
            marshal.dumps(names, _PLAINEST),  # each of which stands here once, and is held elsewhere too
            tuple(synopsis.together),
            tuple(synopsis.dates),
            list(map(tuple, synopsis.statements)),  # marshal takes tuples as they are, and no kinds of tuples
            synopsis.ambiguous,
            synopsis.suppressed,
        )
    )


def read_synopsis(record: bytes) -> Synopsis:
    """Return the synopsis of a record that `synopsis_record` made."""
    words, (entities, counts, blocks), names, together, dates, statements, ambiguous, suppressed = marshal.loads(record)  # noqa: S302  # plain values, checked to be whole
    return row(
        Synopsis,
        (
            words,
            row(Presences, (entities, counts, blocks, marshal.loads(names))),  # noqa: S302  # the same
            row(Together, together),
            row(Dates, dates),
            tuple(made(StatementRef, statements)),
            ambiguous,
            suppressed,
        ),
    )
