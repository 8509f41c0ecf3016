from newsarchive.annotate.synopsis import ROLES, Dates, packed
from newsarchive.annotation import DateRole
from newsarchive.pages.spoken import DateRef, SpokenRows, spoken_table

STATED, PAST = (ROLES.index(role) for role in (DateRole.STATED, DateRole.PAST))
FIRST = Dates("2020\n2021\n", bytes([STATED, PAST]), places=packed([1, 0, 4, 0, 9, 3, 2, 6, 1, 8]))
SECOND = Dates("\n", bytes([STATED]), places=packed([70000, 100000, 100001, 99999, 100002]))
TABLE = spoken_table([FIRST, Dates(), SECOND])
LATER = DateRef(1, "2021", "past", "p3", 2, 6, 1, 8)
FAR = DateRef(0, None, "stated", "p70000", 100000, 100001, 99999, 100002)


def test_each_row_of_a_table_knows_the_position_of_its_article():
    assert TABLE.positions == [0, 0, 2]
    assert TABLE.values == ["2020", "2021", None]
    assert TABLE.rows_of_values == {"2020": [0], "2021": [1], None: [2]}


def test_rows_are_looked_up_when_they_are_asked_for():
    rows = SpokenRows(TABLE, [1, 2])

    assert list(rows) == [(0, LATER), (2, FAR)]
    assert rows[-1] == (2, FAR)
    assert (rows.positions, rows.refs, rows.values) == ([0, 2], [LATER, FAR], ["2021", None])


def test_a_slice_of_rows_is_rows():
    assert list(SpokenRows(TABLE, [0, 1, 2])[1:]) == list(SpokenRows(TABLE, [1, 2]))
    assert not SpokenRows(TABLE, [0])[1:]
