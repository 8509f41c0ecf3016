"""The search page."""

from collections.abc import Iterator
from functools import partial

from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Setting

ADDRESS = "search/"


def search_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for the page that holds the search box and shows what it finds: it tells of no article."""
    yield Plan(ADDRESS, b"", partial(_search_page, setting))


def _search_page(setting: Setting) -> Page:
    html = setting.render("search.html", ADDRESS)
    return Page(ADDRESS, "Search", html, description="Search the archive's names, articles, days and passages.")
