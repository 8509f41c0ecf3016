from dataclasses import replace

from newsarchive.archive import Archive
from newsarchive.pages.passages import passages_plans


def test_the_largest_stands_first_and_leads_on(harbour, pages_of, read_page):
    soup = read_page(pages_of(passages_plans, harbour)["passages/"])
    found = [link["href"].split("/")[0] for link in soup.select(".na-list > li > a")]

    assert found == [one.id for one in sorted(harbour.passages, key=lambda one: (-one.words, one.id))]
    assert soup.select_one('a[href*="compare/"]')["href"] == "../compare/alpha--beta/index.html"


def test_an_archive_without_passages_says_so(pages_of, read_page):
    soup = read_page(pages_of(passages_plans, Archive(()))["passages/"])

    assert "The archive has none" in soup.get_text()


def test_an_index_of_five_hundred_passages_stays_light(harbour, pages_of):
    first = harbour.passages[0]
    passages = tuple(first._replace(id=f"{number:03}") for number in range(500))
    pages = pages_of(passages_plans, replace(harbour, passages=passages))

    assert len(pages["passages/"].html) < 50_000
    assert pages["passages/"].html.count("<li>") == 101
    assert sum(page.html.count("<q>") for page in pages.values()) == 600
