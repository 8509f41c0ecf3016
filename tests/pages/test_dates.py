import pytest

from newsarchive.pages.dates import date_pages


@pytest.fixture
def pages(pages_of, towns):
    return pages_of(date_pages, towns)


def under(page, anchor):
    """Return the heading-3 groups of a section: their words, and the sentences below each."""
    groups = {}
    for tag in page.find(id=anchor).find_all_next(["h2", "h3", "p"]):
        if tag.name == "h2":
            break
        if tag.name == "h3":
            groups[tag.get_text()] = []
        elif tag.find_parent("ul", class_="na-told"):
            groups[list(groups)[-1]].append(tag.get_text())
    return groups


def test_every_date_and_what_it_is_part_of_has_a_page(pages):
    assert sorted(pages) == [
        "dates/",
        "dates/1987/",
        "dates/2021-05-03/",
        "dates/2021-05-10/",
        "dates/2021-05-11/",
        "dates/2021-05-17/",
        "dates/2021-05/",
        "dates/2021/",
    ]


def test_every_page_is_one_step_from_the_page_of_all(pages, read_page):
    page = read_page(pages["dates/"])
    links = {link["href"] for link in page.find_all("a")}
    assert {f"../{address}index.html".replace("../dates/", "") for address in pages if address != "dates/"} <= links


def test_a_day_tells_what_was_published_and_what_speaks_of_it(pages, read_page):
    page = read_page(pages["dates/2021-05-03/"])
    assert page.h1.get_text() == "Monday, 3 May 2021"
    assert page.find(id="published").find_next("a").get_text() == "Title of first"
    assert under(page, "spoken") == {"Past: told as done": ["Norvik shut its port on Monday."]}
    around = {"Past: told as done": ["Last week Ada Holm left for the Coast. 3 to 9 May 2021"]}
    assert under(page, "around") == around


def test_a_deadline_that_moved_is_told_by_each_article(pages, read_page):
    page = read_page(pages["dates/2021-05/"])
    assert under(page, "planned") == {
        "10 May 2021": ["The port is to open by May 10. planned"],
        "17 May 2021": ["The port is to open on May 17. planned"],
    }
    titles = [item.a.get_text() for item in page.find(id="planned").find_all_next("li")]
    assert titles[:2] == ["Title of first", "Title of second"]


def test_a_month_has_a_calendar_that_tells_published_from_spoken(pages, read_page):
    page = read_page(pages["dates/2021-05/"])
    day = page.find("table", class_="na-month").find("a", href="../2021-05-03/index.html")
    assert day.get_text() == "3: 1 published, spoken of 1"


def test_a_stretch_within_a_month_stands_with_the_month(pages, read_page):
    page = read_page(pages["dates/2021-05/"])
    week = "Last week Ada Holm left for the Coast. 3 to 9 May 2021"
    assert under(page, "spoken") == {"Past: told as done": [week]}
    assert page.find(id="spoken").find_next(class_="na-why").get_text() == "3 to 9 May 2021"


def test_a_decade_stands_around_its_years_and_with_all_dates(pages, read_page):
    assert read_page(pages["dates/1987/"]).find(id="around")
    assert list(under(read_page(pages["dates/"]), "stretches")) == ["1980s"]


def test_the_ambiguous_are_listed_with_their_readings_and_unlinked(pages, read_page):
    page = read_page(pages["dates/"])
    item = page.find(id="ambiguous").find_next("li")
    assert item.find(class_="na-hit").get_text() == "on the second"
    assert "2 January 2021 or 1 February 2021" in item.get_text()
    assert not any("2021-01-02" in link["href"] for link in page.find_all("a"))


def test_one_goes_from_day_to_day(pages, read_page):
    page = read_page(pages["dates/2021-05-10/"])
    assert page.find("a", rel="prev")["href"] == "../2021-05-03/index.html"
    assert page.find("a", rel="next")["href"] == "../2021-05-11/index.html"


def test_an_archive_without_dates_has_the_page_of_all(pages_of, write_archive, read_page):
    pages = pages_of(date_pages, write_archive({"one": (None, "No date.")}))
    assert list(pages) == ["dates/"]
    assert "No article has a date" in read_page(pages["dates/"]).get_text()


def test_an_article_whose_date_crosses_years_stands_with_all_dates(pages_of, write_archive, read_page):
    page = read_page(pages_of(date_pages, write_archive({"one": ("2019/2021", "Years.")}))["dates/"])
    assert page.find(id="stretches").find_next("a").get_text() == "Title of one"


def test_a_day_names_who_stands_in_its_sentences(pages, read_page):
    page = read_page(pages["dates/2021-05-03/"])
    named = page.find(id="named").find_next("p")
    assert named.get_text() == "Norvik 1"
    assert named.a["href"] == "../../places/norvik/index.html"
