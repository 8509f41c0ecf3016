"""Tags: what the elements of a page say of its article outside of its text: meta, link, time, bylines."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

# Chrome and Internet Explorer write this form when they save a page, SingleFile the other.
_SAVED_FROM = re.compile(
    r"<!--\s{0,9}(?:saved from url=\(\d{1,9}\)|Page saved with SingleFile\s{1,9}url:\s{0,9})(\S{8,2000})"
)
_HEAD = 20_000
_BYLINE = re.compile(
    r"^(?:byline|by-line|author|author-?name|c-byline__author|article__?author|post-author)$", re.IGNORECASE
)
_LONGEST_BYLINE = 120


def soup_of(page: str) -> BeautifulSoup:
    """Return the tree of a page; nothing in it is run or fetched."""
    return BeautifulSoup(page, "lxml")


def scripts_of(soup: BeautifulSoup) -> list[str]:
    """Return the texts of the scripts that hold JSON-LD."""
    return [
        one.get_text() for one in soup.find_all("script", type=re.compile(r"^\s*application/ld\+json", re.IGNORECASE))
    ]


def metas_of(soup: BeautifulSoup) -> dict[str, list[str]]:
    """Return what the `meta` elements say, by their `property`, `name`, `itemprop` or `http-equiv` in lower case."""
    found: dict[str, list[str]] = {}
    for meta in soup.find_all("meta"):
        content = attribute(meta, "content")
        for key in ("property", "name", "itemprop", "http-equiv"):
            for name in attribute(meta, key).lower().split() if content else ():
                found.setdefault(name, []).append(content)
    return found


def attribute(tag: Tag, name: str) -> str:
    """Return a tag's attribute without the white space around it, "" where it has none."""
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else (value or "").strip()


def shown_text(tag: Tag | None) -> str:
    """Return the text of a tag as a browser shows it, "" for None."""
    return " ".join(tag.get_text(" ").split()) if tag else ""


def property_of(soup: BeautifulSoup, name: str) -> str:
    """Return what the first element with the microdata property `name` says."""
    tag = soup.find(itemprop=re.compile(rf"(?:\A|\s){name}(?:\s|\Z)"))
    if tag is None:
        return ""
    if inner := tag.find(itemprop="name"):
        tag = inner
    return attribute(tag, "content") or attribute(tag, "datetime") or shown_text(tag)


def times_of(soup: BeautifulSoup) -> Iterator[str]:
    """Yield what the `time` elements say: those that are marked as the publication's first, then those of the article.

    A time below `aside`, `nav` or `footer` belongs to something else.
    """
    times = soup.find_all("time", limit=200)
    marked = [
        time for time in times if time.has_attr("pubdate") or "publi" in " ".join(map(str, time.attrs.values())).lower()
    ]
    own = [time for time in times if not time.find_parent(["aside", "nav", "footer"])]
    inside = [time for time in own if time.find_parent(["article", "main", "header"])]
    for time in [*marked, *inside, *(own if len(own) == 1 else [])]:
        yield attribute(time, "datetime") or shown_text(time)


def bylines_of(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the names that links to authors and elements called `byline` or `author` show."""
    named = [*soup.find_all(rel="author", limit=9), *soup.find_all(class_=_BYLINE, limit=9)]
    for tag in named:
        text = shown_text(tag) if tag.name not in {"link", "meta"} else ""
        if 0 < len(text) <= _LONGEST_BYLINE:
            yield text


def addresses_of(soup: BeautifulSoup, page: str) -> Iterator[tuple[str, str]]:
    """Yield the addresses that the page says it has, each with the place that says so, the canonical one first."""
    for link in soup.find_all("link", rel="canonical", limit=3):
        yield attribute(link, "href"), "link rel=canonical"
    metas = metas_of(soup)
    for name in ("og:url", "twitter:url", "dc.identifier", "dcterms.identifier"):
        for address in metas.get(name, ()):
            yield address, name
    if saved := _SAVED_FROM.search(page, 0, _HEAD):
        yield saved[1], "the browser that saved the page"


def language_of(soup: BeautifulSoup) -> str:
    """Return the `lang` of the page."""
    root = soup.find("html")
    return (attribute(root, "lang") or attribute(root, "xml:lang")) if root else ""
