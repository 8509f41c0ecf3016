"""A built site as a reader's browser sees it: its pages, their links and their anchors."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

SITE = "http://site.example/"
REFERENCES = {
    "a": "href",
    "link": "href",
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "src",
    "use": "href",
}


@dataclass(frozen=True)
class BuiltPage:
    """A page of a built site: the path of its file below the site, and its HTML."""

    path: str
    html: str

    @cached_property
    def soup(self):
        return BeautifulSoup(self.html, "lxml")

    @cached_property
    def anchors(self):
        return {tag["id"] for tag in self.soup.find_all(id=True)}

    @cached_property
    def references(self):
        """Every address that the page names, as it stands there, with the tag that names it."""
        return [
            (name, tag[attribute])
            for name, attribute in REFERENCES.items()
            for tag in self.soup.find_all(name)
            if tag.has_attr(attribute)
        ]

    def target(self, reference):
        """The file and the anchor that a reference leads to; the file is None for another site's."""
        address = urlsplit(urljoin(SITE + self.path, reference))
        if f"{address.scheme}://{address.netloc}/" != SITE:
            return None, address.fragment
        path = unquote(address.path).removeprefix("/")
        return f"{path}index.html" if not path or path.endswith("/") else path, unquote(address.fragment)

    def pages_linked(self, selector="a[href]"):
        """The files of this site that the links found by `selector` lead to."""
        return {path for tag in self.soup.select(selector) if (path := self.target(tag["href"])[0])}


@dataclass(frozen=True)
class BuiltSite:
    """A folder that MkDocs built."""

    folder: Path

    @cached_property
    def pages(self):
        return {path: BuiltPage(path, (self.folder / path).read_text(encoding="utf-8")) for path in self.files("html")}

    def files(self, ending=""):
        paths = (path for path in self.folder.rglob(f"*{ending}") if path.is_file())
        return sorted(path.relative_to(self.folder).as_posix() for path in paths)


@pytest.fixture(scope="session")
def read_site():
    return BuiltSite


@pytest.fixture(scope="session", params=["project_site", "project_site_with_folders"])
def site(request):
    """The project's own site, with links that name index.html and with directory URLs."""
    return BuiltSite(request.getfixturevalue(request.param))
