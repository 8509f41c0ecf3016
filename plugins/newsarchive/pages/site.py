"""The whole site: every page of an archive."""

from collections.abc import Callable, Iterator

from newsarchive.pages.article import article_plans
from newsarchive.pages.articles import articles_plans
from newsarchive.pages.compare import compare_plans
from newsarchive.pages.dates import date_plans
from newsarchive.pages.districts import district_plans
from newsarchive.pages.entities import entities_plans
from newsarchive.pages.entity import entity_plans
from newsarchive.pages.home import home_plans
from newsarchive.pages.left_out import left_out_plans
from newsarchive.pages.notes import note_plans
from newsarchive.pages.page import Page
from newsarchive.pages.passage import passage_plans
from newsarchive.pages.passages import passages_plans
from newsarchive.pages.plan import Plan
from newsarchive.pages.search.page import search_plans
from newsarchive.pages.setting import Setting
from newsarchive.pages.statements import statement_plans

KINDS: tuple[Callable[[Setting], Iterator[Plan]], ...] = (
    home_plans,
    article_plans,
    articles_plans,
    passage_plans,
    passages_plans,
    compare_plans,
    entities_plans,
    entity_plans,
    district_plans,
    date_plans,
    statement_plans,
    note_plans,
    left_out_plans,
    search_plans,
)


def site_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for every page that the archive has, kind by kind."""
    for plans in KINDS:
        yield from plans(setting)


def site_pages(setting: Setting) -> Iterator[Page]:
    """Yield every page that the archive has, kind by kind."""
    return (plan.make() for plan in site_plans(setting))
