"""Citations of an article: a sentence to print, CSL-JSON, BibTeX and RIS.

Each names the article's address, its date and the SHA-256 hash of its text, so that a reader can tell whether the text
is still the one that was cited.
"""

import hashlib
import re
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import NamedTuple

from newsarchive.article import Article, Origin
from newsarchive.edtf_value import parse_edtf

_BIBTEX_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_BIBTEX_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_CALENDAR = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?", re.ASCII)


def text_digest(article: Article) -> str:
    """Return the SHA-256 hash of the article's text in hexadecimal.

    The text is that of its blocks, in order, joined by a blank line, in UTF-8.
    """
    text = "\n\n".join([block.text for block in article.blocks])
    return hashlib.sha256(text.encode()).hexdigest()


class Citation(NamedTuple):
    """What is cited: an article, with all that the forms tell of it, each value in one line.

    `date` is an EDTF value, and `calendar` its year, month and day, as far as they go, where it is no more than that.
    `address` is that of the page, absolute where the site's is known, `archive` the archive's name. `note` tells what
    the archive did: retold wording, a date or title that is no source's, and the hash of the text.
    """

    id: str
    title: str
    author: str | None
    publisher: str | None
    date: str | None
    calendar: tuple[str, ...]
    address: str
    archive: str
    language: str | None
    note: str


def cited_as(article: Article, address: str, archive: str) -> Citation:
    """Return the citation of `article`, whose page is at `address` in the archive of that name."""
    source, calendar = article.source, _CALENDAR.fullmatch(article.date or "")
    return Citation(
        article.id,
        _line(article.title),
        _line(source.author) if source and source.author else None,
        _line(source.name) if source else None,
        article.date,
        tuple(filter(None, calendar.groups())) if calendar else (),
        address,
        _line(archive),
        article.language,
        _note(article),
    )


def _note(article: Article) -> str:
    remarks = (
        "wording by the archive, facts by the source" if article.retold else "",
        "date inferred" if article.date_origin is Origin.INFERRED else "",
        "title derived" if article.title_origin is Origin.DERIVED else "",
        f"SHA-256 of the text: {text_digest(article)}",
    )
    return "; ".join(filter(None, remarks))


def sentence(citation: Citation) -> str:
    """Return the citation as one line for a list of sources."""
    parts = (
        ", ".join(filter(None, (citation.author, citation.publisher))),
        f"“{citation.title}”",
        citation.date or "no date",
        citation.archive,
        citation.address,
        citation.note,
    )
    return f"{'. '.join(filter(None, parts))}."


def csl_json(citation: Citation) -> str:
    """Return the citation as CSL-JSON: an array of one item, as reference managers read it."""
    told = {
        "id": _quoted(citation.id),
        "type": '"article-newspaper"',
        "title": _quoted(citation.title),
        "author": f'[{{"literal":{_quoted(citation.author)}}}]' if citation.author else "",
        "container-title": _quoted(citation.publisher),
        "issued": _csl_date(citation),
        "URL": _quoted(citation.address),
        "archive": _quoted(citation.archive),
        "language": _quoted(citation.language),
        "note": _quoted(citation.note),
    }
    item = ",".join([f'"{key}":{value}' for key, value in told.items() if value])
    return f"[{{{item}}}]"


def _quoted(text: str | None) -> str:
    """Return a text as JSON, nothing for nothing; to encode the strings alone takes a fifth of the time of all."""
    return encode_basestring(text) if text else ""


def _csl_date(citation: Citation) -> str:
    if not citation.date:
        return ""
    if not citation.calendar:
        return f'{{"literal":{_quoted(citation.date)}}}'
    steps = ",".join([str(int(step)) for step in citation.calendar])
    circa = ',"circa":true' if citation.date[-1] in "?~%" else ""
    return f'{{"date-parts":[[{steps}]]{circa}}}'


def bibtex(citation: Citation) -> str:
    """Return the citation as one BibTeX entry."""
    fields = (
        ("title", _bibtex(citation.title)),
        ("author", f"{{{_bibtex(citation.author)}}}" if citation.author else ""),
        ("howpublished", _bibtex(citation.publisher or "")),
        *_bibtex_date(citation),
        ("date", _bibtex(citation.date or "")),
        ("url", citation.address),
        ("note", _bibtex(citation.note)),
    )
    lines = [f"  {key} = {{{value}}}" for key, value in fields if value]
    return "@misc{" + ",\n".join([citation.id, *lines]) + "\n}"


def _bibtex_date(citation: Citation) -> Iterator[tuple[str, str]]:
    if citation.date and citation.calendar:
        first = parse_edtf(citation.date).first
        yield "year", str(first.year)
        if len(citation.calendar) > 1:
            yield "month", str(first.month)


def _bibtex(text: str) -> str:
    return _BIBTEX_SPECIAL.sub(_escape, text)


def _escape(special: re.Match[str]) -> str:
    return _BIBTEX_ESCAPES.get(special[0], f"\\{special[0]}")


def ris(citation: Citation) -> str:
    """Return the citation in RIS, the tagged format of reference managers."""
    tags = (
        ("TY", "NEWS"),
        ("TI", citation.title),
        ("AU", citation.author),
        ("T2", citation.publisher),
        ("DA", _ris_date(citation.calendar)),
        ("PY", citation.calendar[0] if citation.calendar else ""),
        ("UR", citation.address),
        ("LA", citation.language),
        ("DB", citation.archive),
        ("N1", citation.note),
    )
    return "\n".join([*[f"{tag}  - {value}" for tag, value in tags if value], "ER  - "])


def _ris_date(calendar: tuple[str, ...]) -> str:
    year, month, day, *_ = *calendar, "", "", ""
    return f"{year}/{month}/{day}/" if year else ""


def _line(text: str) -> str:
    """Return the text in one line: a line break in it would end a field."""
    return " ".join(text.split())
