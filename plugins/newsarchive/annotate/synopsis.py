"""Synopsis: what the rest of an archive needs to know of one article, short enough to be held for all at once.

Lists, counts and addresses of a whole archive are made of synopses; the annotations themselves are looked up only where
a page shows them.
"""

import marshal
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from newsarchive.annotate.rows import DateRow, Rows, StatementRow
from newsarchive.annotate.speakers import speaker_entity
from newsarchive.annotation import DateRole
from newsarchive.article import Article
from newsarchive.columns import made
from newsarchive.digest import digest
from newsarchive.registry.spelling import spelling
from newsarchive.sentence import sentence_around

Value = TypeVar("Value")
_PLAINEST = 0  # the version of `marshal` in which equal values give equal bytes
_Why = tuple[str, str, str | None]  # of a mention: its name, resolution and cue
_Fields = tuple[Any, ...]  # of a named tuple
_NO_COLUMNS: tuple[tuple[Any, ...], ...] = ((),) * 9  # as many as the longest rows have
_NamedIn = Mapping[str, Sequence[tuple[int, int, int]]]  # by the ids of the blocks: start, end, place in `Presences`

ROLES: Sequence[str] = tuple(map(str, DateRole))
"""The roles of dates, each as a string and nothing more."""

_NUMBER_OF_ROLE = {role: number for number, role in enumerate(ROLES)}

WAY_LENGTH = 8
"""Bytes by which ways to name an entity are told apart: two of the ten thousand of an archive agree once in 10^11."""

Names = tuple[tuple[str, str, str | None, int], ...]
"""Under which names an entity stands in an article: (name of the registry, resolution, cue, how often).

Each combination stands once, in the order of the text.
"""

# Named tuples here, because an archive of ten thousand articles has half a million of them. What many of them hold is
# interned, so that also those that are read from records share it.


class Presences(NamedTuple):
    """The entities of an article, in the order in which its text first names each, as columns of equal length.

    `entities` are their ids, `counts` how often each is named, `blocks` the number of the block where it is first,
    from 1, both packed by `packed`. `names` are the `Names` of all, as bytes for `read_names`: few ask for them. `ways`
    has `WAY_LENGTH` bytes of a digest of each, by which those of many articles are counted.
    """

    entities: tuple[str, ...] = ()
    counts: bytes = b""
    blocks: bytes = b""
    ways: bytes = b""
    names: bytes = marshal.dumps([], _PLAINEST)


class Together(NamedTuple):
    """What each block names, of the blocks that name any, as columns that are packed by `packed`.

    `lengths` are how many entities each names, `places` where these stand in `Presences`, those of one block after the
    other, each once a block, sorted.
    """

    lengths: bytes = b""
    places: bytes = b""


class Dates(NamedTuple):
    """The date expressions of an article, in the order of its text, as columns.

    `values` are their EDTF values, one a line, which is empty where none stands. `roles` has a byte for each, its place
    in `ROLES`. `named` are how many entities the sentence of each names, `entities` where these stand in `Presences`,
    those of one sentence after the other, each once, sorted. `places` are five numbers for each: of its block, from 1,
    where it starts and ends there, and where the sentence, or run of sentences, that holds it does, in code points,
    ends exclusive. All numbers are packed by `packed`.
    """

    values: str = ""
    roles: bytes = b""
    named: bytes = b""
    entities: bytes = b""
    places: bytes = b""


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

    `words` counts those of its text. `ambiguous` are the (name, candidates) of the ambiguous mentions in their order,
    `suppressed` counts what was left out.
    """

    words: int = 0
    presences: Presences = Presences()
    together: Together = Together()
    dates: Dates = Dates()
    statements: tuple[StatementRef, ...] = ()
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()
    suppressed: int = 0


def synopsis_of(article: Article, found: Rows) -> Synopsis:
    """Return the synopsis of an article and what was found in it."""
    blocks, starts, ends, _, entities, *whys = _columns(found.mentions)
    numbers = {block.id: number for number, block in enumerate(article.blocks, 1)}
    presences = _presences(entities, [*map(numbers.__getitem__, blocks)], whys)
    places = {entity: place for place, entity in enumerate(presences.entities)}
    of_block = _grouped(blocks, zip(starts, ends, map(places.__getitem__, entities), strict=True))
    return Synopsis(
        sum([_words(block.text) for block in article.blocks]),
        presences,
        _together([sorted({place for _, _, place in named}) for named in of_block.values()]),
        _dates(article, found.dates, numbers, of_block),
        tuple(made(StatementRef, _statement_refs(article, found.statements, of_block, presences.entities))),
        tuple([(name, candidates) for *_, name, candidates in found.ambiguous]),
        len(found.suppressed),
    )


def _columns(rows: Sequence[tuple[Any, ...]]) -> Iterable[tuple[Any, ...]]:
    """Return the columns of `rows`, empty ones where there is no row."""
    return zip(*rows, strict=True) if rows else _NO_COLUMNS


def _grouped(keys: Iterable[str], values: Iterable[Value]) -> dict[str, list[Value]]:
    """Return the values of each key, both in their order."""
    groups: dict[str, list[Value]] = defaultdict(list)
    for key, value in zip(keys, values, strict=True):
        groups[key].append(value)
    return groups


def _presences(entities: Sequence[str], blocks: Sequence[int], whys: Sequence[Sequence[Any]]) -> Presences:
    """Return the presences of `entities`, each of which stands there as often as it is named.

    `blocks` are the numbers of the blocks that name them, `whys` the names, resolutions and cues, in columns too.
    """
    of_entity = _grouped(entities, zip(*whys, strict=True))
    firsts = dict(zip(reversed(entities), reversed(blocks), strict=True))
    written = [_written(tuple(found)) for found in of_entity.values()]
    return Presences(
        tuple(of_entity),
        packed(map(len, of_entity.values())),
        packed(map(firsts.__getitem__, of_entity)),
        b"".join([way for way, _ in written]),
        marshal.dumps([names for _, names in written], _PLAINEST),
    )


def _together(blocks: Sequence[Sequence[int]]) -> Together:
    return Together(packed(map(len, blocks)), packed(chain.from_iterable(blocks)))


def packed(numbers: Iterable[int]) -> bytes:
    """Return numbers, none below 0, as bytes: each as a C compiler writes an `unsigned int`."""
    return array("I", numbers).tobytes()


def read_numbers(numbers: bytes) -> Sequence[int]:
    """Return what `packed` has packed."""
    return array("I", numbers)


def read_values(values: str) -> list[str | None]:
    """Return the `values` of `Dates`, of one or of several joined; None where no value stands."""
    return [value or None for value in values.split("\n")[:-1]]


def _words(text: str) -> int:
    """Count what stands between white space."""
    compared = spelling(text)
    read = compared.text.strip()
    if compared.begins or not read:
        return len(text.split())
    return read.count(" ") + 1  # where nothing was edited, no other white space stands between words


@lru_cache(maxsize=4096)  # hardly an article names an entity in a way of its own
def _written(whys: tuple[_Why, ...]) -> tuple[bytes, bytes]:
    """Return one of the `ways` of `Presences` and one of its `names`, given why each mention of the entity names it."""
    names = marshal.dumps(tuple([(*why, times) for why, times in Counter(whys).items()]), _PLAINEST)
    return digest((names,))[:WAY_LENGTH], names


def read_names(names: bytes, number: int) -> Names:
    """Return the `Names` of the entity of that number, from 0, from the `names` of `Presences`."""
    found: Names = marshal.loads(marshal.loads(names)[number])  # noqa: S302  # plain values, written above
    return found


def _dates(article: Article, dates: Sequence[DateRow], numbers: Mapping[str, int], of_block: _NamedIn) -> Dates:
    """Return the columns of `dates`; `numbers` are those of the blocks, `of_block` is what each names."""
    blocks, starts, ends, _, values, roles, *_ = _columns(dates)
    named: list[list[int]] = []
    spots: list[int] = []
    for block, start, end in zip(blocks, starts, ends, strict=True):
        first, last = sentence_around(article.block_by_id[block].text, start, end)
        named.append(sorted({place for begin, stop, place in of_block.get(block, ()) if begin < last and first < stop}))
        spots += (numbers[block], start, end, first, last)
    return Dates(
        "".join([f"{edtf or ''}\n" for edtf in values]),
        bytes(map(_NUMBER_OF_ROLE.__getitem__, roles)),
        packed(map(len, named)),
        packed(chain.from_iterable(named)),
        packed(spots),
    )


def _statement_refs(
    article: Article, statements: Iterable[StatementRow], of_block: _NamedIn, entities: Sequence[str]
) -> Iterator[_Fields]:
    """Yield the fields of the `StatementRef` of each of `statements`.

    `of_block` is what each block names, by the places of `entities`.
    """
    for number, (block, start, end, _, speaker, _, where) in enumerate(statements):
        named = of_block.get(where[0] if where else block, ())
        first, last = sentence_around(article.block_by_id[block].text, start, end)
        speaking = speaker_entity(speaker, where, [(begin, stop, entities[place]) for begin, stop, place in named])
        yield number, speaker, speaking, block, start, end, first, last
