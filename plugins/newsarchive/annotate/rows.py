"""Rows: what was found in an article as plain values, as a store keeps them, and the annotations that these stand for.

All that finds writes rows, and most that reads wants no more: an annotation is made of one where somebody asks for it.
"""

from collections.abc import Iterable, Mapping, Sequence
from sys import intern
from typing import NamedTuple

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
from newsarchive.columns import row

MentionRow = tuple[str, int, int, str, str, str, str, str | None]
AmbiguousRow = tuple[str, int, int, str, str, tuple[str, ...]]
DateRow = tuple[str, int, int, str, str | None, str, str | None, tuple[str, ...], str | None]
StatementRow = tuple[str, int, int, str, str | None, str | None, tuple[str, int, int] | None]
SuppressedRow = tuple[str, int, int, str, str, str, str]

PLAIN: Mapping[Resolution | DateRole, str] = {word: intern(str(word)) for word in (*Resolution, *DateRole)}
"""Each resolution and role as a string, and nothing more, which is what `marshal` takes; to look one up is quicker."""

_RESOLUTIONS = {str(resolution): resolution for resolution in Resolution}
_ROLES = {str(role): role for role in DateRole}


class Rows(NamedTuple):
    """All that was found in one article as plain rows, each kind in the order of the text.

    A row has what its kind has (`annotation.py`), in the same order, but for the article, and with the three values of
    a span in its place, which come first; so the kind and the reason of what was suppressed stand behind them.
    """

    mentions: Sequence[MentionRow] = ()
    ambiguous: Sequence[AmbiguousRow] = ()
    dates: Sequence[DateRow] = ()
    statements: Sequence[StatementRow] = ()
    suppressed: Sequence[SuppressedRow] = ()


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


def annotations_of_rows(article: str, rows: Rows) -> Annotations:
    """Return the annotations of the article of that id that `rows` stand for."""
    return Annotations(
        tuple(mentions_of(article, rows.mentions)),
        tuple(ambiguous_of(article, rows.ambiguous)),
        tuple(dates_of(article, rows.dates)),
        tuple(statements_of(article, rows.statements)),
        tuple(suppressed_of(article, rows.suppressed)),
    )


def mentions_of(article: str, rows: Iterable[MentionRow]) -> list[Mention]:
    """Return the mentions of the article of that id that `rows` stand for."""
    return [
        row(Mention, (article, row(Span, (block, start, end)), text, entity, name, _RESOLUTIONS[why], cue))
        for block, start, end, text, entity, name, why, cue in rows
    ]


def ambiguous_of(article: str, rows: Iterable[AmbiguousRow]) -> list[AmbiguousMention]:
    """Return the ambiguous mentions of the article of that id that `rows` stand for."""
    return [
        AmbiguousMention(article, Span(block, start, end), text, name, candidates)
        for block, start, end, text, name, candidates in rows
    ]


def dates_of(article: str, rows: Iterable[DateRow]) -> list[DateExpression]:
    """Return the date expressions of the article of that id that `rows` stand for."""
    return [
        row(
            DateExpression,
            (article, row(Span, (block, start, end)), text, edtf, _ROLES[role], anchor, candidates, cue),
        )
        for block, start, end, text, edtf, role, anchor, candidates, cue in rows
    ]


def statements_of(article: str, rows: Iterable[StatementRow]) -> list[Statement]:
    """Return the statements of the article of that id that `rows` stand for."""
    return [
        row(Statement, (article, row(Span, (block, start, end)), text, speaker, verb, where and Span(*where)))
        for block, start, end, text, speaker, verb, where in rows
    ]


def suppressed_of(article: str, rows: Iterable[SuppressedRow]) -> list[Suppressed]:
    """Return what was left out of the article of that id that `rows` stand for."""
    return [
        Suppressed(kind, reason, article, Span(block, start, end), text, detail)
        for block, start, end, kind, reason, text, detail in rows
    ]
