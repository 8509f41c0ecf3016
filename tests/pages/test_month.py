from newsarchive.annotate.synopsis import Dates
from newsarchive.pages.almanac import Unit, almanac_of
from newsarchive.pages.month import counts_of_months, months_of
from newsarchive.pages.spoken import spoken_table


def almanac(*values):
    dates = Dates("".join([f"{value}\n" for value in values]), bytes(len(values)), places=bytes(20 * len(values)))
    return almanac_of([], spoken_table([dates]))


def test_a_month_is_laid_out_in_weeks_from_monday():
    known = almanac("2021-05-03", "2021-05-03", "2021-05-30")
    (month,) = months_of(known, known.of(Unit.MONTH)[0])
    assert month.weeks[0] == ((0, None), (0, None), (0, None), (0, None), (0, None), (1, None), (2, None))
    day, tally = month.weeks[1][0]
    assert (day, tally.spoken) == (3, 2)
    assert month.tally.spoken == 3


def test_a_year_has_the_calendars_of_its_months_and_a_day_has_none():
    known = almanac("2021-05-03", "2021-07", "2021")
    assert [month.tally.entry.id for month in months_of(known, known.of(Unit.YEAR)[0])] == ["2021-05", "2021-07"]
    assert months_of(known, known.of(Unit.DAY)[0]) == ()


def test_the_counts_are_those_that_the_calendars_show():
    known = almanac("2021-05-03", "2021-07")
    counts = counts_of_months(known, known.of(Unit.YEAR)[0])
    assert counts == (("2021-05", 0, 1), ("2021-05-03", 0, 1), ("2021-07", 0, 1))
