"""Records: an article as bytes that can be kept and passed from process to process.

The bytes are those of `marshal`, which reads nothing but plain values: no record can run code. They serve the same
version of Python and of this package only, which is the business of whoever keeps them.
"""

import marshal
from itertools import starmap
from typing import Any

from newsarchive.article import Article, Block, BlockKind, Field, Origin, QuotedNote, Range, Source, Span
from newsarchive.columns import columns, rows

_VERSION = 2  # of `marshal`: later ones look up whether each object stood before, which takes half of the time
_KINDS = {str(kind): kind for kind in BlockKind}
_ORIGINS = {str(origin): origin for origin in Origin}


def article_record(article: Article) -> bytes:
    """Return an article as bytes."""
    return marshal.dumps(
        (
            article.id,
            article.seed,
            article.title,
            str(article.title_origin),
            article.date,
            str(article.date_origin),
            _blocks_record(article.blocks),
            None if article.date_evidence is None else tuple(article.date_evidence),
            _source_record(article.source),
            article.language,
            article.rights,
            article.retold,
            [_note_record(note) for note in article.notes],
            [(one.name, one.text, *one.range) for one in article.fields],
            article.digest,
            article.blocks_digest,
        ),
        _VERSION,
    )


def _blocks_record(blocks: tuple[Block, ...]) -> tuple[Any, ...]:
    ids, kinds, texts, ranges, *others = columns(Block, blocks)
    return (ids, " ".join(kinds), texts, *columns(Range, ranges), *others)


def _source_record(source: Source | None) -> tuple[str | None, ...] | None:
    return None if source is None else (source.name, source.url, source.author, source.agency)


def _note_record(note: QuotedNote) -> tuple[str | int | None, ...]:
    said = (note.quote, note.text, note.by, note.prefix, note.suffix, note.date, note.motive)
    return (*said, note.path, note.line, note.column)


def read_article(record: bytes) -> Article:
    """Return the article of a record that `article_record` made."""
    id_, seed, title, title_origin, date, date_origin, blocks, evidence, source, *others = marshal.loads(record)  # noqa: S302  # plain values, checked to be whole
    language, rights, retold, notes, fields, digest, blocks_digest = others
    article = Article(
        id_,
        seed,
        title,
        _ORIGINS[title_origin],
        date,
        _ORIGINS[date_origin],
        _read_blocks(blocks),
        None if evidence is None else Span(*evidence),
        None if source is None else Source(*source),
        language,
        rights,
        retold,
        tuple(starmap(QuotedNote, notes)),
        tuple([Field(name, text, Range(start, end)) for name, text, start, end in fields]),
        digest,
    )
    article.__dict__["blocks_digest"] = blocks_digest  # else the search for passages would make it again in every build
    return article


def _read_blocks(record: tuple[Any, ...]) -> tuple[Block, ...]:
    ids, kinds, texts, starts, ends, *others = record
    return tuple(rows(Block, ids, map(_KINDS.__getitem__, kinds.split()), texts, rows(Range, starts, ends), *others))
