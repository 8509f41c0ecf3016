import pytest

from newsarchive.annotation import Note
from newsarchive.article import Span
from newsarchive.pages.addresses import site_addresses
from newsarchive.pages.notes import note_plans


def note(article, block, start, end, date=None):
    return Note(article, Span(block, start, end), "", "It was *Tuesday*.", "Ada Lind", "assessing", date)


@pytest.fixture
def archive(towns):
    def with_notes(*notes):
        return type(towns)(towns.articles, towns.registry, notes=notes)

    return with_notes


def test_notes_stand_below_their_articles_in_their_sentences(archive, pages_of, read_page):
    notes = (note("first", "p1", 21, 30, date="2031-02"), note("second", "p1", 0, 6), note("second", "p2", 0, 9))
    page = read_page(pages_of(note_plans, archive(*notes))["notes/"])
    articles = page.select(".na-concordance > li")
    assert [len(article.select(".na-note")) for article in articles] == [1, 2]
    assert articles[0].p.get_text().startswith("Title of first")
    assert page.select_one(".na-hit").get_text() == "on Monday"
    assert page.select_one(".na-hit")["href"] == "../articles/first/index.html#p1"
    said = page.select_one(".na-note")
    assert said.em.get_text() == "Tuesday"
    assert said.select_one(".na-from").get_text() == "assessing, Ada Lind, February 2031"


def test_articles_come_by_their_dates(archive, pages_of, read_page):
    notes = (note("second", "p1", 0, 6), note("first", "p1", 0, 6))
    page = read_page(pages_of(note_plans, archive(*notes))["notes/"])
    assert [one.get_text() for one in page.select(".na-concordance > li > p > a:first-child")] == [
        "Title of first",
        "Title of second",
    ]


def test_without_notes_the_page_says_so(archive, pages_of, read_page):
    page = read_page(pages_of(note_plans, archive())["notes/"])
    assert "Nobody has written a note yet." in page.get_text()


def test_many_notes_have_sheets_whose_addresses_are_known(archive, pages_of, read_page):
    many = archive(*(note("first", "p1", start, start + 2) for start in range(450 // 9) for _ in range(9)))
    pages = pages_of(note_plans, many)
    assert list(pages) == ["notes/", "notes/all/", "notes/all/2/", "notes/all/3/"]
    assert set(pages) <= site_addresses(many)
    assert [len(read_page(page).select(".na-note")) for page in pages.values()] == [100, 200, 200, 50]
    assert read_page(pages["notes/"]).select('a[href="all/index.html"]')
