"""Synopsis: what the rest of an archive needs to know of one article, short enough to be held for all at once.

Lists, counts and addresses of a whole archive are made of synopses; the annotations themselves are looked up only where
a page shows them.
"""

import marshal
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from sys import intern
from typing import NamedTuple

from newsarchive.annotate.speakers import Named, speaker_entity
from newsarchive.annotation import Annotations, DateExpression, Statement
from newsarchive.article import Article, Span
from newsarchive.registry.spelling import spelling
from newsarchive.sentence import sentence_around

_PLAINEST = 0  # the version of `marshal` in which equal values give equal bytes
_Found = tuple[str, tuple[str, str, str | None]]  # a mention: its block; its name, resolution and cue
_Row = tuple[str, int, int, bytes]  # as `Presences` has them
_NamedIn = Mapping[str, Sequence[Named]]  # by the ids of the blocks

Names = tuple[tuple[str, str, str | None, int], ...]
"""Under which names an entity stands in an article: (name of the registry, resolution, cue, how often).

Each combination stands once, in the order of the text.
"""

# Named tuples here, because an archive of ten thousand articles has half a million of them. What many of them hold is
# interned, so that also those that are read from records share it.


class Presences(NamedTuple):
    """The entities of an article, in the order in which its text first names each, as columns of equal length.

    `entities` are their ids, `counts` how often each is named, `blocks` the number of the block where it is first,
    from 1, `names` its `Names` as bytes for `read_names`, since those of many articles are compared far faster so.
    """

    entities: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    blocks: tuple[int, ...] = ()
    names: tuple[bytes, ...] = ()


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

    `words` counts those of its text. `together` is what each block names, of the blocks that name any: places in
    `presences`, each once, sorted. `ambiguous` are the (name, candidates) of the ambiguous mentions in their order,
    `suppressed` counts what was left out.
    """

    words: int = 0
    presences: Presences = Presences()
    together: tuple[tuple[int, ...], ...] = ()
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
    places = {entity: place for place, entity in enumerate(of_entity)}
    return Synopsis(
        sum([_words(block.text) for block in article.blocks]),
        Presences(*zip(*[_presence(entity, ones) for entity, ones in of_entity.items()], strict=True)),
        tuple([tuple(sorted({places[entity] for _, _, entity in named})) for named in of_block.values()]),
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


def _presence(entity: str, found: Sequence[_Found]) -> _Row:
    """Return what `Presences` has of one entity."""
    first = int(found[0][0].removeprefix("p"))
    if len(found) == 1:  # as most are, and counting takes ten times as long
        ((_, why),) = found
        return entity, 1, first, _written(((*why, 1),))
    counts = Counter([why for _, why in found])
    return entity, len(found), first, _written(tuple([(*why, count) for why, count in counts.items()]))


def _written(names: Names) -> bytes:
    return marshal.dumps(names, _PLAINEST)


def read_names(names: bytes) -> Names:
    """Return one of the `names` of `Presences`."""
    found: Names = marshal.loads(names)  # noqa: S302  # plain values, written above
    return found


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
