from newsarchive.annotate.synopsis import StatementRef
from newsarchive.pages.sheets import MONTH, YEAR
from newsarchive.pages.statement_list import MOST_ON_SHEET, MOST_SAID, all_statements, statement_list


def said(count):
    return [(position, StatementRef(0, "Ada", "people/ada", "p1", 0, 5, 0, 9)) for position in range(count)]


def sheets(make_entity, count):
    years = [f"{2019 + position % 2}" for position in range(count)]
    listed = statement_list(make_entity("people/ada"), {YEAR: years, MONTH: years}, said(count))
    assert listed.years == all_statements(make_entity("people/ada"), said(count))
    return [(sheet.address, len(sheet.items), len(sheet.parts)) for sheet in listed.sheets]


def test_few_statements_need_no_sheet(make_entity):
    assert sheets(make_entity, MOST_SAID) == []


def test_more_stand_on_one(make_entity):
    assert sheets(make_entity, MOST_SAID + 1) == [("people/ada/statements/", MOST_SAID + 1, 0)]


def test_still_more_stand_by_year_and_the_first_sheet_leads_to_the_years(make_entity):
    half = MOST_ON_SHEET // 2 + 1
    assert sheets(make_entity, 2 * half) == [
        ("people/ada/statements/", 0, 2),
        ("people/ada/statements/2019/", half, 0),
        ("people/ada/statements/2020/", half, 0),
    ]
