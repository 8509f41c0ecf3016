"""Record: what texts have in common is the same after a way through plain values."""

import marshal

from newsarchive.annotate.passages.cluster import Cluster, Place
from newsarchive.annotate.passages.column import Cell, Column
from newsarchive.annotate.passages.draft import Draft
from newsarchive.annotate.passages.record import plain, read_spans, read_suppressed, renumbered
from newsarchive.annotation import DivergenceKind, Suppressed
from newsarchive.article import Span

CLUSTER = Cluster((Place(1, 0, 5), Place(0, 2, 7)), (((0, 0, 5),), ((0, 2, 2), (3, 5, 2))))
CELLS = Cell(0, "one", (Span("p1", 8, 11),)), Cell(1, "two", (Span("p2", 0, 2), Span("p3", 4, 5)))
DRAFT = Draft(
    ("a1", "b2"), (5, 5), ((Span("p1", 0, 20),), (Span("p2", 0, 2),)), (Column(DivergenceKind.WORD, CELLS),), 0
)


def sent(value):
    return marshal.loads(marshal.dumps(value))  # noqa: S302  # written one call before


def test_what_is_plain_goes_through_a_file_and_is_equal_to_what_it_was():
    assert sent(plain((CLUSTER, DRAFT))) == (CLUSTER, DRAFT)
    assert {plain(CLUSTER): "the same"}[CLUSTER] == "the same"


def test_spans_are_read_as_they_were():
    spans = read_spans(plain(CELLS[1].spans))
    assert spans == CELLS[1].spans
    assert [type(span) for span in spans] == [Span, Span]


def test_passages_go_with_their_articles_to_other_places():
    (moved,) = renumbered([plain((CLUSTER, DRAFT))], [5, 3])
    assert moved == ((((3, 0, 5), (5, 2, 7)), CLUSTER.tiles), DRAFT)
    assert not list(renumbered([plain((CLUSTER, DRAFT))], [5, None]))


def test_what_was_set_apart_is_read_as_it_was():
    columns = ("formula",), ("a",), ("p1",), (3,), (9,), ("a text",), ("said 30 times",)
    expected = Suppressed("passage", "formula", "a", Span("p1", 3, 9), "a text", "said 30 times")
    assert list(read_suppressed(sent(columns))) == [expected]
