from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.annotate.synopsis import Dates, packed
from newsarchive.pages.almanac import Unit, address_of, almanac_of, home_of, page_counts
from newsarchive.pages.spoken import spoken_table


def spoken(*values):
    count = len(values)
    text = "".join([f"{value or ''}\n" for value in values])
    return spoken_table([Dates(text, bytes(count), places=packed([1, 0, 1, 0, 1] * count))])


@pytest.mark.parametrize(
    ("edtf", "home"),
    [
        ("2020-11-20", "2020-11-20"),
        ("2020-11-20?", "2020-11-20"),
        ("2020-11", "2020-11"),
        ("2020", "2020"),
        ("2020-11-16/2020-11-22", "2020-11"),
        ("2020-11-30/2020-12-06", "2020"),
        ("2020-21", "2020"),  # spring
        ("2020-12-28/2021-01-03", None),
        ("199X", None),
        ("1990/1993", None),
        ("2020/..", None),
        ("0001-01-01", "0001-01-01"),
    ],
)
def test_a_date_stands_on_the_smallest_page_that_holds_it(edtf, home):
    assert home_of(edtf) == home
    assert address_of(edtf) == (f"dates/{home}/" if home else "dates/")


def test_what_has_no_date_has_no_page():
    assert address_of(None) is None


def test_a_day_brings_its_month_and_its_year():
    almanac = almanac_of([], spoken("2020-11-20"))
    assert list(almanac.entries) == ["2020", "2020-11", "2020-11-20"]
    year = almanac.of(Unit.YEAR)[0]
    assert [part.id for part in almanac.parts_of(year)] == ["2020-11"]
    assert almanac.tallies["2020"].spoken == 1
    assert not almanac.entries["2020"].spoken


def test_a_week_stands_around_its_days_and_a_decade_around_its_years():
    almanac = almanac_of([], spoken("2020-11-20", "2020-11-16/2020-11-22", "202X", "2020-11"))
    assert [one.edtf for _, one in almanac.entries["2020-11-20"].around] == ["2020-11-16/2020-11-22"]
    assert [one.edtf for _, one in almanac.entries["2020-11"].spoken] == ["2020-11-16/2020-11-22", "2020-11"]
    assert [one.edtf for _, one in almanac.entries["2020"].around] == ["202X"]
    assert [one.edtf for _, one in almanac.stretches] == ["202X"]


def test_a_century_and_an_open_stretch_stand_around_nothing():
    almanac = almanac_of([], spoken("2020-11-20", "20XX", "2010/.."))
    assert all(not entry.around for entry in almanac.entries.values())
    assert len(almanac.stretches) == 2


def test_the_ambiguous_stand_apart():
    almanac = almanac_of([], spoken(None))
    assert almanac.entries == {}
    assert len(almanac.ambiguous) == 1


days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(days, days)
def test_a_stretch_is_spoken_of_once_and_never_around_its_own_page(one, other):
    first, last = sorted((one, other))
    stretch = f"{first.isoformat()}/{last.isoformat()}"
    almanac = almanac_of([], spoken(stretch, first.isoformat(), last.isoformat()))
    homes = [entry.id for entry in almanac.entries.values() for _, told in entry.spoken if told.edtf == stretch]
    assert homes == ([home_of(stretch)] if home_of(stretch) else [])
    for entry in almanac.entries.values():
        if any(told.edtf == stretch for _, told in entry.around):
            assert not any(home.startswith(entry.id) for home in homes)
            assert first.isoformat()[: len(entry.id)] <= entry.id <= last.isoformat()[: len(entry.id)]


def test_what_stands_around_a_date_comes_home_by_home_and_then_in_the_order_of_the_articles():
    weeks = ("2020-11-18/2020-11-24", "2020-11-16/2020-11-22")
    values = (weeks[0], "2020-11-20/2020-12-03", weeks[1], weeks[0], "2020-11-20")
    almanac = almanac_of([], spoken(*values))
    around = [(one.number, one.edtf) for _, one in almanac.entries["2020-11-20"].around]
    assert around == [(0, weeks[0]), (2, weeks[1]), (3, weeks[0]), (1, "2020-11-20/2020-12-03")]


@given(
    st.lists(st.sampled_from((None, "2020", "2020-11", "2020-11-20", "2020-11-20?", "2020-11-16/2020-11-22", "202X")))
)
def test_what_stands_on_each_page_can_be_counted_alone(values):
    entries = almanac_of([], spoken(*values)).entries
    assert page_counts({}, Counter(values)) == {id_: (0, len(entry.spoken)) for id_, entry in entries.items()}
    assert page_counts(Counter(values), {}) == {id_: (len(entry.spoken), 0) for id_, entry in entries.items()}
