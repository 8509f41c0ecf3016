"""ArchivePage: a page of a MkDocs site that brings its own HTML, so that no Markdown is parsed for it."""

import re
from collections.abc import Iterable
from html import unescape

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from newsarchive.pages.page import Heading, Page

_LEVEL = 2
_ID = re.compile(r"""<[^<>]* id=(?:"([^"<>]*)"|([^\s"'=<>`]+))""")


class ArchivePage(MkDocsPage):
    """A page of the archive as MkDocs sees it.

    `label` is what the nav calls the page, or None for its own title. Themes print titles as HTML, so all of the
    archive's words are escaped here.
    """

    def __init__(self, page: Page, label: str | None, file: File, config: MkDocsConfig) -> None:
        title = escape(page.title)
        super().__init__(label or title, file, config)
        self.markdown = ""
        self.meta = _meta(title, page.description)
        self.content = page.html
        self.toc = table_of_contents(page.headings)
        self.present_anchor_ids = {*anchors_of(page.html), *(heading.id for heading in page.headings)}

    def read_source(self, config: MkDocsConfig) -> None:
        """Read nothing: the page came with its content."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render nothing: the content is HTML already."""


def anchors_of(html: str) -> tuple[str, ...]:
    """Return the ids of the elements of `html`, in their order: the places that other pages may link to."""
    return tuple(unescape(quoted or plain) for quoted, plain in _ID.findall(html))


def _meta(title: str, description: str) -> dict[str, str]:
    # A theme strips the tags of `page.title` for <title>, which undoes the escaping; `meta` it prints as it is.
    return {"title": title} | ({"description": escape(description)} if description else {})


def table_of_contents(headings: Iterable[Heading]) -> TableOfContents:
    """Return the headings as MkDocs has them, all of one level: the frames of pages have no room for more."""
    return TableOfContents([AnchorLink(escape(heading.text), heading.id, _LEVEL) for heading in headings])
