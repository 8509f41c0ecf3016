"""The feeds: the newest articles as Atom (RFC 4287) and JSON Feed 1.1.

A feed must date what it lists, so it holds the articles whose date is a day, stated or inferred. No clock is read: the
feed is as new as its newest article. RFC 4287 wants a time of an empty feed too: that one is as old as the epoch.
"""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from uuid import NAMESPACE_URL, uuid5

from newsarchive.archive import Archive
from newsarchive.article import Article, BlockKind, Origin
from newsarchive.edtf_value import parse_edtf

LENGTH = 50
EPOCH = "1970-01-01T00:00:00Z"
ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2: what is not in Char


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: the site's title, its address (which ends with "/", or is "" where it is not known), its articles."""

    title: str
    site_url: str
    articles: tuple[Article, ...]


def feed_files(archive: Archive, title: str, site_url: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield the path below the site and the content of each feed.

    `site_url` is the address of the site; without it, links are relative to the feed.
    """
    feed = Feed(title, f"{site_url.rstrip('/')}/" if site_url else "", _newest(archive))
    yield "feed.json", json.dumps(_json_feed(feed), ensure_ascii=False, indent=1).encode() + b"\n"
    yield "feed.xml", _atom_feed(feed)


def _newest(archive: Archive) -> tuple[Article, ...]:
    dated = [article for article in archive.articles if article.date and parse_edtf(article.date).is_day]
    return tuple(nlargest(LENGTH, dated, key=_day))


def _day(article: Article) -> date:
    return parse_edtf(article.date or "").first


def _time(article: Article) -> str:
    """Return the article's day as RFC 3339 wants it, at midnight; the archive knows no hour."""
    return f"{_day(article).isoformat()}T00:00:00Z"


def _id(feed: Feed, address: str) -> str:
    return f"{feed.site_url}{address}" if feed.site_url else f"urn:uuid:{uuid5(NAMESPACE_URL, address)}"


def _summary(article: Article) -> str:
    paragraphs = (block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH)
    return next(paragraphs, article.title)


def _marks(article: Article) -> list[str]:
    """Return what a reader must know of the entry: no guess is silent, in a feed neither."""
    marks = {
        "retold": article.retold,
        "date inferred": article.date_origin is Origin.INFERRED,
        "title derived": article.title_origin is Origin.DERIVED,
    }
    return [mark for mark, holds in marks.items() if holds]


def _json_feed(feed: Feed) -> dict[str, object]:
    addresses = {"home_page_url": feed.site_url, "feed_url": f"{feed.site_url}feed.json"} if feed.site_url else {}
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        **addresses,
        "items": [_json_item(feed, article) for article in feed.articles],
    }


def _json_item(feed: Feed, article: Article) -> dict[str, object]:
    item = {
        "id": _id(feed, article.address),
        "url": f"{feed.site_url}{article.address}",
        "title": article.title,
        "summary": _summary(article),
        "content_text": "\n\n".join(block.text for block in article.blocks),
        "date_published": _time(article),
        "authors": [{"name": article.source.name}] if article.source else None,
        "language": article.language,
        "tags": _marks(article) or None,
    }
    return {key: value for key, value in item.items() if value is not None}


def _atom_feed(feed: Feed) -> bytes:
    root = ET.Element("feed", {"xmlns": ATOM})
    _add(root, "title", feed.title)
    _add(root, "id", _id(feed, "feed.xml"))
    _add(root, "updated", _time(feed.articles[0]) if feed.articles else EPOCH)
    _add(_add(root, "author"), "name", feed.title)
    if feed.site_url:
        _add(root, "link", rel="self", href=f"{feed.site_url}feed.xml")
        _add(root, "link", href=feed.site_url)
    for article in feed.articles:
        _add_entry(root, feed, article)
    ET.indent(root, " ")
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add_entry(root: ET.Element, feed: Feed, article: Article) -> None:
    entry = _add(root, "entry", **({_LANGUAGE: article.language} if article.language else {}))
    _add(entry, "title", article.title)
    _add(entry, "id", _id(feed, article.address))
    _add(entry, "link", href=f"{feed.site_url}{article.address}")
    _add(entry, "published", _time(article))
    _add(entry, "updated", _time(article))
    if article.source:
        _add(_add(entry, "author"), "name", article.source.name)
    for mark in _marks(article):
        _add(entry, "category", term=mark)
    _add(entry, "summary", _summary(article))


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, attributes)
    element.text = None if text is None else _NOT_XML.sub("\ufffd", text)
    return element
