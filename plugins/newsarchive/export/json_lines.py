"""JSON lines: what a record is in each JSON file, an item a line.

Written out by hand, because an archive has hundreds of thousands of them; `items.py` says what each must be, and the
tests hold that it is. A block's id is `p` and a number, and needs no escape.
"""

from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring as quoted

from newsarchive.annotation import Divergence
from newsarchive.archive import Archive
from newsarchive.article import Article, Block, Source, Span
from newsarchive.export.record import Record, left_out


def article_lines(record: Record) -> Iterator[str]:
    """Yield the article's `ArticleItem`."""
    one = record.article
    yield (
        f'{{"id":{quoted(one.id)},"url":{quoted(one.address)},"title":{quoted(one.title)},'
        f'"title_origin":{quoted(one.title_origin)},"date":{_known(one.date)},"date_origin":{quoted(one.date_origin)},'
        f'"date_evidence":{_part(one, one.date_evidence)},"source":{_source(one.source)},'
        f'"language":{_known(one.language)},"rights":{_known(one.rights)},"retold":{"true" if one.retold else "false"},'
        f'"blocks":[{",".join(map(_block, one.blocks))}]}}'
    )


def mention_lines(record: Record) -> list[str]:
    """Return the `MentionItem` of each mention."""
    head = _head(record)
    return [
        f'{head}{block}","start":{start},"end":{end},"text":{quoted(text)},'
        f'"entity":{quoted(entity)},"name":{quoted(name)}}}'
        for block, start, end, text, entity, name, _, _ in record.found.mentions
    ]


def date_lines(record: Record) -> list[str]:
    """Return the `DateItem` or `AmbiguousDateItem` of each date expression."""
    head = _head(record)
    return [
        f'{head}{block}","start":{start},"end":{end},"text":{quoted(text)},'
        f'"edtf":{_known(edtf)},"role":"{role}","anchor":{_known(anchor)}'
        f"{_candidates(candidates) if edtf is None else ''}}}"
        for block, start, end, text, edtf, role, anchor, candidates, _ in record.found.dates
    ]


def statement_lines(record: Record) -> list[str]:
    """Return the `StatementItem` of each statement."""
    head = _head(record)
    return [
        f'{head}{block}","start":{start},"end":{end},"text":{quoted(text)},'
        f'"speaker":{_known(speaker)},"verb":{_known(verb)}}}'
        for block, start, end, text, speaker, verb, _ in record.found.statements
    ]


def suppressed_lines(record: Record) -> list[str]:
    """Return the `SuppressedItem` of all that was left out."""
    article = quoted(record.article.id)
    return [
        f'{{"kind":{quoted(kind)},"reason":{quoted(reason)},"article":{article},"block":"{block}","start":{start},'
        f'"end":{end},"text":{quoted(text)},"detail":{quoted(detail)}}}'
        for kind, reason, block, start, end, text, detail in left_out(record)
    ]


def _head(record: Record) -> str:
    return f'{{"article":{quoted(record.article.id)},"block":"'


def _candidates(readings: Iterable[str]) -> str:
    return f',"candidates":[{",".join(map(quoted, readings))}]'


def passage_lines(archive: Archive) -> Iterator[str]:
    """Yield the `PassageItem` of each passage."""
    for one in archive.passages:
        witnesses = ",".join([_witness(archive.article_by_id[each.article], each.parts) for each in one.witnesses])
        earliest = "null" if one.earliest is None else f"{one.earliest}"
        yield (
            f'{{"id":{quoted(one.id)},"url":{quoted(f"passages/{one.id}/")},"words":{one.words},'
            f'"witnesses":[{witnesses}],"earliest":{earliest},'
            f'"divergences":[{",".join(map(_divergence, one.divergences))}]}}'
        )


def _witness(article: Article, parts: Iterable[Span]) -> str:
    return f'{{"article":{quoted(article.id)},"parts":[{",".join([_part(article, part) for part in parts])}]}}'


def _divergence(one: Divergence) -> str:
    readings = [f'{{"witness":{each.witness},"text":{quoted(each.text)}}}' for each in one.readings]
    return f'{{"kind":{quoted(one.kind)},"readings":[{",".join(readings)}]}}'


def _known(text: str | None) -> str:
    return "null" if text is None else quoted(text)


def _part(article: Article, span: Span | None) -> str:
    if span is None:
        return "null"
    block, start, end = span
    return f'{{"block":"{block}","start":{start},"end":{end},"text":"{_escaped(article.text_of(span))}"}}'


def _source(source: Source | None) -> str:
    if source is None:
        return "null"
    known = f'"url":{_known(source.url)},"author":{_known(source.author)},"agency":{_known(source.agency)}'
    return f'{{"name":{quoted(source.name)},{known}}}'


def _block(one: Block) -> str:
    id_, kind, text, _, by, credit = one
    return (
        f'{{"id":"{id_}","kind":{quoted(kind)},"text":"{_escaped(text)}","by":{_known(by)},"credit":{_known(credit)}}}'
    )


def _escaped(text: str) -> str:
    """Return what `quoted` has between the marks, of a long text sooner: of what prints, two signs need an escape."""
    return text.replace("\\", "\\\\").replace('"', '\\"') if text.isprintable() else quoted(text)[1:-1]
