"""The index of articles, and its sheets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from newsarchive.article import Article
from newsarchive.digest import digest
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.article_row import article_row
from newsarchive.pages.chronology import undated
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.sheet_page import Whole, sheet_plans
from newsarchive.pages.sheets import FEW, MOST, LongList, long_list

_ROOT = "articles/"


@dataclass(frozen=True, slots=True)
class Year:
    """The articles of one year as a list, the newest first; `title` is the year, or what stands in its place."""

    title: str
    anchor: str
    articles: Markup


def articles_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for the index of articles, the newest first, those without a date apart; of many, for its sheets."""
    articles = (*setting.indexes.newest, *undated(setting.archive.articles))
    listed = article_list(articles)
    shown = articles[:FEW] if listed.years else articles
    inputs = digest((len(articles), repr(listed.years), _listed(setting, shown)))
    yield Plan(_ROOT, inputs, partial(_index_page, setting, shown, listed))
    yield from sheet_plans(
        setting,
        "articles_sheet.html",
        Whole(_ROOT, "Articles", "all", "Articles"),
        listed.sheets,
        lambda sheet: _articles_html(Here(sheet.address, setting), sheet.items),
        lambda sheet: _listed(setting, sheet.items),
    )


def article_list(articles: Sequence[Article]) -> LongList[tuple[Article, ...]]:
    """Return the sheets of the articles, in their order, where one page is too small for them."""
    if len(articles) <= MOST:
        return LongList()
    return long_list(f"{_ROOT}in/", articles, lambda article: article.date)


def _listed(setting: Setting, articles: Sequence[Article]) -> bytes:
    """Return a digest of what a list of articles shows."""
    return digest((setting.indexes.digests_of(articles), *[_shared_with(setting, one) for one in articles]))


def _index_page(setting: Setting, articles: Sequence[Article], listed: LongList[tuple[Article, ...]]) -> Page:
    years = tuple(_years(Here(_ROOT, setting), articles))
    headings = [Heading(2, "all", "All by year")] if listed.years else []
    return Page(
        address=_ROOT,
        title="Articles",
        html=setting.render("articles.html", _ROOT, years=years, listed=listed.years),
        headings=(*headings, *(Heading(2, year.anchor, year.title) for year in years)),
        description=f"All {len(setting.archive.articles)} articles of the archive, the newest first.",
    )


def _years(here: Here, articles: Sequence[Article]) -> Iterator[Year]:
    for year, group in groupby(articles, key=_year):
        anchor = f"y{year}" if year else "undated"
        yield Year(year or "Date unknown", anchor, _articles_html(here, group))


def _year(article: Article) -> str:
    return f"{parse_edtf(article.date).first.year:04d}" if article.date else ""


def _articles_html(here: Here, articles: Iterable[Article]) -> Markup:
    rows = "\n".join([f"<li>{article_row(here, article)}\n{_extent(here, article)}</li>" for article in articles])
    return Markup(f'<ol class="na-list" reversed>\n{rows}\n</ol>')  # noqa: S704  # texts and values are escaped


def _extent(here: Here, article: Article) -> str:
    """Say how many words an article has, and how many articles it shares passages with."""
    indexes = here.setting.indexes
    shared = _shared_with(here.setting, article)
    passages = f", passages shared with {shared} article{'' if shared == 1 else 's'}" if shared else ""
    words = indexes.synopses[indexes.rank[article.id]].words
    return f'<span class="na-from">{words} word{"" if words == 1 else "s"}{passages}</span>'


def _shared_with(setting: Setting, article: Article) -> int:
    passages = setting.archive.passages_of_article.get(article.id)
    if passages is None:  # as of most
        return 0
    return len({witness.article for passage in passages for witness in passage.witnesses} - {article.id})
