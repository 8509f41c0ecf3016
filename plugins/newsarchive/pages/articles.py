"""The index of articles, and its sheets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsarchive.article import Article
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.chronology import newest_first, undated
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheet_page import Whole, sheet_pages
from newsarchive.pages.sheets import FEW, MOST, LongList, long_list

_ROOT = "articles/"


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article in the index: its words, and how many articles it shares passages with."""

    article: Article
    words: int
    shared_with: int


@dataclass(frozen=True, slots=True)
class Year:
    """The articles of one year, the newest first; `title` is the year, or what stands in its place."""

    title: str
    anchor: str
    entries: tuple[ArticleEntry, ...]


def articles_pages(setting: Setting) -> Iterator[Page]:
    """Yield the index of articles, the newest first, those without a date apart; of many, its sheets too."""
    articles = setting.archive.articles
    listed = article_list(articles)
    years = tuple(_years(setting, newest_first(articles)[:FEW] if listed.years else articles))
    headings = [Heading(2, "all", "All by year")] if listed.years else []
    yield Page(
        address=_ROOT,
        title="Articles",
        html=setting.render("articles.html", _ROOT, years=years, listed=listed.years),
        headings=(*headings, *(Heading(2, year.anchor, year.title) for year in years)),
        description=f"All {len(articles)} articles of the archive, the newest first.",
    )
    whole = Whole(_ROOT, "Articles", "all", "Articles")
    yield from sheet_pages(
        setting,
        "articles_sheet.html",
        whole,
        listed.sheets,
        lambda sheet: tuple(_entry(setting, article) for article in sheet.items),
    )


def article_list(articles: Sequence[Article]) -> LongList[Article]:
    """Return the sheets of the articles, the newest first, where one page is too small for them."""
    if len(articles) <= MOST:
        return LongList()
    return long_list(f"{_ROOT}in/", (*newest_first(articles), *undated(articles)), lambda article: article.date)


def _years(setting: Setting, articles: Sequence[Article]) -> Iterator[Year]:
    for year, group in groupby(newest_first(articles), key=_year):
        yield Year(year, f"y{year}", tuple(_entry(setting, article) for article in group))
    if timeless := undated(articles):
        yield Year("Date unknown", "undated", tuple(_entry(setting, article) for article in timeless))


def _year(article: Article) -> str:
    return f"{parse_edtf(article.date or '').first.year:04d}"


def _entry(setting: Setting, article: Article) -> ArticleEntry:
    passages = setting.archive.passages_of_article.get(article.id, ())
    others = {witness.article for passage in passages for witness in passage.witnesses} - {article.id}
    return ArticleEntry(article, sum(len(block.text.split()) for block in article.blocks), len(others))
