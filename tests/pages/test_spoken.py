import numpy as np

from newsarchive.annotate.synopsis import ROLES, Dates, packed
from newsarchive.annotation import DateRole
from newsarchive.pages.spoken import NO_ROWS, DateRef, SpokenRows, spoken_table

STATED, PAST = (ROLES.index(role) for role in (DateRole.STATED, DateRole.PAST))
FIRST = Dates("2020\n2021\n", bytes([STATED, PAST]), places=packed([1, 0, 4, 0, 9, 3, 2, 6, 1, 8]))
SECOND = Dates("\n", bytes([STATED]), places=packed([70000, 100000, 100001, 99999, 100002]))
TABLE = spoken_table([FIRST, Dates(), SECOND])
LATER = DateRef(1, "2021", "past", "p3", 2, 6, 1, 8)
FAR = DateRef(0, None, "stated", "p70000", 100000, 100001, 99999, 100002)


def rows_of(*rows):
    return SpokenRows(TABLE, np.array(rows))


def test_each_row_of_a_table_knows_the_position_of_its_article():
    assert TABLE.positions.tolist() == [0, 0, 2]
    assert TABLE.values.at(np.array([0, 2])) == ["2020", None]
    assert TABLE.resolved.tolist() == [True, True, False]


def test_a_table_of_nothing_has_no_rows():
    assert not SpokenRows(spoken_table([Dates(), Dates()]), NO_ROWS)
    assert spoken_table([]).values.counts == {}


def test_rows_are_looked_up_when_they_are_asked_for():
    rows = rows_of(1, 2)

    assert list(rows) == [(0, LATER), (2, FAR)]
    assert rows[-1] == (2, FAR)
    assert (rows.positions.tolist(), rows.numbers.tolist(), rows.values) == ([0, 2], [1, 0], ["2021", None])


def test_a_slice_of_rows_is_rows():
    assert list(rows_of(0, 1, 2)[1:]) == list(rows_of(1, 2))
    assert not rows_of(0)[1:]
    assert list(rows_of(0)[1:]) == []
