"""Statements: the quotations of an article, with speaker and verb where the text says so."""

from newsarchive.annotation import Statement
from newsarchive.article import Article


def find_statements(article: Article) -> tuple[Statement, ...]:
    """Return the statements of `article` in the order of the text."""
    return ()
