"""Records: what was found in an article, as bytes that can be kept and passed from process to process.

The bytes are those of `marshal`, which reads nothing but plain values: no record can run code. They serve the same
version of Python and of this package only, which is the business of whoever keeps them.
"""

import marshal
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from newsarchive.annotate.rows import MentionRow, Rows, annotations_of_rows, mentions_of
from newsarchive.annotate.synopsis import Dates, Presences, StatementRef, Synopsis, Together, packed, read_numbers
from newsarchive.annotation import Annotations, Mention
from newsarchive.article import Span
from newsarchive.columns import made, row

_ENTITY: Final = 4  # where a mention's row has it

# Of `marshal`: it neither looks for what stands twice nor shares it, which takes longer both ways. A synopsis, of which
# an archive holds all at once, is written in the version that does.
_PLAINEST = 0


def annotations_record(rows: Rows) -> bytes:
    """Return what was found in one article as bytes."""
    plain: tuple[Any, ...] = rows
    return marshal.dumps(tuple(plain), _PLAINEST)  # marshal takes a tuple as it is, and no kind of tuple


def read_rows(record: bytes) -> Rows:
    """Return the rows of a record that `annotations_record` made."""
    return Rows(*marshal.loads(record))  # noqa: S302  # plain values, checked to be whole


def read_annotations(article: str, record: bytes) -> Annotations:
    """Return the annotations of the article of that id from a record that `annotations_record` made."""
    return annotations_of_rows(article, read_rows(record))


def mentions_among(article: str, rows: Iterable[MentionRow], entities: Collection[str]) -> list[Mention]:
    """Return the mentions of `entities` among the `rows` of the article of that id."""
    return mentions_of(article, [one for one in rows if one[_ENTITY] in entities])


def entities_within(rows: Iterable[MentionRow], part: Span) -> list[str]:
    """Return which entities the mentions among `rows` name that overlap `part`, in the order of the text."""
    within, first, last = part
    return [one[_ENTITY] for one in rows if one[0] == within and one[2] > first and one[1] < last]


def synopsis_record(synopsis: Synopsis, numbers: Mapping[str, int]) -> bytes:
    """Return a synopsis as bytes; `numbers` are those of all entities, by their ids."""
    entities, *columns = synopsis.presences
    return marshal.dumps(
        (
            synopsis.words,
            (packed(map(numbers.__getitem__, entities)), *columns),
            tuple(synopsis.together),
            tuple(synopsis.dates),
            list(map(tuple, synopsis.statements)),  # marshal takes tuples as they are, and no kinds of tuples
            synopsis.ambiguous,
            synopsis.suppressed,
        )
    )


def read_synopsis(record: bytes, ids: Sequence[str]) -> Synopsis:
    """Return the synopsis of a record that `synopsis_record` made; `ids` are the entities' by their numbers."""
    words, presences, together, dates, statements, ambiguous, suppressed = marshal.loads(record)  # noqa: S302  # plain values, checked to be whole
    numbers, *columns = presences
    entities = tuple(map(ids.__getitem__, read_numbers(numbers)))
    return row(
        Synopsis,
        (
            words,
            row(Presences, (entities, *columns)),
            row(Together, together),
            row(Dates, dates),
            tuple(made(StatementRef, statements)),
            ambiguous,
            suppressed,
        ),
    )
