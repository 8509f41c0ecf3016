from newsarchive.annotation import Passage, Witness
from newsarchive.article import Span
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.witnesses import MOST_WITNESSES, in_order, witness_list


def _passage(earliest, *articles):
    return Passage("x", 20, tuple(Witness(article, (Span("p1", 0, 4),)) for article in articles), earliest)


def test_the_earliest_comes_first_and_the_undated_last(write_archive):
    archive = write_archive({"a": (None, "rain"), "b": ("1902", "rain"), "c": ("1901", "rain"), "d": ("1901", "rain")})

    assert in_order(Indexes(archive), _passage(None, "a", "b", "c", "d")) == [2, 3, 1, 0]
    assert in_order(Indexes(archive), _passage(1, "a", "b", "c", "d")) == [1, 2, 3, 0]


def test_many_witnesses_have_sheets_by_year(write_archive):
    names = [f"n{number:02}" for number in range(MOST_WITNESSES + 1)]
    archive = write_archive({name: (f"19{name[1:]}", "rain") for name in names})
    listed = witness_list(Indexes(archive), _passage(0, *names))

    assert [sheet.address for sheet in listed.sheets][:2] == ["passages/x/in/1900/", "passages/x/in/1901/"]
    assert witness_list(Indexes(archive), _passage(0, *names[1:])).sheets == ()
