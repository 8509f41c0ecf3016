"""The whole site: every page of an archive."""

from collections.abc import Callable, Iterator

from newsarchive.pages.article import article_pages
from newsarchive.pages.articles import articles_pages
from newsarchive.pages.compare import compare_pages
from newsarchive.pages.dates import date_pages
from newsarchive.pages.districts import district_pages
from newsarchive.pages.entities import entities_pages
from newsarchive.pages.entity import entity_pages
from newsarchive.pages.home import home_pages
from newsarchive.pages.left_out import left_out_pages
from newsarchive.pages.notes import note_pages
from newsarchive.pages.page import Page
from newsarchive.pages.passage import passage_pages
from newsarchive.pages.passages import passages_pages
from newsarchive.pages.search.page import search_page
from newsarchive.pages.setting import Setting
from newsarchive.pages.statements import statement_pages

KINDS: tuple[Callable[[Setting], Iterator[Page]], ...] = (
    home_pages,
    article_pages,
    articles_pages,
    passage_pages,
    passages_pages,
    compare_pages,
    entities_pages,
    entity_pages,
    district_pages,
    date_pages,
    statement_pages,
    note_pages,
    left_out_pages,
    search_page,
)


def site_pages(setting: Setting) -> Iterator[Page]:
    """Yield every page that the archive has, kind by kind."""
    for pages in KINDS:
        yield from pages(setting)
