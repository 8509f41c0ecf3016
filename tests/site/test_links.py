"""Every link and anchor of the project's own site, and how far every page is from the header."""

import re
from collections import Counter
from urllib.parse import urlsplit

HEADER_LINKS = ".md-header a[href], .md-tabs a[href]"
OUTER_URL = re.compile(r"url\(\s*['\"]?(?:[a-z]+:)?//|@import", re.IGNORECASE)


def test_every_link_image_script_and_style_is_there(site):
    lost = [
        f"{page.path}: {reference}"
        for page in site.pages.values()
        for _, reference in page.references
        if (path := page.target(reference)[0]) and not (site.folder / path).is_file()
    ]
    assert lost == []


def test_every_anchor_is_there(site):
    lost = [
        f"{page.path}: {reference}"
        for page in site.pages.values()
        for tag, reference in page.references
        if tag == "a" and (anchor := page.target(reference)[1]) and (path := page.target(reference)[0]) in site.pages
        if anchor not in site.pages[path].anchors
    ]
    assert lost == []


def test_no_id_stands_twice_in_a_page(site):
    doubled = {
        page.path: twice
        for page in site.pages.values()
        if (
            twice := [
                id_ for id_, count in Counter(tag["id"] for tag in page.soup.find_all(id=True)).items() if count > 1
            ]
        )
    }
    assert doubled == {}


def test_only_links_that_a_reader_follows_lead_to_other_sites(site):
    loaded = [
        f"{page.path}: <{tag}> {reference}"
        for page in site.pages.values()
        for tag, reference in page.references
        if tag != "a" and page.target(reference)[0] is None
    ]
    assert loaded == []


def test_links_to_other_sites_are_web_addresses(site):
    schemes = {urlsplit(r).scheme for page in site.pages.values() for tag, r in page.references if tag == "a"}
    assert schemes <= {"", "http", "https", "mailto"}


def test_no_style_asks_another_site(site):
    sheets = {path: (site.folder / path).read_text(encoding="utf-8") for path in site.files("css")}
    assert [path for path, text in sheets.items() if OUTER_URL.search(text)] == []


def test_every_page_is_two_steps_from_the_header(site):
    first = site.pages["index.html"].pages_linked(HEADER_LINKS)
    second = {path for page in first for path in site.pages[page].pages_linked()}
    assert sorted(set(site.pages) - {"404.html"} - first - second) == []


def test_the_header_is_the_same_on_every_page(site):
    headers = {frozenset(page.pages_linked(HEADER_LINKS)) for page in site.pages.values()}
    assert len(headers) == 1


def test_every_kind_of_page_is_there(site):
    kinds = {path.split("/")[0] for path in site.pages if "/" in path}
    rooms = {"people", "places", "organisations", "events", "districts"}
    assert kinds >= {"articles", "passages", "compare", "dates", "statements"} | rooms


def test_the_data_is_published(site):
    assert {"articles", "entities", "mentions", "dates", "statements", "passages", "suppressed"} <= {
        path.removeprefix("data/").removesuffix(".json") for path in site.files("json") if path.startswith("data/")
    }
