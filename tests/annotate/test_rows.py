"""Rows: plain values stand for the annotations that they were made of."""

from newsarchive.annotate.rows import Rows, annotations_of_rows, rows_of
from newsarchive.annotation import AmbiguousMention, Annotations, DateExpression, DateRole, Statement, Suppressed
from newsarchive.article import Span

SPAN = Span("p1", 0, 3)
RARE = Annotations(
    ambiguous=(AmbiguousMention("a", SPAN, "Sund", "Sund", ("places/a", "places/b")),),
    dates=(DateExpression("a", SPAN, "May", None, DateRole.STATED, "2020", ("2019-05", "2020-05"), "said"),),
    statements=(Statement("a", SPAN, "Yes", "Ada", "said", Span("p1", 5, 8)), Statement("a", SPAN, "No")),
    suppressed=(Suppressed("mention", "no-district", "a", SPAN, "Sund", "places/a"),),
)


def test_annotations_are_made_of_their_rows_again(found_in_seeds):
    for id_, found in {**found_in_seeds, "a": RARE}.items():
        assert annotations_of_rows(id_, rows_of(found)) == found


def test_nothing_but_plain_values_stands_in_rows(found_in_seeds):
    kinds = {
        type(value)
        for found in (*found_in_seeds.values(), RARE)
        for kind in rows_of(found)
        for row in kind
        for value in row
    }
    assert kinds == {str, int, tuple, type(None)}


def test_no_rows_stand_for_nothing():
    assert annotations_of_rows("a", Rows()) == Annotations()
