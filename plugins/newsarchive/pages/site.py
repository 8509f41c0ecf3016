"""The whole site: every page of an archive."""

from collections.abc import Callable, Iterator

from newsarchive.pages.article import article_pages
from newsarchive.pages.page import Page
from newsarchive.pages.setting import Setting

KINDS: tuple[Callable[[Setting], Iterator[Page]], ...] = (article_pages,)


def site_pages(setting: Setting) -> Iterator[Page]:
    """Yield every page that the archive has, kind by kind."""
    for pages in KINDS:
        yield from pages(setting)
