"""Setting: what every page is made with, and the templates."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from newsarchive.archive import Archive
from newsarchive.article import Article
from newsarchive.pages.almanac import address_of
from newsarchive.pages.block_view import direction
from newsarchive.pages.concordance import Line
from newsarchive.pages.date_words import date_words, machine_date
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.letters import by_letter
from newsarchive.pages.line_html import line_html
from newsarchive.pages.note_text import note_html
from newsarchive.pages.page import Links
from newsarchive.registry.entity import Entity

TEMPLATES = Path(__file__).parent.parent / "theme" / "pages"


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,  # the one place where text becomes HTML; what is HTML already is a `Markup`
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(
        by_letter=by_letter,
        date_words=date_words,
        direction=direction,
        note_html=note_html,
    )
    return environment


@dataclass(frozen=True)
class Setting:
    """The archive, the form of links, the templates of the theme, and where the site stands.

    `site_url` is the address of the whole site with its closing slash, or "" where it is not known; only citations
    need it. `site_name` is what the site calls itself. `language` is the BCP 47 tag of the site's own words.
    """

    archive: Archive
    links: Links = field(default_factory=Links)
    environment: Environment = field(default_factory=_environment)
    site_url: str = ""
    site_name: str = "newsarchive"
    language: str = "en"

    @cached_property
    def indexes(self) -> Indexes:
        """What several kinds of page look up in the archive."""
        return Indexes(self.archive)

    @cached_property
    def macros(self) -> Mapping[str, Callable[..., Markup]]:
        """What every kind of page says in the same form."""
        return vars(self.environment.get_template("macros.html").module)

    @cached_property
    def said(self) -> dict[tuple[str, str, str], Markup]:
        """What was said already, by macro, page and item: an article is listed on dozens of pages."""
        return {}

    @cached_property
    def entry_ends(self) -> dict[int, tuple[str, str, str]]:
        """What one line on an article is made of beside the way there, by the article's position."""
        return {}

    @cached_property
    def told_ends(self) -> dict[int, dict[int, tuple[str, str, str]]]:
        """What stands around the anchor above the sentences of an article, by the page's depth and its position."""
        return defaultdict(dict)

    def render(self, template: str, address: str, **values: Any) -> Markup:  # noqa: ANN401  # whatever the template shows
        """Return the HTML of the page at `address`; the template sees `values`, `here` and `archive`."""
        here = Here(address, self)
        html = self.environment.get_template(template).render(here=here, archive=self.archive, **values)
        return Markup(html)  # noqa: S704  # the template has escaped all of it


@dataclass(frozen=True)
class Here:
    """The page that is being made: addresses become links from it."""

    address: str
    setting: Setting

    def link(self, address: str, anchor: str = "") -> str:
        """Return the relative link to the page at `address`."""
        return self.setting.links.between(self.address, address, anchor)

    def file(self, path: str) -> str:
        """Return the relative link to a file of the site."""
        return self.setting.links.to_file(self.address, path)

    def article_link(self, article: Article) -> Markup:
        """Return a link to `article`."""
        return self._again("article_link", article.id, article, ("articles",))

    def article_line(self, article: Article) -> Markup:
        """Return one line on `article`: title, source, date."""
        return self._again("article_line", article.id, article, ("articles", "dates"))

    def date_label(self, edtf: str) -> Markup:
        """Return an EDTF value in words, a link to the page where it stands."""
        address, shown = _dated(edtf)
        return Markup(f'<a class="na-date" href="{self.link(address)}">{shown}</a>')  # noqa: S704  # the words are escaped

    def entity_link(self, entity: Entity) -> Markup:
        """Return a link to `entity`."""
        return self._again("entity_link", entity.id, entity, (entity.room,))

    def sentence(self, line: Line) -> Markup:
        """Return a sentence, its marks leading to the block where it stands."""
        return line_html(line, self.link(line.article.address, line.block.id), self.foreign(line.article.language))

    def _again(self, macro: str, key: str, item: object, rooms: Sequence[str]) -> Markup:
        """Return what `macro` says of `item`, which `key` names; its links lead into `rooms`.

        Pages of one depth have the same links, but for those that stand in the room where a link leads.
        """
        place = self._inside if self._room in rooms else self._apart
        known = self.setting.said.get((macro, place, key))
        if known is None:
            known = self.setting.macros[macro](Here(place, self.setting), item)
            self.setting.said[macro, place, key] = known
        return known

    @cached_property
    def _room(self) -> str:
        return self.address.partition("/")[0]

    @cached_property
    def _inside(self) -> str:
        """Return an address of this page's depth in its room, at which there is no page."""
        return f"{self._room}/{'-/' * (self.address.count('/') - 1)}"

    @cached_property
    def _apart(self) -> str:
        """Return an address of this page's depth in no room."""
        return "-/" * self.address.count("/")

    def foreign(self, language: str | None) -> str | None:
        """Return `language` where it is not the site's own, so that only foreign words carry a language tag."""
        return None if language is None or language == self.setting.language else language


@lru_cache(maxsize=4096)
def _dated(edtf: str) -> tuple[str, str]:
    """Return the address of the page where an EDTF value stands, and the value in words as HTML."""
    words, machine = escape(date_words(edtf)), machine_date(edtf)
    return address_of(edtf) or "dates/", f'<time datetime="{machine}">{words}</time>' if machine else str(words)
