"""Records: what an article comes back as, and when its blocks are read."""

from collections.abc import Sequence
from copy import copy
from pathlib import Path

import pytest

from newsarchive.article import Article, Block, BlockKind, Field, Origin, QuotedNote, Range, Source, Span
from newsarchive.reading.files import find_files
from newsarchive.reading.record import article_record, read_article, read_head
from newsarchive.reading.seed import read_seed
from newsarchive.reading.together import Address

SEEDS = Path(__file__).parents[2] / "seeds"
BLOCKS = (
    Block("p1", BlockKind.HEADING, "The \ud800 mill", Range(0, 10)),
    Block("p2", BlockKind.CAPTION, "A mill", Range(12, 18), "Ada Holm", "Ada Holm"),
)
ARTICLE = Article(
    "mill",
    "a/mill.txt",
    "The mill",
    Origin.TEXT,
    "2020-11",
    Origin.INFERRED,
    BLOCKS,
    Span("p1", 0, 3),
    Source("The Post", "https://example.org/"),
    "en",
    "CC0-1.0",
    retold=True,
    notes=(QuotedNote("mill", "It stood.", "A reader"),),
    fields=(Field("date", " date 2020-11-20 ", Range(20, 37)),),
    digest="d1",
)
ADDRESS = Address("mill", "a/mill.txt", "a/mill.yml", 3, 7)


class Asked:
    """A record that counts how often it is asked for."""

    def __init__(self, record):
        self.record, self.times = record, 0

    def __call__(self):
        self.times += 1
        return memoryview(self.record)


def kept(article=ARTICLE):
    asked = Asked(article_record(article, ADDRESS))
    return asked, read_head(asked)[0]


@pytest.mark.parametrize("article", [ARTICLE, *(read_seed(file).article for file in find_files(SEEDS)[0])])
def test_an_article_comes_back(article):
    address = Address(article.id, article.seed, "a.yml", 3, 7)
    record = article_record(article, address)
    for read in (read_article(record), read_head(lambda: record)):
        assert read == (article, address)
        assert (read[0].blocks_digest, read[0].characters) == (article.blocks_digest, article.characters)
        assert repr(read[0]) == repr(article)
        assert hash(read[0]) == hash(article)


def test_blocks_are_read_once_and_not_before_they_are_asked_for():
    asked, article = kept()
    assert (article.title, article.characters, article.blocks_digest) == ("The mill", 16, ARTICLE.blocks_digest)
    assert article.date_evidence == ARTICLE.date_evidence
    assert asked.times == 1
    assert article.text_of(Span("p2", 2, 6)) == "mill"
    assert article.block_by_id.keys() == {"p1", "p2"}
    assert list(article.blocks) == list(BLOCKS)
    assert asked.times == 2


def test_blocks_that_are_kept_are_like_a_tuple_of_them():
    blocks = kept()[1].blocks
    assert isinstance(blocks, Sequence)
    assert (len(blocks), blocks[0], blocks[-1], blocks[:1]) == (2, BLOCKS[0], BLOCKS[1], BLOCKS[:1])
    assert (blocks, BLOCKS, blocks) == (BLOCKS, blocks, kept()[1].blocks)
    assert blocks != BLOCKS[:1]
    assert blocks != "blocks"
    assert (hash(blocks), repr(blocks)) == (hash(BLOCKS), repr(BLOCKS))
    assert copy(blocks) == BLOCKS
    assert type(copy(blocks)) is tuple


def test_an_article_without_blocks_comes_back():
    assert not kept(Article("a", "a.txt", "a", Origin.TEXT, None, Origin.TEXT, ()))[1].blocks
