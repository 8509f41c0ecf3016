from dataclasses import replace

from newsarchive.annotation import Passage, Witness
from newsarchive.article import Span
from newsarchive.pages.home import home_plans


def home(pages_of, archive, **values):
    return pages_of(home_plans, archive, **values)[""]


def test_it_says_what_the_archive_is(pages_of, towns, read_page):
    page = read_page(home(pages_of, towns, site_name="Coast news"))
    assert page.h1.get_text() == "Coast news"
    lead = page.find(class_="na-lead").get_text()
    assert lead.startswith("3 news articles from The Daily Test, dated 3 May 2021 to 11 May 2021,")


def test_the_newest_articles_come_first(pages_of, towns, read_page):
    page = read_page(home(pages_of, towns))
    newest = page.find("ul", class_="na-newest").find_all("li")
    assert [article.a["href"] for article in newest] == ["articles/second/index.html", "articles/first/index.html"]


def test_the_ways_in(pages_of, towns, read_page):
    witnesses = Witness("first", (Span("p1", 0, 10),)), Witness("second", (Span("p1", 0, 10),))
    page = home(pages_of, replace(towns, passages=(Passage("x1", 12, witnesses, 0),)))
    assert [heading.id for heading in page.headings] == ["newest", "time", "map", "mentioned", "passages"]
    soup = read_page(page)
    assert soup.find(id="map").get_text() == "The districts"
    assert soup.find(id="mentioned").find_next("tbody").th.a.get_text() == "Norvik"
    assert soup.find(id="passages").find_next("tbody").th.a["href"] == "passages/x1/index.html"


def test_the_timeline_reaches_to_what_is_soon_to_come(pages_of, towns, read_page):
    page = read_page(home(pages_of, towns))
    assert [span.get_text() for span in page.find(class_="na-axis").find_all("span")] == ["3 May 2021", "17 May 2021"]


def test_without_districts_the_places_are_drawn(pages_of, write_archive, make_entity, read_page):
    archive = write_archive({"one": (None, "No date.")}, [make_entity("places/norvik", point=(60, 20))])
    page = read_page(home(pages_of, archive))
    assert page.find(id="map").get_text() == "The places"
    assert page.find("ul", class_="na-newest").a["href"] == "articles/one/index.html"


def test_an_empty_archive_has_a_home(pages_of, write_archive, read_page):
    page = home(pages_of, write_archive({}))
    assert page.headings == ()
    assert "It holds none so far." in read_page(page).get_text()
