import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.archive import Archive
from newsarchive.article import Article, Block, BlockKind, Origin, Range
from newsarchive.export.feeds import LENGTH, feed_files

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://example.org/archive/"


def article(name, date, text="It rains."):
    return Article(
        id=name,
        seed=f"{name}.txt",
        title=text,
        title_origin=Origin.DERIVED,
        date=date,
        date_origin=Origin.SIDECAR,
        blocks=(Block("p1", BlockKind.PARAGRAPH, text, Range(0, len(text))),),
    )


def feeds(archive, site_url=SITE):
    files = dict(feed_files(archive, "The archive", site_url))
    return json.loads(files["feed.json"]), ET.fromstring(files["feed.xml"])  # noqa: S314  # our own file


def test_an_entry_has_what_a_reader_needs(archive):
    feed, atom = feeds(archive)
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The archive",
        "home_page_url": SITE,
        "feed_url": f"{SITE}feed.json",
        "items": [
            {
                "id": f"{SITE}articles/ferry/",
                "url": f"{SITE}articles/ferry/",
                "title": "The ferry sails",
                "summary": archive.articles[0].blocks[0].text,
                "content_text": "\n\n".join(block.text for block in archive.articles[0].blocks),
                "date_published": "2031-05-02T00:00:00Z",
                "authors": [{"name": "The Harbour Post"}],
                "language": "en",
                "tags": ["retold", "date inferred"],
            }
        ],
    }
    (entry,) = atom.iter(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href") == f"{SITE}articles/ferry/"
    assert entry.find(f"{ATOM}updated").text == atom.find(f"{ATOM}updated").text == "2031-05-02T00:00:00Z"
    assert [mark.get("term") for mark in entry.iter(f"{ATOM}category")] == ["retold", "date inferred"]
    assert entry.find(f"{ATOM}author/{ATOM}name").text == "The Harbour Post"


def test_without_an_address_links_are_relative_and_ids_still_differ(archive):
    other = replace(archive.articles[0], id="other")
    feed, atom = feeds(Archive((archive.articles[0], other)), "")
    assert [item["url"] for item in feed["items"]] == ["articles/ferry/", "articles/other/"]
    ids = [one.text for one in atom.iter(f"{ATOM}id")]
    assert len(set(ids)) == 3
    assert all(one.startswith("urn:uuid:") for one in ids)
    assert "home_page_url" not in feed


def test_an_address_needs_no_slash_at_its_end(archive):
    assert feeds(archive, SITE.rstrip("/"))[0] == feeds(archive, SITE)[0]


def test_newest_first_then_by_id_and_not_without_end():
    articles = [article(f"a{number:03}", f"2031-01-{number % 28 + 1:02}") for number in range(LENGTH + 20)]
    items = feeds(Archive(tuple(articles)))[0]["items"]
    keys = [(item["date_published"], item["id"]) for item in items]
    assert len(items) == LENGTH
    assert keys == sorted(sorted(keys, key=lambda key: key[1]), key=lambda key: key[0], reverse=True)
    assert items[0]["date_published"] == "2031-01-28T00:00:00Z"


@pytest.mark.parametrize("date", [None, "2031-05", "2031", "2031-05-02/2031-05-04", "203X"])
def test_what_is_not_dated_to_a_day_is_not_in_a_feed(date):
    dated, undated = article("dated", "2031-05-02"), article("undated", date)
    assert [item["title"] for item in feeds(Archive((dated, undated)))[0]["items"]] == [dated.title]


def test_a_feed_without_articles_is_still_one():
    feed, atom = feeds(Archive((article("undated", None),)))
    assert feed["items"] == []
    assert atom.find(f"{ATOM}updated").text == "1970-01-01T00:00:00Z"
    assert list(atom.iter(f"{ATOM}entry")) == []


@given(st.text(min_size=1))
def test_any_text_makes_a_feed_that_can_be_read(text):
    feed, atom = feeds(Archive((article("a", "2031-05-02", text),)))
    assert feed["items"][0]["content_text"] == text
    assert len(atom.find(f"{ATOM}entry/{ATOM}summary").text) >= 1
