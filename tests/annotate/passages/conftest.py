"""What the tests of the passages share: articles of made-up prose, and the passages of them."""

from random import Random

import pytest

from newsarchive.annotate.passages import find_passages
from newsarchive.annotate.passages.words import words_of
from newsarchive.article import Article, Block, BlockKind, Origin, Range

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def make_prose(count, seed):
    """Return `count` words, hardly two of which stand together in another prose."""
    random = Random(seed)  # noqa: S311  # the same prose again, and no secret
    return " ".join("".join(random.choices(LETTERS, k=random.randint(6, 9))) for _ in range(count))


def make(name, *texts, date=None, origin=Origin.SIDECAR, blocks=None):
    blocks = blocks or [
        Block(f"p{number}", BlockKind.PARAGRAPH, text, Range(0, len(text))) for number, text in enumerate(texts, 1)
    ]
    return Article(name, f"{name}.txt", name, Origin.DERIVED, date, origin if date else Origin.UNKNOWN, tuple(blocks))


def described(articles, **more):
    """Return the passages as sorted lists of (article, text) with their divergences' kinds and readings."""
    by_id = {article.id: article for article in articles}
    found = []
    for passage in find_passages(articles, **more).passages:
        places = [
            (witness.article, " / ".join(by_id[witness.article].text_of(part) for part in witness.parts))
            for witness in passage.witnesses
        ]
        changes = [(each.kind.value, [reading.text for reading in each.readings]) for each in passage.divergences]
        found.append((places, changes))
    return sorted(found)


@pytest.fixture(scope="session")
def prose():
    """Make prose of so many words, of a seed."""
    return make_prose


@pytest.fixture(scope="session")
def article():
    """Make an article of its name and the texts of its paragraphs."""
    return make


@pytest.fixture(scope="session")
def passages():
    """Describe the passages of articles: places with texts, and divergences."""
    return described


@pytest.fixture(scope="session")
def words():
    """Give the words of an article of some paragraphs."""
    return lambda *texts: words_of([make("a", *texts)])[0][0]
