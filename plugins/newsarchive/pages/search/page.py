"""The search page."""

from collections.abc import Iterator

from newsarchive.pages.page import Page
from newsarchive.pages.setting import Setting

ADDRESS = "search/"


def search_page(setting: Setting) -> Iterator[Page]:
    """Yield the page that holds the search box and shows what it finds."""
    html = setting.render("search.html", ADDRESS)
    yield Page(ADDRESS, "Search", html, description="Search the archive's names, articles, days and passages.")
