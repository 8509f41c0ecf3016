"""Synopsis: what the rest of an archive needs to know of one article, short enough to be held for all at once.

Lists, counts and addresses of a whole archive are made of synopses; the annotations themselves are looked up only where
a page shows them.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from sys import intern
from typing import NamedTuple

from newsarchive.annotate.speakers import Named, speaker_entity
from newsarchive.annotation import Annotations, DateExpression, Statement
from newsarchive.article import Article, Span
from newsarchive.columns import made
from newsarchive.registry.spelling import spelling
from newsarchive.sentence import sentence_around

_Names = tuple[tuple[str, str, str | None, int], ...]  # as a presence has them
_Found = tuple[str, tuple[str, str, str | None]]  # a mention: its block; its name, resolution and cue
_NamedIn = Mapping[str, Sequence[Named]]  # by the ids of the blocks

# Named tuples here, because an archive of ten thousand articles has half a million of them. What many of them hold is
# interned, so that also those that are read from records share it.


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
    of_block: dict[str, list[Named]] = defaultdict(list)
    of_entity: dict[str, list[_Found]] = defaultdict(list)
    for _, (block, start, end), _, entity, name, resolution, cue in found.mentions:
        of_block[block].append((start, end, entity))
        of_entity[entity].append((block, (name, intern(str(resolution)), cue)))
    return Synopsis(
        sum([_words(block.text) for block in article.blocks]),
        tuple(made(Presence, [_presence(entity, ones) for entity, ones in of_entity.items()])),
        tuple([tuple(sorted({entity for _, _, entity in named})) for named in of_block.values()]),
        tuple([_date_ref(article, number, one, of_block) for number, one in enumerate(found.dates)]),
        tuple([_statement_ref(article, number, one, of_block) for number, one in enumerate(found.statements)]),
        tuple([(one.name, one.candidates) for one in found.ambiguous]),
        len(found.suppressed),
    )


def _words(text: str) -> int:
    """Count what stands between white space."""
    compared = spelling(text)
    read = compared.text.strip()
    if compared.is_edited or not read:
        return len(text.split())
    return read.count(" ") + 1  # where nothing was edited, no other white space stands between words


def _presence(entity: str, found: Sequence[_Found]) -> tuple[str, int, str, _Names]:
    """Return the fields of a presence."""
    if len(found) == 1:  # as most are, and counting takes ten times as long
        ((block, why),) = found
        return entity, 1, block, ((*why, 1),)
    counts = Counter([why for _, why in found])
    return entity, len(found), found[0][0], tuple([(*why, count) for why, count in counts.items()])


def _date_ref(article: Article, number: int, one: DateExpression, of_block: _NamedIn) -> DateRef:
    """Return what is to be known of a date expression; `of_block` is what each block names."""
    span = one.span
    first, last = _sentence_of(article, span)
    beside = of_block.get(span.block, ())
    named = {entity for start, end, entity in beside if start < last and first < end}
    return DateRef(number, one.edtf, intern(str(one.role)), tuple(sorted(named)), *span, first, last)


def _statement_ref(article: Article, number: int, one: Statement, of_block: _NamedIn) -> StatementRef:
    """Return what is to be known of a statement; `of_block` is what each block names."""
    named = of_block.get((one.speaker_span or one.span).block, ())
    return StatementRef(number, one.speaker, speaker_entity(one, named), *one.span, *_sentence_of(article, one.span))


def _sentence_of(article: Article, span: Span) -> tuple[int, int]:
    block, start, end = span
    first, last = sentence_around(article.block_by_id[block].text, start, end)
    return min(first, start), max(last, end)
