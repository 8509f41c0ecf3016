from newsarchive.annotate.passages.assemble import left_out
from newsarchive.annotate.passages.cluster import Cluster, Place
from newsarchive.annotate.passages.draft import Draft
from newsarchive.annotation import Suppressed
from newsarchive.article import Article, Block, BlockKind, Origin, Range, Span

TEXT = "The road over the pass is shut."


def article(name):
    block = Block("p1", BlockKind.PARAGRAPH, TEXT, Range(0, len(TEXT)))
    return Article(name, f"{name}.txt", name, Origin.DERIVED, None, Origin.UNKNOWN, (block,))


def draft(hidden):
    parts = (Span("p1", 4, 17),)
    return Cluster((Place(1, 1, 4), Place(0, 1, 4)), ((), ())), Draft(("a", "a"), (3, 3), (parts, parts), (), hidden)


def test_a_passage_whose_witnesses_differ_too_often_says_how_often():
    articles = (article("one"), article("two"))
    detail = "2 witnesses differ in 7 places more than are told"
    assert list(left_out([draft(0), draft(7)], articles)) == [
        Suppressed("passage", "bounded", "two", Span("p1", 4, 17), "road over the", detail)
    ]
