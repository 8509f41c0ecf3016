import pytest

from newsarchive.pages.dates import date_plans


@pytest.fixture
def pages(pages_of, towns):
    return pages_of(date_plans, towns)


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
        "10 May 2021": ["The port is to open by May 10."],
        "17 May 2021": ["The port is to open on May 17."],
    }
    titles = [item.a.get_text() for item in page.find(id="planned").find_all_next("li")]
    assert titles[:2] == ["Title of first", "Title of second"]


def test_a_month_has_a_calendar_that_tells_published_from_spoken(pages, read_page):
    page = read_page(pages["dates/2021-05/"])
    day = page.find("table", class_="na-month").find("a", href="../2021-05-03/index.html")
    assert day["aria-label"] == "3: 1 article published, spoken of 1 time"
    assert [part.get_text() for part in day.find_all(["b", "i"])] == ["3", "1", "1"]


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
    pages = pages_of(date_plans, write_archive({"one": (None, "No date.")}))
    assert list(pages) == ["dates/"]
    assert "No article has a date" in read_page(pages["dates/"]).get_text()


def test_an_article_whose_date_crosses_years_stands_with_all_dates(pages_of, write_archive, read_page):
    page = read_page(pages_of(date_plans, write_archive({"one": ("2019/2021", "Years.")}))["dates/"])
    assert page.find(id="stretches").find_next("a").get_text() == "Title of one"


def test_a_day_names_who_stands_in_its_sentences(pages, read_page):
    page = read_page(pages["dates/2021-05-03/"])
    named = page.find(id="named").find_next("p")
    assert named.get_text() == "Norvik ×1"
    assert named.a["href"] == "../../places/norvik/index.html"


@pytest.fixture
def busy(pages_of, write_archive):
    """Thirty articles of one week, each of which plans for a day of it and tells of the week."""
    articles = {
        f"a{number:02}": (
            f"2021-05-{number % 7 + 3:02}",
            f"The port is to open {{then|2021-05-{number % 7 + 3:02} planned}}.",
            "{Last week|2021-05-03/2021-05-09 past} it was shut.",
        )
        for number in range(30)
    }
    return pages_of(date_plans, write_archive(articles))


def test_many_stretches_around_a_day_are_counted_and_lead_to_where_they_stand(busy, read_page):
    around = read_page(busy["dates/2021-05-03/"]).find(id="around").find_next_sibling("p")
    assert around.get_text() == "May 2021 ×30"
    assert around.a["href"] == "../2021-05/index.html#spoken"
    assert read_page(busy["dates/2021-05/"]).find(id="spoken")


def test_much_that_is_planned_for_a_month_is_counted_by_day(busy, read_page):
    page = read_page(busy["dates/2021-05/"])
    planned = page.find(id="planned").find_next_siblings("p")[1]
    assert planned.get_text().startswith("3 May 2021 ×5, 4 May 2021 ×5, 5 May 2021 ×4,")
    assert planned.a["href"] == "../2021-05-03/index.html#spoken"
    assert not page.find("h3", string="3 May 2021")


def test_the_calendar_tells_how_many_articles_a_month_has_too_many_of_to_list(busy, read_page):
    page = read_page(busy["dates/2021-05/"])
    assert not page.find(id="published")
    assert "30 articles published" in page.caption.get_text()
    day = page.find("a", href="../2021-05-03/index.html")
    assert day["aria-label"] == "3: 5 articles published, spoken of 5 times"


def test_an_article_stands_once_above_all_that_it_tells(pages_of, write_archive, read_page):
    texts = "It shut {on Monday|2021-05-03 past}. So it was {that day|2021-05-03 past}.", "{Then|2021-05-03 past} too."
    page = read_page(pages_of(date_plans, write_archive({"one": (None, *texts)}))["dates/2021-05-03/"])
    (item,) = page.select(".na-told > li")
    assert [sentence.get_text() for sentence in item.find_all("p")] == [
        "It shut on Monday.",
        "So it was that day.",
        "Then too. ¶2",
    ]
    assert [link["href"] for link in item.find_all("a")] == [
        "../../articles/one/index.html#p1",
        "../../articles/one/index.html#p2",
    ]
    assert [mark.get_text() for mark in item.find_all("b")] == ["on Monday", "that day", "Then"]


def test_a_sentence_without_end_is_cut(pages_of, write_archive, read_page):
    text = f"{'so ' * 300}{{on Monday|2021-05-03 past}} & {'on ' * 300}"
    page = read_page(pages_of(date_plans, write_archive({"one": (None, text)}))["dates/2021-05-03/"])
    sentence = page.select_one(".na-told p").get_text()
    assert sentence.startswith("… so so")
    assert sentence.endswith("on on …")
    assert "so on Monday & on" in sentence
    assert len(sentence) < 700
