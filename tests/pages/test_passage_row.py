from newsarchive.annotation import Passage, Witness
from newsarchive.article import Span
from newsarchive.pages.passage_row import passage_row


def test_the_earliest_witness_lends_its_words(towns):
    later, earlier = Witness("second", (Span("p1", 0, 6),)), Witness("first", (Span("p1", 12, 20),))
    row = passage_row(towns, Passage("x1", 12, (later, earlier, later), 1))
    assert row.excerpt == towns.article_by_id["first"].block_by_id["p1"].text[12:20]
    assert row.begun
    assert not row.cut
    assert [article.id for article in row.articles] == ["second", "first"]
    assert row.address == "passages/x1/"


def test_a_long_passage_is_cut_between_words(write_archive):
    archive = write_archive({"long": (None, "word " * 100)})
    witness = Witness("long", (Span("p1", 0, 499),))
    row = passage_row(archive, Passage("x1", 100, (witness, witness), None))
    assert row.cut
    assert not row.begun
    assert len(row.excerpt) <= 160
    assert row.excerpt.endswith("word")


def test_a_passage_of_several_paragraphs_shows_more_than_the_first(write_archive):
    archive = write_archive({"two": (None, "A heading.", "And its text.")})
    witness = Witness("two", (Span("p1", 0, 10), Span("p2", 0, 13)))
    assert passage_row(archive, Passage("x1", 5, (witness, witness), None)).excerpt == "A heading. And its text."
