"""The index of articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from newsarchive.article import Article
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.chronology import newest_first, undated
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.setting import Setting


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
    """Yield the index of articles, the newest first, those without a date apart."""
    years = tuple(_years(setting))
    yield Page(
        address="articles/",
        title="Articles",
        html=setting.render("articles.html", "articles/", years=years),
        headings=tuple(Heading(2, year.anchor, year.title) for year in years),
        description=f"All {len(setting.archive.articles)} articles of the archive, the newest first.",
    )


def _years(setting: Setting) -> Iterator[Year]:
    articles = setting.archive.articles
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
