import pytest

from newsarchive.pages.districts import district_plans


@pytest.fixture
def pages(pages_of, towns):
    return pages_of(district_plans, towns)


@pytest.fixture
def coast(pages, read_page):
    return read_page(pages["districts/coast/"])


def test_an_index_and_a_page_each(pages):
    assert list(pages) == ["districts/", "districts/coast/"]


def test_the_index_lists_and_draws_them(pages, read_page):
    page = read_page(pages["districts/"])
    assert page.find("table").tbody.th.a["href"] == "coast/index.html"
    assert [text.get_text() for text in page.find("svg").select(".na-dot text")] == ["Coast District"]


def test_its_places_with_their_mentions(coast):
    places = coast.find(id="places").find_next("ul").find_all("li")
    assert [place.get_text(" ", strip=True) for place in places] == [
        "Norvik , town 4 mentions",
        "Sund , town 3 mentions",
    ]


def test_its_dates_are_told_by_date_with_their_roles(coast):
    dates = coast.find(id="dates").find_all_next("h3")
    assert [date.get_text() for date in dates] == ["1987", "3 May 2021", "3 to 9 May 2021"]
    assert dates[1].a["href"] == "../../dates/2021-05-03/index.html"
    assert dates[2].a["href"] == "../../dates/2021-05/index.html"
    assert dates[1].find_next(class_="na-why").get_text() == "past"


def test_a_mention_of_a_place_says_which(coast):
    first = coast.find(id="articles").find_next("li").find_next("li")
    assert first.find(class_="na-why").get_text() == "Norvik, town"


def test_the_mentions_of_all_its_places_stand_in_the_order_of_time(coast):
    concordance = coast.find(id="articles").find_next("ul")
    titles = [item.a.get_text() for item in concordance.find_all("li", recursive=False)]
    assert titles == ["Title of first", "Title of second", "Title of third"]


def test_its_title_says_that_it_is_a_district(pages_of, write_archive, make_entity):
    pages = pages_of(district_plans, write_archive({}, [make_entity("districts/coast", "Coast")]))
    assert pages["districts/coast/"].title == "Coast (district)"


def test_places_that_are_part_of_one_another_are_listed_once(pages_of, write_archive, make_entity, read_page):
    entities = [
        make_entity("districts/coast"),
        make_entity("places/a", part_of="districts/coast"),
        make_entity("districts/inner", part_of="places/a"),
        make_entity("places/b", part_of="districts/inner"),
    ]
    archive = write_archive({"one": ("2021", "[A|places/a] and [B|places/b].")}, entities)
    page = read_page(pages_of(district_plans, archive)["districts/coast/"])
    assert [hit.get_text() for hit in page.find(id="articles").find_next("ul").find_all("b")] == ["A", "B"]


def test_a_registry_without_districts_has_an_empty_index(pages_of, write_archive, read_page):
    pages = pages_of(district_plans, write_archive({}))
    assert "The registry names none." in read_page(pages["districts/"]).get_text()


def test_a_section_with_nothing_to_show_is_left_out(coast):
    assert coast.find(id="passages") is None
    assert coast.find(id="unlinked") is None


@pytest.fixture
def counted_dates(pages_of, write_archive, make_entity, read_page):
    """Tell which dates the page of a district counts whose sentences speak of these days."""

    def count(days):
        text = " ".join(f"[Coast|districts/coast] waits {{then|{day} past}}." for day in days)
        archive = write_archive({"one": ("2021", text)}, [make_entity("districts/coast")])
        page = read_page(pages_of(district_plans, archive)["districts/coast/"])
        return page.find(id="dates").find_all_next("p")[1]

    return count


@pytest.mark.parametrize(
    ("days", "first", "times"),
    [
        ([f"2021-05-{day:02}" for day in range(1, 29)], "1 May 2021", "2"),
        ([f"2021-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 8)], "January 2021", "14"),
        ([f"{year}-{month:02}-05" for year in range(1951, 2021) for month in (3, 4)], "1951", "4"),
    ],
)
def test_many_dates_are_counted_in_units_that_are_few(counted_dates, days, first, times):
    counted = counted_dates(days * 2)
    assert counted.a.get_text() == first
    assert counted.find(class_="na-from").get_text() == times
