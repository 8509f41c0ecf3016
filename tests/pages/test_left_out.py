from newsarchive.annotation import AmbiguousMention, Suppressed
from newsarchive.archive import archive_of
from newsarchive.article import Span
from newsarchive.pages.left_out import left_out_plans


def test_names_dates_and_passages_that_were_left_out(pages_of, towns, read_page):
    unlinked = AmbiguousMention("third", Span("p1", 3, 10), "undated", "Undated", ("places/norvik", "places/sund"))
    suppressed = Suppressed("passage", "boilerplate", "first", Span("p2", 0, 3), "word " * 100, "in 50 articles")
    archive = archive_of(
        towns.articles,
        towns.registry,
        mentions=towns.mentions,
        ambiguous=(unlinked,),
        dates=towns.dates,
        suppressed=(suppressed,),
    )
    page = read_page(pages_of(left_out_plans, archive)["left-out/"])
    assert page.find("h3").get_text() == "Undated: Norvik (town) or Sund (town)"
    assert page.find(class_="na-hit")["href"] == "../articles/third/index.html#p1"
    assert page.find(id="dates").find_next("a")["href"] == "../dates/index.html#ambiguous"
    cells = page.find("table").tbody.find_all(["th", "td"])
    assert cells[0].get_text() == "passage"
    assert cells[1].get_text() == "boilerplate: in 50 articles"
    assert len(cells[2].get_text()) < 250
    assert cells[3].a["href"] == "../articles/first/index.html#p2"


def test_nothing_left_out_is_said(pages_of, write_archive, read_page):
    page = read_page(pages_of(left_out_plans, write_archive({}))["left-out/"])
    assert "Nothing was left out." in page.get_text()
