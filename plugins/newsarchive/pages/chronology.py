"""The articles in the order of their dates."""

from collections.abc import Iterable
from datetime import date

from newsarchive.article import Article
from newsarchive.edtf_value import parse_edtf


def date_key(article: Article) -> tuple[date, date, str]:
    """Return what sorts articles from the earliest to the latest, undated ones last, ties by id."""
    if article.date is None:
        return date.max, date.max, article.id
    value = parse_edtf(article.date)
    return value.first, value.last, article.id


def oldest_first(articles: Iterable[Article]) -> list[Article]:
    """Return the articles from the earliest date to the latest; undated ones come last."""
    return sorted(articles, key=date_key)


def newest_first(articles: Iterable[Article]) -> list[Article]:
    """Return the dated articles from the latest to the earliest, ties by id; undated ones are left out."""
    dated = sorted((article for article in articles if article.date is not None), key=lambda article: article.id)
    return sorted(dated, key=lambda article: date_key(article)[:2], reverse=True)


def undated(articles: Iterable[Article]) -> list[Article]:
    """Return the articles without a date, by id."""
    return sorted((article for article in articles if article.date is None), key=lambda article: article.id)
