"""Standing: which pages of the last build stand as it left them."""

import os

import pytest

from newsarchive.mkdocs.standing import Standing, looking, record_pages
from newsarchive.store import open_store

PATHS = {b"one": "one/index.html", b"two": "two/index.html"}


@pytest.fixture
def site(tmp_path, write_files):
    """A site of two pages, which is on record, and a file that is none."""
    folder = write_files(tmp_path / "site", {**dict.fromkeys(PATHS.values(), "page"), "feed.xml": "feed"})
    record_pages(folder, PATHS, {}, open_store(tmp_path / "store", "method"))
    return folder


def held(site, method="method"):
    found = looking(site, open_store(site.parent / "store", method)).finished()
    return {key for key, path in PATHS.items() if found.holds(key, path)}


def test_pages_hold_that_nobody_touched(site):
    assert held(site) == {b"one", b"two"}
    assert not looking(site, open_store(site.parent / "store", "method")).finished().holds(b"one", "two/index.html")
    assert not looking(site, open_store(site.parent / "store", "method")).finished().holds(b"new", "one/index.html")


def changed(page):
    status = page.stat()
    page.write_text("PAGE", "utf-8")
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))


def replaced(page):
    beside = page.with_name("beside")
    beside.write_text("page", "utf-8")
    beside.replace(page)


def linked(page):
    page.parent.rename(page.parents[1] / "elsewhere")
    page.parent.symlink_to(page.parents[1] / "elsewhere")


@pytest.mark.parametrize("harm", [changed, replaced, linked, os.unlink])
def test_a_page_that_was_changed_replaced_or_taken_away_does_not_hold(site, harm):
    harm(site / PATHS[b"one"])
    assert held(site) == {b"two"}


def test_all_that_stands_is_known_but_what_is_hidden(site, write_files):
    write_files(site, {".git/config": "", "a/b/c.txt": ""})
    found = looking(site, open_store(site.parent / "store", "method")).finished()
    assert set(found.files) == {*PATHS.values(), "feed.xml", "a/b/c.txt"}
    assert [folder for folder in found.folders if folder.startswith("a")] == ["a/b", "a"]


@pytest.mark.parametrize("workers", [1, 3])
def test_any_number_of_workers_sees_the_same(site, workers, write_files):
    write_files(site, {"a/b/c.txt": "", "b/c.txt": ""})
    (site / "c").symlink_to(site / "b")
    found = looking(site, open_store(site.parent / "store", "method"), workers).finished()
    assert set(found.files) == {*PATHS.values(), "feed.xml", "a/b/c.txt", "b/c.txt", "c"}
    assert found.folders == ("a/b", "a", "b", "one", "two")


def nothing(site):
    return looking(site, open_store(site.parent / "store", "method")).finished() == Standing(site)


def test_nothing_holds_for_another_method_or_in_another_folder(site):
    assert held(site, "another") == set()
    site.rename(site.with_name("moved"))
    assert nothing(site)
    assert nothing(site.with_name("moved"))
    site.symlink_to(site.with_name("moved"))
    assert nothing(site)


def test_what_is_known_to_stand_is_not_looked_at_again(site):
    store = open_store(site.parent / "store", "method")
    known = {PATHS[b"one"]: looking(site, store).finished().files[PATHS[b"one"]]}
    record_pages(site, PATHS, known, store)
    assert held(site) == {b"one", b"two"}
    (site / PATHS[b"one"]).unlink()
    record_pages(site, PATHS, known, store)
    assert held(site) == {b"two"}


def test_a_file_has_its_content_as_long_as_it_can_be_read(site):
    (site.parent / "four").write_text("../four", "utf-8")
    (site / "link").symlink_to("../four")  # whose own length is that of what it leads to
    found = looking(site, open_store(site.parent / "store", "method")).finished()
    assert found.has(b"feed", "feed.xml")
    assert not found.has(b"FEED", "feed.xml")
    assert not found.has(b"../four", "link")
    assert not found.has(b"", "missing")
    (site / "feed.xml").unlink()
    assert not found.has(b"feed", "feed.xml")
