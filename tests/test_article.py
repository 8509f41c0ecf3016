"""Article: what it tells of its blocks."""

import pytest

from newsarchive.article import Article, Block, BlockKind, Origin, Range

BLOCK = Block("p1", BlockKind.POST, "a b", Range(0, 3))


def digest_of(*blocks):
    return Article("a", "a.txt", "a", Origin.DERIVED, None, Origin.UNKNOWN, blocks).blocks_digest


@pytest.mark.parametrize(
    "more", [{"text": "a  b"}, {"by": "a"}, {"credit": "a"}, {"kind": BlockKind.CAPTION}, {"id": "p2"}]
)
def test_the_digest_of_blocks_tells_every_field_but_where_they_stand(more):
    assert digest_of(BLOCK._replace(**more)) != digest_of(BLOCK)
    assert digest_of(BLOCK._replace(range=Range(5, 8))) == digest_of(BLOCK)


def test_the_digest_of_blocks_tells_where_one_ends():
    digests = [digest_of(), digest_of(BLOCK), digest_of(BLOCK, BLOCK), digest_of(BLOCK._replace(text="a ba b"))]
    assert len(set(digests)) == len(digests)
