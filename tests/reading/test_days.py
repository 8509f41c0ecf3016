import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.reading.days import day_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-03-04", "2021-03-04"),
        ("March 4, 2021", "2021-03-04"),
        ("March 04 , 2021", "2021-03-04"),
        ("Mar. 4, 2021", "2021-03-04"),
        ("Sept. 4, 2021", "2021-09-04"),
        ("Thursday, March 4, 2021", "2021-03-04"),
        ("Thu 4 March 2021", "2021-03-04"),
        ("4th of", None),
        ("4th March 2021", "2021-03-04"),
        ("march 4 2021", "2021-03-04"),
        ("4 MARCH, 2021", "2021-03-04"),
        ("May 31, 2021", "2021-05-31"),
        ("April 31, 2021", None),
        ("2021-13-01", None),
        ("3/4/2021", None),
        ("March 2021", None),
        ("March 4", None),
        ("On March 4, 2021", None),
        ("March 4, 2021.", None),
        ("4 Mart 2021", None),
        ("", None),
    ],
)
def test_a_day_is_read_only_where_it_is_whole_and_alone(text, day):
    assert day_of(text) == day


@given(st.dates(min_value=__import__("datetime").date(1000, 1, 1), max_value=__import__("datetime").date(2999, 12, 31)))
def test_every_day_is_read_in_each_form(day):
    forms = [
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b}. {day.year}",
        f"{day:%A}, {day:%B} {day:%d}, {day.year}",
    ]
    assert {day_of(form) for form in forms} == {day.isoformat()}
