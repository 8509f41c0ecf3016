"""Frames: what a theme puts around a page, rendered once for all pages that stand alike, and filled in for each.

A theme's template gets a page whose title, text and addresses are signs of our own; between the signs stands what is
the same for every page of that depth below that page of the nav. Any theme will do: what it prints twice is filled in
twice, and what it leaves out a page goes without.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from newsarchive.digest import digest
from newsarchive.mkdocs.page import table_of_contents
from newsarchive.mkdocs.place import file_folder, folders_of, make_permanent, page_above
from newsarchive.pages.page import Heading, Page

# Letters and digits alone pass through every filter of a template.
_SIGN = "na7Zq{}q7"
_STEP, _TITLE, _DESCRIPTION, _CANONICAL, _CHANGE, _LIST = map(
    _SIGN.format, ("Step", "Title", "Description", "Canonical", "Change", "List")
)
_CONTENT = f"<h1>{_SIGN.format('Content')}</h1>"  # themes look whether a page has a heading of its own
_FIRST, _SECOND = (Heading(2, _SIGN.format(f"Id{nth}"), _SIGN.format(f"Words{nth}")) for nth in ("One", "Two"))
_ROWS = re.compile(f"{_FIRST.id}(.*?){_FIRST.text}(.*?){_SECOND.id}\\1{_SECOND.text}", re.DOTALL)
_REST = re.compile(f"{_SECOND.id}|{_SECOND.text}")
_SIGNS = (_TITLE, _DESCRIPTION, _CANONICAL, _CHANGE, _LIST, _CONTENT, _FIRST.id, _FIRST.text)
_CUTS = re.compile(f"({'|'.join(_SIGNS)}|(?:{_STEP}/)+)")


@dataclass(frozen=True, slots=True)
class Pieces:
    """A rendering cut at its signs, which stay; `within` and `between` are those of the rows of its headings."""

    parts: tuple[str, ...]
    within: str
    between: str

    def rows(self, headings: tuple[Heading, ...]) -> str:
        """Return the list of the headings as the theme would write it."""
        return self.between.join([f"{heading.id}{self.within}{escape(heading.text)}" for heading in headings])


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the pages of one depth below one page of the nav: plain text, cut where a page fills it.

    `variants` has it for pages with and without a description, an edit link and headings, in this order. The addresses
    of all its pages begin with `start`. `digest` (16 bytes) tells it from every other frame.
    """

    variants: Mapping[tuple[bool, bool, bool], Pieces]
    start: str
    digest: bytes

    def fill(self, page: Page, canonical: str | None, edit_url: str | None) -> str:
        """Return the finished HTML of `page`.

        `canonical` is its whole address in the world and `edit_url` where it can be changed; None where there is none.
        """
        pieces = self.variants[bool(page.description), edit_url is not None, bool(page.headings)]
        rest = page.address.removeprefix(self.start)
        filled = {
            _TITLE: escape(page.title),
            _DESCRIPTION: escape(page.description),
            _CANONICAL: canonical or "",
            _CHANGE: edit_url or "",
            _CONTENT: page.html,
            _steps(rest): rest,
        }
        if page.headings:
            first = page.headings[0]
            filled |= {_LIST: pieces.rows(page.headings), _FIRST.id: first.id, _FIRST.text: escape(first.text)}
        return "".join([filled.get(part, part) for part in pieces.parts])


def frames(env: Environment, config: MkDocsConfig, nav: Navigation, files: Files) -> Callable[[str], Frame]:
    """Return what gives the frame of the page at an address; each frame is made when it is first asked for."""
    folders = folders_of(nav)
    made: dict[tuple[str, str], Frame] = {}
    known: dict[str, Frame] = {}  # by the folder above a page, on which it all hangs: tens of thousands share few

    def frame_of(address: str) -> Frame:
        folder = address.rstrip("/").rpartition("/")[0] or address
        if folder not in known:
            known[folder] = framed(address)
        return known[folder]

    def framed(address: str) -> Frame:
        above = page_above(folders, address)
        # A page right below the home page may be one of a kind, such as the search: it is no example of others.
        start = address if address.count("/") < 2 else file_folder(above.file) if above else ""  # noqa: PLR2004
        alike = start, _steps(address.removeprefix(start))
        if alike not in made:
            made[alike] = _frame(_Rendering(env, config, nav, files, above, "".join(alike)), start)
        return made[alike]

    return frame_of


@dataclass(frozen=True)
class _Rendering:
    """All that a theme is told to render a page at `address`, a sign in place of what its pages do not share."""

    env: Environment
    config: MkDocsConfig
    nav: Navigation
    files: Files
    above: MkDocsPage | None
    address: str

    def html(self, description: str, edit_url: str | None, headings: tuple[Heading, ...]) -> str:
        """Return what MkDocs would write for the page, the other plugins' part in it included."""
        page = self._page(description, headings)
        page.edit_url = edit_url
        page.active = True
        try:
            context = get_context(self.nav, self.files, self.config, page)
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            html = self.env.get_template("main.html").render(context)
            return self.config.plugins.on_post_page(html, page=page, config=self.config)
        finally:
            page.active = False

    def _page(self, description: str, headings: tuple[Heading, ...]) -> MkDocsPage:
        source = f"{self.address}index.md"
        file = File.generated(self.config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        page = MkDocsPage(_TITLE, file, self.config)
        page.markdown, page.content, page.toc = "", _CONTENT, table_of_contents(headings)
        page.meta = {"title": _TITLE} | ({"description": description} if description else {})
        page.canonical_url = _CANONICAL if self.config.site_url else None
        page.parent = self.above  # type: ignore[assignment]  # as every page outside the nav has it
        make_permanent(page)
        return page


def _frame(rendering: _Rendering, start: str) -> Frame:
    edits = (None, _CHANGE) if rendering.config.edit_uri or rendering.config.edit_uri_template else (None,)
    variants = {}
    for description, edit in product(("", _DESCRIPTION), edits):
        plain = _cut(rendering.html(description, edit, ()))
        listed = _cut(rendering.html(description, edit, (_FIRST, _SECOND)))
        variants[bool(description), bool(edit), False] = plain
        variants[bool(description), bool(edit), True] = plain if _REST.search("".join(listed.parts)) else listed
    return Frame(variants, start, digest((repr(variants),)))


def _steps(address: str) -> str:
    """Return what stands for an address in a rendering: as many steps, each the same."""
    return f"{_STEP}/" * address.count("/")


def _cut(html: str) -> Pieces:
    """Cut a rendering at its signs. Where a list of headings goes on otherwise than it began, signs are left in it."""
    row = _ROWS.search(html)
    within, between = row.groups() if row else ("", "")
    html = html.replace(row[0], _LIST) if row else html
    return Pieces(tuple(filter(None, _CUTS.split(html))), within, between)
