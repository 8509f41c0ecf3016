import pytest

from newsarchive.annotation import Passage, Witness
from newsarchive.archive import Archive
from newsarchive.article import Span
from newsarchive.pages.comparing import LEAST_WORDS, MOST_COMPARED, compare_address, compared_pairs


def _passage(id_, words, *articles):
    return Passage(id_, words, tuple(Witness(article, (Span("p1", 0, 9),)) for article in articles), None)


def _pairs(*passages):
    return compared_pairs(Archive((), passages=passages))


def test_an_article_that_repeats_itself_is_not_compared_with_itself(harbour):
    assert list(compared_pairs(harbour)) == [("alpha", "beta")]


def test_boilerplate_brings_no_articles_together():
    articles = [f"n{number:02}" for number in range(MOST_COMPARED + 1)]

    assert _pairs(_passage("x", LEAST_WORDS, *articles)) == {}
    assert len(_pairs(_passage("x", LEAST_WORDS, *articles[1:]))) == 276


@pytest.mark.parametrize(
    ("words", "compared"), [((LEAST_WORDS,), True), ((LEAST_WORDS - 1,), False), ((10, 10), True), ((10,), False)]
)
def test_two_articles_are_compared_where_they_share_a_long_passage_or_several(words, compared):
    passages = [_passage(f"{number}", count, "b", "a") for number, count in enumerate(words)]

    assert list(_pairs(*passages)) == ([("a", "b")] if compared else [])


def test_the_order_of_the_two_makes_no_difference():
    pairs = {("a", "b")}

    assert compare_address(pairs, "b", "a") == compare_address(pairs, "a", "b") == "compare/a--b/"
    assert compare_address(pairs, "a", "c") is None
    assert compare_address(pairs, "a", "a") is None


@pytest.mark.parametrize(("length", "compared"), [(19, True), (22, True), (23, False)])
def test_a_short_passage_is_enough_where_it_is_half_of_the_shorter_article(write_archive, length, compared):
    articles = {"a": (None, "word " * length), "b": (None, "word " * 40)}
    archive = write_archive(articles, passages=(_passage("x", 11, "a", "b"),))

    assert list(compared_pairs(archive)) == ([("a", "b")] if compared else [])
