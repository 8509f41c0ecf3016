from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.edtf_value import parse_edtf


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020-11-20", "2020-11-20", "2020-11-20"),
        ("2020-11-20?", "2020-11-20", "2020-11-20"),
        ("2020-11~", "2020-11-01", "2020-11-30"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019%", "2019-01-01", "2019-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("199X~", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("99XX?", "9900-01-01", "9999-12-31"),
        ("2020-XX", "2020-01-01", "2020-12-31"),
        ("2020-11-XX", "2020-11-01", "2020-11-30"),
        ("2020-21", "2020-03-01", "2020-05-31"),
        ("2020-11-20/2020-12-01", "2020-11-20", "2020-12-01"),
        ("2019/2020-02", "2019-01-01", "2020-02-29"),
        ("2020/..", "2020-01-01", "9999-12-31"),
        ("../2020", "0001-01-01", "2020-12-31"),
        ("2020/", "2020-01-01", "9999-12-31"),
        ("/2020", "0001-01-01", "2020-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_value_knows_its_first_and_last_day(text, first, last):
    value = parse_edtf(text)
    assert (value.text, value.first, value.last) == (text, date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["2020-02-30", "1900-02-29~", "0000", "0000-01-01", "2020-11-31/2020-12-01"])
def test_a_day_that_the_calendar_does_not_have_is_said_to_be_none(text):
    with pytest.raises(ValueError, match="not a day of the calendar"):
        parse_edtf(text)


def test_an_interval_that_ends_before_it_begins_is_none():
    with pytest.raises(ValueError, match="ends before it begins"):
        parse_edtf("2020/2019")


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "/", "../..", "..", "20 November 2020", "20.11.2020", "2020-13", "2020-2", "2020-04-31?", "Y17000",
        "-0005", "2020-11-20T10:00:00", "{2019,2020}", "[2019..2020]", "1950S2", "2020-11-20 ", "2020-11-20\n", "open",
        "2020/2020/2021", "٢٠٢٠-١١-٢٠", "0000?", "000X", "00XX~", "2020-00", "XXXX", "(" * 1_000_000,
        "2020-11-20/" * 1_000,
    ],
)  # fmt: skip
def test_what_is_no_date_is_said_to_be_none_in_short_words(text):
    with pytest.raises(ValueError, match="is not a d") as caught:
        parse_edtf(text)
    assert len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


def test_only_a_single_day_is_a_day():
    assert parse_edtf("2020-11-20").is_day
    assert parse_edtf("2020-11-20/2020-11-20").is_day
    assert not parse_edtf("2020-11").is_day


@given(st.dates())
def test_every_day_of_the_calendar_is_read(day):
    value = parse_edtf(day.isoformat())
    assert value.first == value.last == day


@given(st.text("0123456789X-/?~%.TY{}[]S ", max_size=24))
def test_nothing_else_than_a_value_error_is_ever_raised(text):
    try:
        value = parse_edtf(text)
    except ValueError:
        return
    assert value.first <= value.last
