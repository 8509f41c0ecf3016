from newsarchive.annotate.synopsis import DateRef
from newsarchive.pages.spoken import SpokenRows, spoken_table


def ref(number, edtf="2020"):
    return DateRef(number, edtf, "stated", (), "p1", 0, 1, 0, 1)


TABLE = spoken_table([[ref(0), ref(1, "2021")], [], [ref(0, None)]])


def test_each_row_of_a_table_knows_the_position_of_its_article():
    assert TABLE.positions == [0, 0, 2]
    assert TABLE.values == ["2020", "2021", None]


def test_rows_are_looked_up_when_they_are_asked_for():
    rows = SpokenRows(TABLE, [1, 2])

    assert list(rows) == [(0, ref(1, "2021")), (2, ref(0, None))]
    assert rows[-1] == (2, ref(0, None))
    assert (rows.positions, rows.refs, rows.values) == ([0, 2], [ref(1, "2021"), ref(0, None)], ["2021", None])


def test_a_slice_of_rows_is_rows():
    assert list(SpokenRows(TABLE, [0, 1, 2])[1:]) == list(SpokenRows(TABLE, [1, 2]))
    assert not SpokenRows(TABLE, [0])[1:]
