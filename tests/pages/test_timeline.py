from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from newsarchive.pages.timeline import frame_of, timeline_of, widened

DAYS = st.dates(date(2, 1, 1), date(9998, 12, 31))  # the first and the last day of all stand for open ends
DATES = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda day: str(day)[:7]),
    DAYS.map(lambda day: str(day)[:4]),
    st.sampled_from(["199X", "2020-11-16/2020-11-22", "2020/..", "19XX"]),
)


def test_a_few_days_are_counted_by_the_day():
    frame = frame_of(["2020-11-20", "2020-11-25"])
    timeline = timeline_of(frame, [["2020-11-20", "2020-11-20", "2020-11-25", "2020-10-01", "2021", "2020-11"]])
    assert timeline.unit == "day"
    assert [bar.counts[0] for bar in timeline.bars] == [2, 0, 0, 0, 0, 1]
    assert [bar.heights[0] for bar in timeline.bars] == [100, 0, 0, 0, 0, 50]
    assert (timeline.before, timeline.after, timeline.coarse) == ((1,), (1,), (1,))
    assert [bar.words for bar in timeline.filled] == ["20 November 2020", "25 November 2020"]


def test_the_unit_grows_with_the_time():
    assert frame_of(["2020-01-01", "2020-03-02"]).unit == "day"
    assert frame_of(["2020-01-01", "2020-04-01"]).unit == "month"
    assert frame_of(["2000", "2020"]).unit == "year"
    assert frame_of(["1800", "2020"]).steps[:2] == ("180X", "181X")


def test_no_date_with_two_ends_makes_no_frame():
    assert frame_of(["2020/.."]) is None
    assert frame_of([]) is None


def test_the_first_decade_of_all_is_a_step():
    frame = frame_of(["0005", "2020"])
    assert frame.steps[0] == "000X"
    assert widened(frame, 31, ["0006-01-01"]).steps == frame.steps


def test_each_series_has_its_own_height():
    timeline = timeline_of(frame_of(["2020-11-20"]), [["2020-11-20"], ["2020-11-20"] * 9])
    assert timeline.bars[0].heights == (100, 100)
    assert timeline.highest == (1, 9)


def test_a_frame_widens_to_days_that_are_near():
    frame = frame_of(["2020-11-20"])
    wide = widened(frame, 31, ["2020-11-10", "2020-12-01", "2021-11-20", "1990", "2020-11"])
    assert (wide.steps[0], wide.steps[-1]) == ("2020-11-10", "2020-12-01")
    assert widened(frame, 31, []) == frame


@given(st.lists(DATES, min_size=1, max_size=8), st.lists(DATES, max_size=20))
def test_every_date_is_counted_once(around, dates):
    frame = frame_of(around)
    if frame is None:
        assert all(edtf.endswith("..") for edtf in around)
        return
    timeline = timeline_of(frame, [[str(frame.first), *dates]])
    outside = timeline.before[0] + timeline.after[0] + timeline.coarse[0]
    assert sum(bar.counts[0] for bar in timeline.bars) + outside == len(dates) + 1
    assert list(frame.steps) == sorted(set(frame.steps))


def test_where_no_step_counts_any_there_is_no_timeline():
    assert timeline_of(frame_of(["2020-11-20", "2020-11-21"]), [["2020"], ["1990"]]) is None
    assert timeline_of(None, [["2020"]]) is None
