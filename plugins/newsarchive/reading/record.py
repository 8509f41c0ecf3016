"""Records: an article as bytes that can be kept and passed from process to process.

The bytes are those of `marshal`, which reads nothing but plain values: no record can run code. They serve the same
version of Python and of this package only, which is the business of whoever keeps them.
"""

import marshal

from newsarchive.article import Article, Block, BlockKind, Field, Origin, QuotedNote, Range, Source, Span

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
            [
                (one.id, str(one.kind), one.text, one.range.start, one.range.end, one.by, one.credit)
                for one in article.blocks
            ],
            _place(article.date_evidence),
            _publisher(article.source),
            article.language,
            article.rights,
            article.retold,
            [
                (
                    one.quote,
                    one.text,
                    one.by,
                    one.prefix,
                    one.suffix,
                    one.date,
                    one.motive,
                    one.path,
                    one.line,
                    one.column,
                )
                for one in article.notes
            ],
            [(one.name, one.text, one.range.start, one.range.end) for one in article.fields],
            article.digest,
        )
    )


def read_article(record: bytes) -> Article:
    """Return the article of a record that `article_record` made."""
    id_, seed, title, title_origin, date, date_origin, blocks, evidence, source, *others = marshal.loads(record)  # noqa: S302  # plain values, checked to be whole
    language, rights, retold, notes, fields, digest = others
    return Article(
        id_,
        seed,
        title,
        _ORIGINS[title_origin],
        date,
        _ORIGINS[date_origin],
        tuple(
            Block(id_, _KINDS[kind], text, Range(start, end), by, credit)
            for id_, kind, text, start, end, by, credit in blocks
        ),
        None if evidence is None else Span(*evidence),
        None if source is None else Source(*source),
        language,
        rights,
        retold,
        tuple(QuotedNote(*note) for note in notes),
        tuple(Field(name, text, Range(start, end)) for name, text, start, end in fields),
        digest,
    )


def _publisher(source: Source | None) -> tuple[str | None, ...] | None:
    return None if source is None else (source.name, source.url, source.author, source.agency)


def _place(span: Span | None) -> tuple[str, int, int] | None:
    return None if span is None else (span.block, span.start, span.end)
