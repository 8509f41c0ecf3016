"""Citations of an article: a sentence to print, CSL-JSON, BibTeX and RIS.

Each names the article's address, its date and the SHA-256 hash of its text, so that a reader can tell whether the text
is still the one that was cited.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cached_property

from newsarchive.article import Article, Origin
from newsarchive.edtf_value import parse_edtf

_BIBTEX_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_BIBTEX_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_CALENDAR = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?", re.ASCII)


def text_digest(article: Article) -> str:
    """Return the SHA-256 hash of the article's text in hexadecimal.

    The text is that of its blocks, in order, joined by a blank line, in UTF-8.
    """
    text = "\n\n".join(block.text for block in article.blocks)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Citation:
    """What is cited: the article, the address of its page (absolute where the site's is known), the archive's name."""

    article: Article
    address: str
    archive: str

    @property
    def author(self) -> str | None:
        """Who wrote the report, where the source says so."""
        return self.article.source.author if self.article.source else None

    @property
    def publisher(self) -> str | None:
        """Who published the report, where the article says so."""
        return self.article.source.name if self.article.source else None

    @cached_property
    def note(self) -> str:
        """What the archive did: retold wording, a date or title that is no source's, and the hash of the text."""
        remarks = (
            "wording by the archive, facts by the source" if self.article.retold else "",
            "date inferred" if self.article.date_origin is Origin.INFERRED else "",
            "title derived" if self.article.title_origin is Origin.DERIVED else "",
            f"SHA-256 of the text: {text_digest(self.article)}",
        )
        return "; ".join(remark for remark in remarks if remark)


def sentence(citation: Citation) -> str:
    """Return the citation as one line for a list of sources."""
    article = citation.article
    who = ", ".join(_line(name) for name in (citation.author, citation.publisher) if name)
    parts = (
        who,
        f"“{_line(article.title)}”",
        article.date or "no date",
        citation.archive,
        citation.address,
        citation.note,
    )
    return ". ".join(part for part in parts if part) + "."


def csl_json(citation: Citation) -> str:
    """Return the citation as CSL-JSON: an array of one item, as reference managers read it."""
    article = citation.article
    item = {
        "id": article.id,
        "type": "article-newspaper",
        "title": _line(article.title),
        "author": [{"literal": citation.author}] if citation.author else None,
        "container-title": citation.publisher,
        "issued": _csl_date(article.date),
        "URL": citation.address,
        "archive": citation.archive,
        "language": article.language,
        "note": citation.note,
    }
    stated = {key: value for key, value in item.items() if value}
    return _JSON.encode([stated])


def _csl_date(edtf: str | None) -> dict[str, object] | None:
    if edtf is None:
        return None
    if found := _CALENDAR.fullmatch(edtf):
        date: dict[str, object] = {"date-parts": [[int(part) for part in found.groups() if part]]}
        return date | ({"circa": True} if edtf[-1] in "?~%" else {})
    return {"literal": edtf}


def bibtex(citation: Citation) -> str:
    """Return the citation as one BibTeX entry."""
    fields = {
        "title": citation.article.title,
        "author": f"{{{_bibtex(citation.author)}}}" if citation.author else None,
        "howpublished": citation.publisher,
        **_bibtex_date(citation.article.date),
        "url": citation.address,
        "note": citation.note,
    }
    verbatim = {"author", "url"}
    lines = [f"  {key} = {{{value if key in verbatim else _bibtex(value)}}}" for key, value in fields.items() if value]
    return "@misc{" + ",\n".join([citation.article.id, *lines]) + "\n}"


def _bibtex_date(edtf: str | None) -> dict[str, str]:
    if edtf is None:
        return {}
    value = parse_edtf(edtf)
    found = _CALENDAR.fullmatch(edtf)
    month = {"month": str(value.first.month)} if found and found[2] else {}
    return {"year": str(value.first.year), **month, "date": edtf} if found else {"date": edtf}


def _bibtex(text: str) -> str:
    return _BIBTEX_SPECIAL.sub(lambda found: _BIBTEX_ESCAPES.get(found[0], f"\\{found[0]}"), _line(text))


def ris(citation: Citation) -> str:
    """Return the citation in RIS, the tagged format of reference managers."""
    article = citation.article
    tags = (
        ("TY", "NEWS"),
        ("TI", article.title),
        ("AU", citation.author),
        ("T2", citation.publisher),
        ("DA", _ris_date(article.date)),
        ("PY", article.date[:4] if article.date and _CALENDAR.fullmatch(article.date) else None),
        ("UR", citation.address),
        ("LA", article.language),
        ("DB", citation.archive),
        ("N1", citation.note),
    )
    return "\n".join([*(f"{tag}  - {_line(value)}" for tag, value in tags if value), "ER  - "])


def _ris_date(edtf: str | None) -> str | None:
    found = _CALENDAR.fullmatch(edtf) if edtf else None
    return "/".join(part or "" for part in found.groups()) + "/" if found else None


def _line(text: str) -> str:
    """Return the text in one line: a line break in it would end a field."""
    return " ".join(text.split())
