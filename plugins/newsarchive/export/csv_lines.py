"""CSV lines: what a record is in each table that has rows of articles, written out by hand as in `json_lines.py`."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from newsarchive.article import Article, Span
from newsarchive.export.record import Record, left_out

_SPECIAL = re.compile('[,"\r\n]')
_PLACE = ("block", "start", "end", "text")
PLACE = ("article", *_PLACE)
ARTICLES = (
    *("id", "url", "title", "title_origin", "date", "date_origin", "language", "rights", "retold"),
    *("evidence_block", "evidence_start", "evidence_end", "evidence_text"),
    *("source_name", "source_url", "source_author", "source_agency"),
)
BLOCKS = ("article", "block", "kind", "text", "by", "credit")
MENTIONS = (*PLACE, "entity", "name")
DATES = (*PLACE, "edtf", "role", "anchor", "candidates")
STATEMENTS = (*PLACE, "speaker", "verb")
SUPPRESSED = ("kind", "reason", *PLACE, "detail")


def line(cells: Iterable[object]) -> str:
    """Return a row of cells (RFC 4180, without the end of the line); what is None is empty."""
    return ",".join("" if one is None else cell(str(one)) for one in cells)


@lru_cache(maxsize=1 << 14)
def cell(text: str) -> str:
    """Return a cell, in quotation marks where it needs them."""
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _SPECIAL.search(text) else text


def article_lines(record: Record) -> Iterator[str]:
    """Yield the article's row."""
    one, source = record.article, record.article.source
    told = (one.id, one.address, one.title, one.title_origin, one.date, one.date_origin, one.language, one.rights)
    evidence = (None,) * len(_PLACE) if one.date_evidence is None else _part(one, one.date_evidence)
    whose = (None,) * len(_PLACE) if source is None else (source.name, source.url, source.author, source.agency)
    yield line((*told, "true" if one.retold else "false", *evidence, *whose))


def block_lines(record: Record) -> Iterator[str]:
    """Yield a row for each block."""
    article = cell(record.article.id)
    for one in record.article.blocks:
        text = cell.__wrapped__(one.text)  # long, and hardly ever the same twice
        yield f"{article},{one.id},{one.kind},{text},{_known(one.by)},{_known(one.credit)}"


def mention_lines(record: Record) -> Iterator[str]:
    """Yield a row for each mention."""
    article = cell(record.article.id)
    for block, start, end, text, entity, name, _, _ in record.found.mentions:
        yield f"{article},{block},{start},{end},{cell(text)},{cell(entity)},{cell(name)}"


def date_lines(record: Record) -> Iterator[str]:
    """Yield a row for each date expression."""
    article = cell(record.article.id)
    for block, start, end, text, edtf, role, anchor, candidates, _ in record.found.dates:
        value = f"{_known(edtf)},{role},{_known(anchor)},{cell(' '.join(candidates))}"
        yield f"{article},{block},{start},{end},{cell(text)},{value}"


def statement_lines(record: Record) -> Iterator[str]:
    """Yield a row for each statement."""
    article = cell(record.article.id)
    for block, start, end, text, speaker, verb, _ in record.found.statements:
        yield f"{article},{block},{start},{end},{cell(text)},{_known(speaker)},{_known(verb)}"


def suppressed_lines(record: Record) -> Iterator[str]:
    """Yield a row for all that was left out."""
    for kind, reason, *place, detail in left_out(record):
        yield line((kind, reason, record.article.id, *place, detail))


def _known(text: str | None) -> str:
    return "" if text is None else cell(text)


def _part(article: Article, span: Span) -> tuple[object, ...]:
    return span.block, span.start, span.end, article.text_of(span)
