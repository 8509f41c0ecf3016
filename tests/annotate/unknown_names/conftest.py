"""What the tests of unknown names share: articles of a few words, and what is found in them."""

import pytest

from newsarchive.annotate.unknown_names import find_unknown_names
from newsarchive.article import Article, Block, BlockKind, Origin, Range


def article(*texts, id_="a", language="en", kind=BlockKind.PARAGRAPH, **more):
    blocks = tuple(Block(f"p{n}", kind, text, Range(0, len(text)), **more) for n, text in enumerate(texts, 1))
    return Article(id_, f"{id_}.txt", "T", Origin.DERIVED, None, Origin.UNKNOWN, blocks, language=language)


@pytest.fixture(scope="session")
def article_of():
    """Make an article of the texts of its blocks."""
    return article


@pytest.fixture(scope="session")
def unknown():
    """Find the names in paragraphs."""
    return lambda *texts, **more: find_unknown_names([article(*texts, **more)])


@pytest.fixture(scope="session")
def texts(unknown):
    """Find the texts of the names in paragraphs, sorted."""
    return lambda *paragraphs, **more: sorted(name.text for name in unknown(*paragraphs, **more))
