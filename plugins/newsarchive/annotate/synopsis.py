"""Synopsis: what the rest of an archive needs to know of one article, short enough to be held for all at once.

Lists, counts and addresses of a whole archive are made of synopses; the annotations themselves are looked up only where
a page shows them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsarchive.annotate.speakers import speaker_entity
from newsarchive.annotation import Annotations, DateExpression, Mention, Statement
from newsarchive.article import Article, Span
from newsarchive.sentence import sentence_around

# Named tuples here, because an archive of ten thousand articles has half a million of them.


class Presence(NamedTuple):
    """An entity in an article: how often, the block where it is first named, and under which names.

    `names` are (name of the registry, resolution, cue, how often), each combination once, in the order of the text.
    """

    entity: str
    count: int  # type: ignore[assignment]  # how often; nobody counts in these tuples
    block: str
    names: tuple[tuple[str, str, str | None, int], ...]


class DateRef(NamedTuple):
    """A date expression: its position among the dates of its article, what it means, and where it stands.

    `entities` are the ids of what its sentence names, each once, sorted. `start` and `end` are code points of `block`,
    `first` and `last` those of the sentence, or run of sentences, that holds it; ends are exclusive.
    """

    number: int
    edtf: str | None
    role: str
    entities: tuple[str, ...]
    block: str
    start: int
    end: int
    first: int
    last: int


class StatementRef(NamedTuple):
    """A statement: its position among the statements of its article, who speaks, and where it stands.

    `entity` is the id of the one who speaks, if it is known. `start` and `end` are code points of `block`, `first` and
    `last` those of the sentence, or run of sentences, that holds it; ends are exclusive.
    """

    number: int
    speaker: str | None
    entity: str | None
    block: str
    start: int
    end: int
    first: int
    last: int


class Synopsis(NamedTuple):
    """What an article holds, in short.

    `words` counts those of its text. `presences` come in the order in which the text first names each. `together` are
    the ids that each block names, each once, sorted, of the blocks that name any. `ambiguous` are the (name,
    candidates) of the ambiguous mentions in their order, `suppressed` counts what was left out.
    """

    words: int = 0
    presences: tuple[Presence, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    dates: tuple[DateRef, ...] = ()
    statements: tuple[StatementRef, ...] = ()
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()
    suppressed: int = 0


def synopsis_of(article: Article, found: Annotations) -> Synopsis:
    """Return the synopsis of an article and what was found in it."""
    of_block: dict[str, list[Mention]] = defaultdict(list)
    for mention in found.mentions:
        of_block[mention.span.block].append(mention)
    return Synopsis(
        sum(len(block.text.split()) for block in article.blocks),
        tuple(_presences(found.mentions)),
        tuple(tuple(sorted({one.entity for one in mentions})) for mentions in of_block.values()),
        tuple(
            _date_ref(article, number, one, of_block.get(one.span.block, ())) for number, one in enumerate(found.dates)
        ),
        tuple(
            _statement_ref(article, number, one, of_block.get(_speaks_in(one), ()))
            for number, one in enumerate(found.statements)
        ),
        tuple((one.name, one.candidates) for one in found.ambiguous),
        len(found.suppressed),
    )


def _presences(mentions: Iterable[Mention]) -> Iterator[Presence]:
    of_entity: dict[str, list[Mention]] = {}
    for one in mentions:
        of_entity.setdefault(one.entity, []).append(one)
    for entity, found in of_entity.items():
        yield Presence(entity, len(found), found[0].span.block, tuple(_names(found)))


def _names(mentions: Sequence[Mention]) -> Iterator[tuple[str, str, str | None, int]]:
    if len(mentions) == 1:  # as most are, and counting takes ten times as long
        (one,) = mentions
        yield one.name, str(one.resolution), one.cue, 1
        return
    for why, count in Counter((one.name, str(one.resolution), one.cue) for one in mentions).items():
        yield *why, count


def _date_ref(article: Article, number: int, one: DateExpression, mentions: Sequence[Mention]) -> DateRef:
    """Return what is to be known of a date expression; `mentions` are those of its block."""
    span = one.span
    first, last = _sentence_of(article, span)
    named = tuple(sorted({each.entity for each in mentions if each.span.start < last and first < each.span.end}))
    return DateRef(number, one.edtf, str(one.role), named, span.block, span.start, span.end, first, last)


def _speaks_in(statement: Statement) -> str:
    return (statement.speaker_span or statement.span).block


def _statement_ref(article: Article, number: int, one: Statement, mentions: Sequence[Mention]) -> StatementRef:
    """Return what is to be known of a statement; `mentions` are those of the block that names who speaks."""
    span, sentence = one.span, _sentence_of(article, one.span)
    return StatementRef(number, one.speaker, speaker_entity(one, mentions), span.block, span.start, span.end, *sentence)


def _sentence_of(article: Article, span: Span) -> tuple[int, int]:
    start, end = sentence_around(article.block_by_id[span.block].text, span.start, span.end)
    return min(start, span.start), max(end, span.end)
