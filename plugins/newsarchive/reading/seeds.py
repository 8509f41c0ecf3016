"""Seeds: every file of the seeds folder becomes an article or a problem."""

import hashlib
from pathlib import Path

from newsarchive.article import Article, Block, BlockKind, Field, Origin, Source, Span
from newsarchive.problem import Problem
from newsarchive.reading.days import day_of
from newsarchive.reading.metadata import Metadata
from newsarchive.reading.posts import find_bylines
from newsarchive.reading.slug import slug_of
from newsarchive.reading.text import read_text
from newsarchive.article import Range
from newsarchive.yaml_document import read_yaml, validated


def read_seeds(seeds: Path) -> tuple[tuple[Article, ...], list[Problem]]:
    """Return the articles of the folder `seeds`, sorted by id, and every problem of its files."""
    articles, problems = [], []
    for path in sorted(seeds.rglob("*.txt")):
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
        body = read_text(text)
        sidecar = path.with_suffix(".yml")
        side = sidecar.read_bytes() if sidecar.exists() else b""
        meta = Metadata()
        if side:
            document = read_yaml(side.decode(), sidecar.relative_to(seeds).as_posix())
            if isinstance(document, Problem):
                problems.append(document)
                continue
            found = validated(document, Metadata)
            if isinstance(found, list):
                problems += found
                continue
            meta = found
        heading = body.blocks[0].kind is BlockKind.HEADING
        title = meta.title or body.blocks[0].text[:80]
        origin = Origin.SIDECAR if meta.title else Origin.TEXT if heading else Origin.DERIVED
        date, date_origin, evidence = meta.date, Origin.SIDECAR, None
        if date is None and body.fields:
            date, date_origin = body.fields[0].text[5:], Origin.TEXT
        if date is None:
            for block in body.blocks:
                for byline in find_bylines(block.text, Range(0, len(block.text))):
                    date, date_origin = day_of(block.text[byline.date.start:byline.date.end]), Origin.INFERRED
                    evidence = evidence or Span(block.id, byline.date.start, byline.date.end)
        if date is None:
            date_origin = Origin.UNKNOWN
        articles.append(Article(
            id=meta.slug or slug_of(path.stem), seed=path.relative_to(seeds).as_posix(), title=title,
            title_origin=origin, date=date, date_origin=date_origin, blocks=body.blocks, date_evidence=evidence,
            source=Source(**meta.source.model_dump()) if meta.source else None, language=meta.language,
            rights=meta.rights, retold=bool(meta.retold), fields=body.fields,
            digest=hashlib.sha256(data + side).hexdigest()))
    return tuple(sorted(articles, key=lambda a: a.id)), problems
