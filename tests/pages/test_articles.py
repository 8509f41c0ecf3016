from newsarchive.archive import Archive
from newsarchive.pages.articles import articles_plans


def test_the_newest_stands_first_and_undated_ones_apart(harbour, pages_of, read_page):
    page = pages_of(articles_plans, harbour)["articles/"]
    soup = read_page(page)

    assert [heading.text for heading in page.headings] == ["1921", "Date unknown"]
    assert [link["href"] for link in soup.select(".na-list > li > a")] == [
        "beta/index.html",
        "alpha/index.html",
        "gamma/index.html",
    ]
    assert "passages shared with 1 article" in soup.select_one(".na-list li").get_text()


def test_an_empty_archive_says_so(pages_of, read_page):
    assert "The archive has none" in read_page(pages_of(articles_plans, Archive(()))["articles/"]).get_text()
