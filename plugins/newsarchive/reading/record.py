"""Records: an article as bytes that can be kept and passed from process to process.

The bytes are those of `marshal`, which reads nothing but plain values: no record can run code. They serve the same
version of Python and of this package only, which is the business of whoever keeps them.

A record has two parts. Its head is all that a build asks of every article; the blocks, which are most of it, stand
behind.
"""

import marshal
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import starmap
from typing import Any, overload

from newsarchive.article import Article, Block, BlockKind, Field, Origin, QuotedNote, Range, Source, Span
from newsarchive.columns import columns, row, rows
from newsarchive.reading.together import Address

Record = bytes | memoryview

_VERSION = 2  # of `marshal`: later ones look up whether each object stood before, which takes half of the time
_KINDS = {str(kind): kind for kind in BlockKind}
_ORIGINS = {str(origin): origin for origin in Origin}
_source = lru_cache(1024)(Source)  # most articles have one that others have too


class KeptBlocks(Sequence[Block]):
    """The blocks of an article, like a tuple of them, which are read when they are first asked for.

    `record` returns their part of the article's record.
    """

    def __init__(self, record: Callable[[], Record]) -> None:
        self._record = record

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        return _read_blocks(self._record())

    def __len__(self) -> int:
        """Return the number of blocks."""
        return len(self._blocks)

    @overload
    def __getitem__(self, at: int) -> Block: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Block]: ...
    def __getitem__(self, at: int | slice) -> Block | Sequence[Block]:
        """Return a block, or some of them as a tuple."""
        return self._blocks[at]

    def __iter__(self) -> Iterator[Block]:
        """Yield the blocks in the order of the text."""
        return iter(self._blocks)

    def __eq__(self, other: object) -> bool:
        """Tell whether `other` are the same blocks, kept or a tuple."""
        return self._blocks == (other._blocks if isinstance(other, KeptBlocks) else other)

    def __hash__(self) -> int:
        """Return the hash of the tuple of the blocks."""
        return hash(self._blocks)

    def __repr__(self) -> str:
        """Return the blocks as a tuple of them shows them."""
        return repr(self._blocks)

    def __reduce__(self) -> tuple[Any, ...]:
        """Let a copy be a tuple: it may go where the record is not."""
        return tuple, (self._blocks,)


def article_record(article: Article, address: Address) -> bytes:
    """Return an article as bytes, with the place where its address is stated."""
    blocks = _blocks_record(article.blocks)
    head: tuple[Any, ...] = (
        (article.id, address.path, address.line, address.column),
        article.seed,
        article.title,
        str(article.title_origin),
        article.date,
        str(article.date_origin),
        len(blocks),
        None if article.date_evidence is None else tuple(article.date_evidence),
        _source_record(article.source),
        article.language,
        article.rights,
        article.retold,
        [_note_record(note) for note in article.notes],
        [(one.name, one.text, *one.range) for one in article.fields],
        article.digest,
        article.characters,
        article.blocks_digest,
    )
    return marshal.dumps(head, _VERSION) + blocks


def _blocks_record(blocks: Sequence[Block]) -> bytes:
    ids, kinds, texts, ranges, *others = columns(Block, blocks)
    return marshal.dumps((ids, " ".join(kinds), texts, *columns(Range, ranges), *others), _VERSION)


def _source_record(source: Source | None) -> tuple[str | None, ...] | None:
    return None if source is None else (source.name, source.url, source.author, source.agency)


def _note_record(note: QuotedNote) -> tuple[str | int | None, ...]:
    said = (note.quote, note.text, note.by, note.prefix, note.suffix, note.date, note.motive)
    return (*said, note.path, note.line, note.column)


def read_article(record: Record) -> tuple[Article, Address]:
    """Return the article of a record that `article_record` made, and its address."""
    return _read(record, lambda length: _read_blocks(record[-length:]))


def read_head(record: Callable[[], Record]) -> tuple[Article, Address]:
    """Return the same, but leave the blocks until they are asked for; `record` returns the record, then as now."""
    return _read(record(), lambda length: KeptBlocks(lambda: record()[-length:]))


def _read(record: Record, blocks: Callable[[int], Sequence[Block]]) -> tuple[Article, Address]:
    """Return the article of `record` with the blocks that `blocks` returns, given the bytes of their part."""
    head = marshal.loads(record)  # noqa: S302  # plain values, checked to be whole
    (id_, *stated), seed, title, title_origin, date, date_origin, length, evidence, source, *others = head
    language, rights, retold, notes, fields, digest, characters, blocks_digest = others
    article = object.__new__(Article)
    vars(article).update(  # as `Article(…)` does, which calls for each field and so takes twice as long
        id=id_,
        seed=seed,
        title=title,
        title_origin=_ORIGINS[title_origin],
        date=date,
        date_origin=_ORIGINS[date_origin],
        blocks=blocks(length),
        date_evidence=None if evidence is None else Span(*evidence),
        source=None if source is None else _source(*source),
        language=language,
        rights=rights,
        retold=retold,
        notes=tuple(starmap(QuotedNote, notes)),
        fields=tuple([Field(name, text, Range(start, end)) for name, text, start, end in fields]),
        digest=digest,
        characters=characters,  # made of the blocks else, and so is the next
        blocks_digest=blocks_digest,
    )
    return article, row(Address, (id_, seed, *stated))


def _read_blocks(record: Record) -> tuple[Block, ...]:
    ids, kinds, texts, starts, ends, *others = marshal.loads(record)  # noqa: S302  # the same
    return tuple(rows(Block, ids, map(_KINDS.__getitem__, kinds.split()), texts, rows(Range, starts, ends), *others))
