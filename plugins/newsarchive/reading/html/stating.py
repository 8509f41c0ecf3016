"""Stating: what a saved page says of its article, each value with the place that says so.

JSON-LD comes first, then OpenGraph, Dublin Core and other meta elements, microdata, and what the page shows.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from pydantic import TypeAdapter, ValidationError

from newsarchive.edtf_value import parse_edtf
from newsarchive.reading.days import day_of
from newsarchive.reading.html.json_ld import Thing, articles_of, names_of, text_of
from newsarchive.reading.html.tags import (
    addresses_of,
    bylines_of,
    language_of,
    metas_of,
    property_of,
    scripts_of,
    shown_text,
    soup_of,
    times_of,
)
from newsarchive.reading.html.wording import words_of
from newsarchive.reading.metadata import Language, Line, Metadata, StatedSource, Url

_TITLES = (
    "og:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "twitter:title",
)
_DATES = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "pdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "datepublished",
    "date",
)
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "application-name")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "byl")
_LANGUAGES = ("og:locale", "dc.language", "dcterms.language", "content-language")
_ISO = re.compile(r"(\d{4})[-/](\d\d?)(?:[-/](\d\d?))?(?!\d)")
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?=T|\d{4,6}\b|\Z)")
_TIME_OF_DAY = re.compile(r"[\s,|·@-]{0,4}(?:\bat\b\s{0,2})?(?<!\d)\d{1,2}:\d\d.*\Z", re.DOTALL)
_SEPARATED = re.compile(r"(?P<title>.+?)\s+[|–—•:»-]\s+(?P<site>[^|–—•»]{2,60})\Z", re.DOTALL)
_BY = re.compile(r"\s*(?:by|von|par|por|автор:?|müəllif:?)\s+", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,200}>")
_LONGEST = 1000
_AUTHORS_AT_MOST = 8
_LINE: TypeAdapter[str] = TypeAdapter(Line)
_LANGUAGE: TypeAdapter[str] = TypeAdapter(Language)
_URL: TypeAdapter[str] = TypeAdapter(Url)


@dataclass(frozen=True, slots=True)
class Said:
    """A value, and where the page says it, such as `og:title`."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class PageStatement:
    """What a page says of its article; `titles` are all headlines that it has, the best first.

    `body` is the article's text where the page's data holds it. `is_free` is False where the page says that the
    article must be paid for.
    """

    titles: tuple[Said, ...] = ()
    date: Said | None = None
    publisher: Said | None = None
    url: Said | None = None
    author: Said | None = None
    agency: Said | None = None
    language: Said | None = None
    body: str = ""
    is_free: bool = True

    @property
    def title(self) -> Said | None:
        """The best headline."""
        return self.titles[0] if self.titles else None


@dataclass(frozen=True, slots=True)
class _Page:
    """The parts of a page that say something."""

    soup: BeautifulSoup
    thing: Thing
    metas: dict[str, list[str]]

    def said(self, names: Iterable[str]) -> Iterator[Said]:
        for name in names:
            for value in self.metas.get(name, ()):
                yield Said(value, name)

    def data(self, *keys: str) -> Iterator[Said]:
        for key in keys:
            for name in names_of(self.thing.get(key)) or [text_of(self.thing.get(key))]:
                yield Said(name, f"JSON-LD {key}")


def page_statement(lean: str, page: str) -> PageStatement:
    """Return what `page` says of its article; `lean` is the page without what never shows."""
    soup = soup_of(lean)
    things = articles_of(scripts_of(soup))
    parts = _Page(soup, things[0] if things else {}, metas_of(soup))
    url = next(_valid(_addresses(parts, page), _URL), None)
    publisher = next(_valid(_publishers(parts), _LINE), None)
    return PageStatement(
        titles=tuple(_plain_titles(_titles(parts), publisher)),
        date=next(_days(parts), None),
        publisher=publisher or _host(url),
        url=url,
        author=_joined(_authors(parts)),
        agency=next(_valid(parts.data("sourceOrganization"), _LINE), None),
        language=next(_valid(_languages(parts), _LANGUAGE), None),
        body=html.unescape(text_of(parts.thing.get("articleBody"))),
        is_free=str(parts.thing.get("isAccessibleForFree")).lower() != "false",
    )


def _valid(candidates: Iterable[Said], kind: TypeAdapter[str]) -> Iterator[Said]:
    for one in candidates:
        try:
            yield Said(kind.validate_python(_plain(one.value)), one.where)
        except ValidationError:
            continue


def _plain(value: str) -> str:
    """Return a value of metadata without tags, entities or white space too much: pages often encode it twice."""
    text = html.unescape(_TAG.sub(" ", html.unescape(value[:_LONGEST])))
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def _titles(parts: _Page) -> Iterator[Said]:
    yield from parts.data("headline")
    yield from parts.said(_TITLES)
    yield Said(property_of(parts.soup, "headline"), "itemprop headline")
    headings = parts.soup.find_all("h1", limit=3)
    if len(headings) == 1:
        yield Said(shown_text(headings[0]), "the page's heading")
    yield Said(shown_text(parts.soup.find("title")), "title")


def _plain_titles(titles: Iterable[Said], publisher: Said | None) -> Iterator[Said]:
    """Yield the titles without the name of the site behind a dash or bar."""
    for one in _valid(titles, _LINE):
        parted = _SEPARATED.match(one.value)
        names_site = publisher and parted and set(words_of(parted["site"])) <= set(words_of(publisher.value))
        yield Said(parted["title"], one.where) if parted and names_site else one


def _publishers(parts: _Page) -> Iterator[Said]:
    yield from parts.data("publisher")
    for said in parts.said(_PUBLISHERS):
        yield Said(said.value.lstrip("@"), said.where)
    yield Said(property_of(parts.soup, "publisher"), "itemprop publisher")


def _host(url: Said | None) -> Said | None:
    host = urlsplit(url.value).hostname if url else None
    return Said(host.removeprefix("www."), "its address") if host else None


def _days(parts: _Page) -> Iterator[Said]:
    said = [
        *parts.data("datePublished"),
        *parts.said(_DATES),
        Said(property_of(parts.soup, "datePublished"), "itemprop datePublished"),
        *(Said(value, "time") for value in times_of(parts.soup)),
        *parts.data("dateCreated"),
    ]
    for one in said:
        if day := page_day(_plain(one.value)):
            yield Said(day, one.where)


def page_day(text: str) -> str | None:
    """Return the EDTF day or month that `text` writes, its time of day left away; None for what is no date.

    Read are ISO 8601 with `-`, `/` or no sign between its parts, and what `day_of` reads. The day is the one that is
    written, in whatever time zone the page means it.
    """
    if found := _ISO.match(text) or _BASIC.match(text):
        parts = [int(part) for part in found.groups() if part]
        return _calendar("-".join(f"{part:0{2 if number else 4}}" for number, part in enumerate(parts)))
    return day_of(_TIME_OF_DAY.sub("", text).strip())


def _calendar(value: str) -> str | None:
    try:
        return parse_edtf(value).text
    except ValueError:
        return None


def _addresses(parts: _Page, page: str) -> Iterator[Said]:
    for address, where in addresses_of(parts.soup, page):
        yield Said(address, where)
    yield from parts.data("url", "mainEntityOfPage")
    entity = parts.thing.get("mainEntityOfPage")
    if isinstance(entity, dict):
        yield Said(text_of(entity.get("@id")), "JSON-LD mainEntityOfPage")


def _authors(parts: _Page) -> Iterator[Said]:
    yield from parts.data("author", "creator")
    yield from parts.said(_AUTHORS)
    yield Said(property_of(parts.soup, "author"), "itemprop author")
    for name in bylines_of(parts.soup):
        yield Said(name, "the byline")


def _joined(authors: Iterable[Said]) -> Said | None:
    """Return all the authors that the first place which names one names; a web address is no name."""
    told = (Said(_BY.sub("", one.value, count=1), one.where) for one in authors)
    named = [one for one in _valid(told, _LINE) if "://" not in one.value]
    together = [one.value for one in named if one.where == named[0].where][:_AUTHORS_AT_MOST]
    return next(_valid([Said(", ".join(dict.fromkeys(together)), named[0].where)], _LINE), None) if named else None


def _languages(parts: _Page) -> Iterator[Said]:
    yield Said(language_of(parts.soup), "lang")
    yield from parts.data("inLanguage")
    for said in parts.said(_LANGUAGES):
        yield Said(said.value.replace("_", "-"), said.where)


def stated_metadata(statement: PageStatement) -> Metadata:
    """Return what a page says as the metadata of an article; a value that a sidecar could not state is left out."""
    publisher = statement.publisher
    source = None
    if publisher:
        more = {key: said.value for key in ("url", "author", "agency") if (said := getattr(statement, key))}
        source = StatedSource(name=publisher.value, **more)
    title, date, language = (
        said.value if said else None for said in (statement.title, statement.date, statement.language)
    )
    return Metadata(title=title, date=date, language=language, source=source)
