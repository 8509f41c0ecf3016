"""Record: what texts have in common is the same after a way through plain values."""

import marshal

from newsarchive.annotate.passages.findings import by_digest, compared
from newsarchive.annotate.passages.record import plain, read_drafts, read_suppressed
from newsarchive.annotation import Suppressed
from newsarchive.article import Span


def sent(value):
    return marshal.loads(marshal.dumps(plain(value)))  # noqa: S302  # written one call before


def found(article, prose):
    """Return the drafts of two articles that differ in a word."""
    text = prose(60, 1).split()
    return compared(by_digest([article("a", " ".join(text)), article("b", " ".join([*text[:30], "else", *text[31:]]))]))


def test_drafts_are_read_as_they_were_made(article, prose):
    drafts = found(article, prose).drafts
    assert drafts[0][1].columns  # the two tell a divergence, with its kind
    assert tuple(read_drafts(sent(drafts), range(2))) == drafts


def test_drafts_go_with_their_articles_to_other_places(article, prose):
    ((cluster, draft),) = found(article, prose).drafts
    ((moved, same),) = read_drafts(sent(((cluster, draft),)), [5, 3])
    assert [place.article for place in moved.places] == [[5, 3][place.article] for place in cluster.places]
    assert same == draft
    assert not list(read_drafts(sent(((cluster, draft),)), [5, None]))


def test_what_was_set_apart_is_read_as_it_was():
    apart = (Suppressed("passage", "formula", "a", Span("p1", 3, 9), "a text", "said 30 times"),)
    assert tuple(read_suppressed(sent(apart))) == apart
