"""Precedence: which witness of a passage is the earliest, as far as the dates tell."""

from collections.abc import Sequence
from datetime import date

from newsarchive.article import Article, Origin
from newsarchive.edtf_value import parse_edtf


def possible_days(article: Article) -> tuple[date, date]:
    """Return the first and the last day on which `article` may have been published.

    An inferred date is the day of something that the article quotes: it can only be later. An unknown or unreadable
    date may be any day.
    """
    if article.date is None:
        return date.min, date.max
    try:
        value = parse_edtf(article.date)
    except ValueError:
        return date.min, date.max
    return value.first, date.max if article.date_origin is Origin.INFERRED else value.last


def earliest(articles: Sequence[Article]) -> int | None:
    """Return the position of the one article that was certainly published before all others, or None."""
    days = [possible_days(article) for article in articles]
    first = min(range(len(days)), key=lambda position: (days[position][1], position))
    others = (days[position][0] for position in range(len(days)) if position != first)
    return first if all(days[first][1] < other for other in others) else None


def possibly_earliest(articles: Sequence[Article]) -> list[int]:
    """Return the positions of all articles that may have been published before all others."""
    days = [possible_days(article) for article in articles]
    bound = min(last for _, last in days)
    return [position for position, (first, _) in enumerate(days) if first <= bound]
