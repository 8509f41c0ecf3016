from datetime import date

import pytest

from newsarchive.pages.date_address import date_address
from newsarchive.pages.date_words import date_words, machine_date, weekday


@pytest.mark.parametrize(
    ("edtf", "words", "address"),
    [
        ("2020-11-05", "5 November 2020", "dates/2020-11-05/"),
        ("2020-11", "November 2020", "dates/2020-11/"),
        ("2020", "2020", "dates/2020/"),
        ("2020-11-05?", "5 November 2020 (uncertain)", "dates/2020-11-05/"),
        ("2020~", "about 2020", "dates/2020/"),
        ("2020-11%", "about November 2020 (uncertain)", "dates/2020-11/"),
        ("199X", "1990s", None),
        ("19XX", "1900s", None),
        ("2020-21", "spring 2020", None),
        ("2020-11-01/2020-11-05", "1 to 5 November 2020", None),
        ("2020-11-30/2020-12-06", "30 November to 6 December 2020", None),
        ("2020-11/2020-12", "November to December 2020", None),
        ("2020-12-28/2021-01-03", "28 December 2020 to 3 January 2021", None),
        ("2019/2020", "2019 to 2020", None),
        ("2020-11-01?/2020-11-05", "1 November 2020 (uncertain) to 5 November 2020", None),
        ("2020-21/2020-22", "spring 2020 to summer 2020", None),
        ("2020/..", "from 2020", None),
        ("../2020", "until 2020", None),
        ("Y170000002", "Y170000002", None),
        (None, "unknown", None),
    ],
)
def test_words_and_address_of_a_date(edtf, words, address):
    assert date_words(edtf) == words
    assert date_address(edtf) == address


def test_a_machine_date_is_the_date_without_its_qualifier():
    assert machine_date("2020-11?") == "2020-11"
    assert machine_date("199X") is None
    assert machine_date(None) is None


def test_weekdays():
    assert [weekday(date(2020, 11, day)) for day in (20, 22)] == ["Friday", "Sunday"]
