"""ArchivePage: a page of a MkDocs site that brings its own HTML, so that no Markdown is parsed for it."""

from collections.abc import Iterable

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from newsarchive.pages.page import Heading, Page

# Themes let a reader skip to what stands first in the table of contents; a page without headings needs a place as well.
_CONTENT = "content"


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
        headings = page.headings or (Heading(1, _CONTENT, page.title),)
        self.content = page.html if page.headings else Markup('<div id="{}">{}</div>').format(_CONTENT, page.html)
        self.toc = table_of_contents(headings)
        self.present_anchor_ids = {*page.anchors, *(heading.id for heading in headings)}

    def read_source(self, config: MkDocsConfig) -> None:
        """Read nothing: the page came with its content."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render nothing: the content is HTML already."""


def _meta(title: str, description: str) -> dict[str, str]:
    # A theme strips the tags of `page.title` for <title>, which undoes the escaping; `meta` it prints as it is.
    return {"title": title} | ({"description": escape(description)} if description else {})


def table_of_contents(headings: Iterable[Heading]) -> TableOfContents:
    """Return the headings as MkDocs' tree: each hangs below the nearest earlier one of a lower level."""
    roots: list[AnchorLink] = []
    open_links: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(escape(heading.text), heading.id, heading.level)
        while open_links and open_links[-1].level >= heading.level:
            open_links.pop()
        (open_links[-1].children if open_links else roots).append(link)
        open_links.append(link)
    return TableOfContents(roots)
