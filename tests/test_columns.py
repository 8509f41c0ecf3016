"""Columns: what is made without a constructor is the same."""

from typing import NamedTuple

from newsarchive.columns import columns, made, rows


class Place(NamedTuple):
    page: str
    line: int = 1


PLACES = (Place("a"), Place("b", 2))


def test_what_is_made_of_fields_is_what_its_constructor_makes():
    found = tuple(made(Place, [("a", 1), ("b", 2)]))
    assert found == PLACES
    assert {type(one) for one in found} == {Place}
    assert found[1].line == 2


def test_columns_and_rows_lead_back_to_one_another():
    assert columns(Place, PLACES) == (("a", "b"), (1, 2))
    assert tuple(rows(Place, *columns(Place, PLACES))) == PLACES


def test_nothing_has_columns_too():
    assert columns(Place, ()) == ((), ())
    assert tuple(rows(Place, (), ())) == ()
