"""Record: what texts have in common is the same after a way through plain values."""

import marshal

from newsarchive.annotate.passages.findings import by_digest, compared
from newsarchive.annotate.passages.record import read_drafts, read_suppressed, renumbered
from newsarchive.annotation import DivergenceKind, Suppressed
from newsarchive.article import Span


def sent(value):
    return marshal.loads(marshal.dumps(value))  # noqa: S302  # written one call before


def found(article, prose):
    """Return the drafts of two articles that differ in a word."""
    text = prose(60, 1).split()
    return compared(by_digest([article("a", " ".join(text)), article("b", " ".join([*text[:30], "else", *text[31:]]))]))


def test_drafts_are_read_as_they_were_made(article, prose):
    ((cluster, draft),) = read_drafts(found(article, prose).drafts)
    assert {place.article for place in cluster.places} == {0, 1}
    ((kind, cells),) = draft.columns
    assert kind is DivergenceKind.WORD
    assert "else" in {cell.text for cell in cells}
    assert all(span.start < span.end for cell in cells for span in cell.spans)


def test_drafts_go_with_their_articles_to_other_places(article, prose):
    (plain,) = found(article, prose).drafts
    ((cluster, draft),) = read_drafts([plain])
    ((moved, same),) = read_drafts(renumbered(sent((plain,)), [5, 3]))
    assert [place.article for place in moved.places] == [[5, 3][place.article] for place in cluster.places]
    assert same == draft
    assert not list(renumbered(sent((plain,)), [5, None]))


def test_what_was_set_apart_is_read_as_it_was():
    columns = ("formula",), ("a",), ("p1",), (3,), (9,), ("a text",), ("said 30 times",)
    expected = Suppressed("passage", "formula", "a", Span("p1", 3, 9), "a text", "said 30 times")
    assert list(read_suppressed(sent(columns))) == [expected]
