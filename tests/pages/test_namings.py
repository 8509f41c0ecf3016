from newsarchive.annotate.synopsis import Presence
from newsarchive.pages.namings import MOST_LISTED, MOST_ON_SHEET, listed_namings, named_with, naming_list, namings

WHY = (("Norvik", "only", None, 1),)


def presence(entity, count=1, block="p1"):
    return Presence(entity, count, block, WHY)


def test_the_mentions_of_a_district_and_its_parts_count_together(make_entity):
    named = (make_entity("districts/coast"), make_entity("places/norvik"))
    presences = {
        "districts/coast": [(1, presence("districts/coast", 2, "p10")), (3, presence("districts/coast"))],
        "places/norvik": [(0, presence("places/norvik")), (1, presence("places/norvik", 3, "p9"))],
    }
    found = namings(presences, named)
    assert [(position, one.count, one.block) for position, one in found] == [(0, 1, "p1"), (1, 5, "p9"), (3, 1, "p1")]
    assert found[1][1].names == WHY * 2


def test_only_a_district_counts_its_parts(make_entity):
    town, port = make_entity("places/norvik"), make_entity("places/port", part_of="places/norvik")
    assert named_with(town, {"places/norvik": (port,)}) == (town,)


def test_a_district_of_too_many_articles_lists_its_own(make_entity):
    coast = make_entity("districts/coast")
    own = [(0, presence("districts/coast"))]
    many = [(position, presence("places/norvik")) for position in range(MOST_LISTED + 1)]
    assert listed_namings(coast, {"districts/coast": own}, many) == own
    assert listed_namings(coast, {"districts/coast": own}, many[1:]) == many[1:]


def test_sheets_hold_a_year_and_what_is_too_much_for_one_a_month(make_entity):
    norvik = make_entity("places/norvik")
    dates = ["2019-01-01"] * 3 + ["2020-01-01"] * MOST_ON_SHEET + ["2020-02-01"]
    found = [(position, presence("places/norvik")) for position in range(len(dates))]
    listed = naming_list(norvik, dates, found)
    assert [(sheet.address, len(sheet.items)) for sheet in listed.sheets] == [
        ("places/norvik/2019/", 3),
        ("places/norvik/2020/", 0),
        ("places/norvik/2020-01/", MOST_ON_SHEET),
        ("places/norvik/2020-02/", 1),
    ]
    assert naming_list(norvik, dates, found[:MOST_LISTED]).sheets == ()
