"""Long lists are cut into sheets that hold every item once and at addresses that stay."""

from hypothesis import given
from hypothesis import strategies as st

from newsarchive.pages.sheets import FEW, MOST, excerpt, long_list, numbered, numbered_list

DATES = st.sampled_from([None, "2019", "2020", "2020-03", "2020-03-05", "2020-04-01", "2020-03?", "2019/2020", "198X"])
GROUPS = st.lists(st.tuples(DATES, st.integers(1, 450)), max_size=5)


def items(groups):
    return [(edtf, number, place) for place, (edtf, count) in enumerate(groups) for number in range(count)]


def sheets(groups):
    return long_list("list/", items(groups), lambda item: item[0])


@given(GROUPS)
def test_every_item_stands_on_one_sheet_and_no_sheet_has_too_many(groups):
    made = sheets(groups).sheets
    assert sorted(map(repr, (item for sheet in made for item in sheet.items))) == sorted(map(repr, items(groups)))
    assert all(len(sheet.items) <= MOST for sheet in made)
    assert len({sheet.address for sheet in made}) == len(made)


@given(GROUPS, GROUPS)
def test_a_list_that_grows_gives_up_no_address(groups, more):
    assert {sheet.address for sheet in sheets(groups).sheets} <= {
        sheet.address for sheet in sheets(groups + more).sheets
    }


@given(GROUPS)
def test_every_part_leads_to_a_sheet_and_counts_all_below_it(groups):
    made = sheets(groups)
    addresses = {sheet.address for sheet in made.sheets}
    parts = [*made.years, *(part for sheet in made.sheets for part in sheet.parts)]
    assert {part.address for part in parts} <= addresses
    assert sum(year.count for year in made.years) == len(items(groups))


def test_a_year_is_cut_by_month_and_a_month_by_number():
    made = sheets([("2020-03-05", 2 * MOST + 1), ("2020-04-01", 1), ("2020", 3), ("2021", 1), (None, 2)])
    assert [(sheet.address, sheet.words, len(sheet.items)) for sheet in made.sheets] == [
        ("list/2020/", "2020", 3),
        ("list/2020-03/", "March 2020", MOST),
        ("list/2020-03/2/", "March 2020, 2", MOST),
        ("list/2020-03/3/", "March 2020, 3", 1),
        ("list/2020-04/", "April 2020", 1),
        ("list/2021/", "2021", 1),
        ("list/undated/", "date unknown", 2),
    ]
    assert [(part.words, part.count) for part in made.sheets[0].parts] == [("March 2020", 401), ("April 2020", 1)]


def test_a_short_list_needs_no_sheets():
    assert numbered_list("list/", "List", range(MOST)).sheets == ()
    assert len(numbered_list("list/", "List", range(MOST + 1)).sheets) == 2
    assert numbered("list/", "List", ())[0].items == ()


def test_a_page_shows_a_short_list_whole_and_the_beginning_of_a_long_one():
    assert excerpt(range(MOST)).more == 0
    assert excerpt(range(MOST + 1)).shown == tuple(range(FEW))
    assert excerpt(range(MOST + 1)).more == MOST + 1 - FEW
