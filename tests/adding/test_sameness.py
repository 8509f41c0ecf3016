import pytest

from newsarchive.adding.sameness import same_address, sharings
from newsarchive.article import Article, Block, BlockKind, Origin, Range, Source

TEXT = [
    "The ferry to Osterholm sailed again on Monday after five days of ice, and carried forty passengers.",
    "The captain had waited in the harbour of Norvik since Thursday, and slept in the wheelhouse at night.",
    "On the island the shop had been out of bread, and the baker's oven was cold for want of flour.",
]
OTHER = [
    "A bridge is to be built over the sound, the county said, and the plans are laid out in the town hall.",
    "It will cost more than the ferry did in twenty years, and nobody has said who is to pay for it.",
]


def article(name, paragraphs, url=None):
    blocks = tuple(
        Block(f"p{number}", BlockKind.PARAGRAPH, text, Range(0, len(text))) for number, text in enumerate(paragraphs, 1)
    )
    source = Source("The Harbour Post", url) if url else None
    return Article(name, f"{name}.txt", name, Origin.SIDECAR, None, Origin.UNKNOWN, blocks, source=source)


def test_a_lightly_edited_article_is_the_same():
    edited = [TEXT[0].replace("forty", "fifty"), TEXT[1], TEXT[2].replace("cold", "dark")]
    (shared,) = sharings(article("new", edited), [article("old", TEXT), article("other", OTHER)])
    assert (shared.other, shared.is_same) == ("old", True)


def test_an_article_that_shares_one_paragraph_is_another():
    (shared,) = sharings(article("new", [TEXT[0], *OTHER]), [article("old", TEXT)])
    assert shared.words > 10
    assert not shared.is_same


def test_an_excerpt_is_not_the_whole():
    (shared,) = sharings(article("new", TEXT[:1]), [article("old", [*TEXT, *OTHER])])
    assert shared.share == 1
    assert not shared.is_same


def test_nothing_in_common_is_nothing():
    assert sharings(article("new", TEXT), [article("old", OTHER)]) == []
    assert sharings(article("new", TEXT), []) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://www.example.org/ferry/", "https://example.org/ferry?utm_source=mail&fbclid=1", "https://m.example.org/ferry",
        "https://EXAMPLE.org/ferry/amp", "https://example.org/ferry#top", "https://example.org/ferry/index.html",
    ],
)  # fmt: skip
def test_addresses_that_lead_to_one_article_are_the_same(address):
    old = article("old", OTHER, "https://example.org/ferry")
    assert same_address(article("new", TEXT, address), [old]) is old


@pytest.mark.parametrize("address", ["https://example.org/ferry?id=2", "https://example.com/ferry", None])
def test_other_addresses_are_not(address):
    old = article("old", OTHER, "https://example.org/ferry?id=1")
    assert same_address(article("new", TEXT, address), [old]) is None
