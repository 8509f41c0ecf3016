"""The whole site as plain Markdown: what outlives any site generator.

Every page becomes one CommonMark file (with the tables of GitHub's flavour) at its address, its links lead from file to
file, and its title stands in YAML front matter. Drawings are left out: the same stands beside each as a table.
"""

import json
from collections.abc import Iterator
from dataclasses import replace

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from newsarchive.pages.page import Links, Page
from newsarchive.pages.setting import Setting
from newsarchive.pages.site import site_pages

_INDEX = "index.md"
_LEFT_OUT = ("svg", "script", "style", "form", "button", "noscript", "template")


def markdown_files(setting: Setting) -> Iterator[tuple[str, bytes]]:
    """Yield the path (`articles/<slug>/index.md`) and the content of each page, in the order of `site_pages`."""
    for page in site_pages(replace(setting, links=Links(_INDEX))):
        yield f"{page.address}{_INDEX}", page_markdown(page).encode()


def page_markdown(page: Page) -> str:
    """Return a page as Markdown with front matter; it closes with a newline."""
    soup = BeautifulSoup(page.html, "lxml")
    for element in soup(_LEFT_OUT):
        element.decompose()
    for element in soup.find_all(id=True):
        _anchor(soup, element)
    text = _Converter(heading_style="atx", escape_misc=True, bullets="-", autolinks=False).convert_soup(soup)
    stated = {"title": page.title, "description": page.description}
    matter = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in stated.items() if value)
    return f"---\n{matter}---\n\n{text.strip()}\n"


def _anchor(soup: BeautifulSoup, element: Tag) -> None:
    """Put an anchor of its own at the head of `element`, which loses its id: Markdown has none."""
    anchor = soup.new_tag("a", id=str(element["id"]))
    del element["id"]
    if element.name in {"table", "tbody", "tr", "ul", "ol", "dl"}:
        element.insert_before(anchor)
    else:
        element.insert(0, anchor)


class _Converter(MarkdownConverter):
    """What markdownify does, and the few elements of our pages that it does not know."""

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Leave an anchor as HTML, for Markdown has none."""
        if el.get("id"):
            return f'<a id="{el["id"]}"></a>'
        link: str = super().convert_a(el, text, parent_tags)  # type: ignore[misc]  # its stub names no such method
        return link

    def convert_ins(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002  # called by these names
        """Mark what only one witness has; `del` is struck through already."""
        return f"<ins>{text}</ins>"

    def convert_summary(self, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002  # called by these names
        """Show what opens a part of the page as the heading that it is."""
        return f"\n\n**{text.strip()}**\n\n"
