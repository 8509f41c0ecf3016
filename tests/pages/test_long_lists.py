"""An archive in which everything is much: no page grows without bound, and all is still there."""

import posixpath
import re

import pytest

from newsarchive.annotation import AmbiguousMention, Passage, Suppressed, Witness
from newsarchive.archive import archive_of
from newsarchive.article import Span
from newsarchive.pages.addresses import site_addresses
from newsarchive.pages.entity_view import NEWEST
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheets import MOST
from newsarchive.pages.site import site_pages

ARTICLES = 450
LINK = re.compile(r'<a [^>]*href="?([^">#: ]*)(?:#([^"> ]*))?"?[ >]')
TEXT = (
    "[Norvik|places/norvik] shut its port {on Monday|2021-05-03 past}, {long ago|1970/1989 past}. "
    "‹Shut it is›, ‹shut it stays|the crew›, and ‹so be it|Ada Holm› was "
    "said {then|? stated} in {2021|2021 past} of Sund."
)


def article_date(number):
    return [f"2021-{number % 3 + 1:02}-{number % 28 + 1:02}", "2020", "2019-07-01", None][
        number % 9 // 6 * (number % 3 + 1)
    ]


@pytest.fixture(scope="module")
def archive(write_archive, make_entity):
    articles = {f"a{number:03}": (article_date(number), TEXT) for number in range(ARTICLES)}
    entities = [
        make_entity("districts/coast", "Coast District", "Coast"),
        make_entity("people/ada-holm", "Ada Holm"),
        make_entity("places/norvik", "Norvik", kind="town", part_of="districts/coast"),
    ]
    span = Span("p1", 0, 30)
    passages = tuple(
        Passage(f"f{number:03}", 30, (Witness(f"a{number:03}", (span,)), Witness(f"a{number + 1:03}", (span,))), None)
        for number in range(MOST + 50)
    )
    ambiguous = tuple(AmbiguousMention(id_, span, "Sund", "Sund", ("places/norvik",)) for id_ in sorted(articles))
    suppressed = tuple(Suppressed("passage", "a list", id_, span, "Norvik") for id_ in sorted(articles))
    written = write_archive(articles, entities, passages=passages, ambiguous=ambiguous, suppressed=suppressed)
    return archive_of(
        written.articles,
        written.registry,
        mentions=written.mentions,
        ambiguous=ambiguous,
        dates=written.dates,
        statements=tuple(said_by_norvik(one) for one in written.statements),
        passages=passages,
        suppressed=suppressed,
    )


def said_by_norvik(statement):
    """What Ada Holm says, as what Norvik does, whose name stands first in every article."""
    if statement.speaker != "Ada Holm":
        return statement
    return statement._replace(speaker="Norvik", speaker_span=Span("p1", 0, 6))


@pytest.fixture(scope="module")
def pages(archive):
    return {page.address: page for page in site_pages(Setting(archive))}


def linked(page):
    """The addresses and anchors that a page leads to."""
    for path, anchor in LINK.findall(page.html):
        whole = posixpath.normpath(posixpath.join("/", page.address, path or "index.html"))
        yield whole.removeprefix("/").removesuffix("index.html"), anchor


def test_the_addresses_are_those_of_the_pages(archive, pages):
    assert site_addresses(archive) == set(pages)


def test_every_link_leads_to_a_page_and_an_anchor(pages):
    ids = {address: set(re.findall(r' id="?([^"> ]*)', page.html)) for address, page in pages.items()}
    lost = [
        (page.address, address, anchor)
        for page in pages.values()
        for address, anchor in linked(page)
        if address not in pages or (anchor and anchor not in ids[address])
    ]
    assert lost == []


def test_every_page_can_be_reached(pages):
    reached, waiting = set(), [""]
    rooms = [address for address in pages if address.count("/") == 1]  # in the header
    waiting += rooms
    while waiting:
        address = waiting.pop()
        if address not in reached:
            reached.add(address)
            waiting += [there for there, _ in linked(pages[address])]
    assert set(pages) - reached == set()


def test_no_page_grows_without_bound(pages):
    assert {address: len(page.html) for address, page in pages.items() if len(page.html) > 250_000} == {}


def test_every_page_is_sound(pages, read_page):
    for address, page in pages.items():
        if not address.startswith(("articles/a", "compare/", "passages/f")):
            read_page(page)


def test_every_article_that_names_a_place_stands_on_its_sheets(pages):
    sheets = [page for address, page in pages.items() if re.fullmatch(r"places/norvik/[\du]\w+/", address)]
    named = [address for page in sheets for address, _ in linked(page) if re.fullmatch(r"articles/a\d+/", address)]
    assert sorted(named) == [f"articles/a{number:03}/" for number in range(ARTICLES)]


def test_the_page_of_a_place_shows_the_newest_and_leads_to_the_years(pages, read_page):
    page = read_page(pages["places/norvik/"])
    years = [tag.get_text() for tag in page.select("#all ~ .na-years > li > a")]
    assert years == ["2019", "2020", "2021", "date unknown"]
    newest = page.find(id="articles").find_next("ul", class_="na-told").find_all("li")
    assert len(newest) == NEWEST
    assert "March 2021" in newest[0].get_text()


def test_a_district_leaves_the_articles_that_only_name_its_places_to_them(pages, read_page):
    page = read_page(pages["districts/coast/"])
    assert "450 mentions in 450 articles" in page.get_text()
    assert len(page.find(id="articles").find_next("ul", class_="na-told").find_all("li")) == NEWEST
    assert page.find(id="all") is None
    assert page.find(id="places").find_next("a")["href"] == "../../places/norvik/index.html"


def test_the_index_of_articles_leads_to_all_of_them(pages):
    sheets = [page for address, page in pages.items() if address.startswith("articles/in/")]
    listed = [there for page in sheets for there, _ in linked(page) if re.fullmatch(r"articles/a\d+/", there)]
    assert sorted(listed) == [f"articles/a{number:03}/" for number in range(ARTICLES)]


def test_a_date_with_much_to_tell_goes_on(pages):
    assert {f"dates/2021/{number}/" for number in (2, 3)} <= set(pages)
    told = "".join(pages[address].html for address in ("dates/2021/", "dates/2021/2/", "dates/2021/3/"))
    assert {f"a{number:03}" for number in range(ARTICLES)} <= set(re.findall(r"articles/(a\d+)/", told))


def test_what_an_entity_says_stands_on_sheets_of_its_own(pages, read_page):
    page = read_page(pages["places/norvik/"])
    assert page.find(id="statements").find_next("a")["href"] == "statements/index.html"
    said = [
        there
        for address, page in pages.items()
        if address.startswith("places/norvik/statements/")
        for there, _ in linked(page)
    ]
    assert {f"articles/a{number:03}/" for number in range(ARTICLES)} <= set(said)
    assert "450" in read_page(pages["statements/"]).find(id="places-norvik").get_text()


def test_all_statements_of_those_whom_the_registry_does_not_know_stand_by_their_first_letter(pages):
    crew = [page for address, page in pages.items() if address.startswith("statements/said-by/t/")]
    said = [there for page in crew for there, _ in linked(page) if re.fullmatch(r"articles/a\d+/", there)]
    assert set(said) == {f"articles/a{number:03}/" for number in range(ARTICLES)}
