"""Dates: the expressions of an article that name a date, resolved to EDTF."""

from newsarchive.annotation import DateExpression
from newsarchive.article import Article


def find_dates(article: Article) -> tuple[DateExpression, ...]:
    """Return the date expressions of `article` in the order of the text."""
    return ()
