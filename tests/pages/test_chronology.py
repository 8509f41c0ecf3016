import pytest

from newsarchive.pages.chronology import newest_first, oldest_first, undated


@pytest.fixture
def articles(write_archive):
    dates = {"a": "2020-11", "b": None, "c": "2020-11-02", "d": "2020-11-02", "e": "2019", "f": None}
    return write_archive({id_: (date, "text") for id_, date in dates.items()}).articles


def test_the_oldest_first_ties_by_id_and_undated_last(articles):
    assert [one.id for one in oldest_first(articles)] == ["e", "a", "c", "d", "b", "f"]


def test_the_newest_first_ties_by_id_without_the_undated(articles):
    assert [one.id for one in newest_first(articles)] == ["c", "d", "a", "e"]


def test_the_undated_by_id(articles):
    assert [one.id for one in undated(reversed(articles))] == ["b", "f"]
