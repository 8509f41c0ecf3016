"""Writing: pages in their frames, from the store or anew, and the files that are joined."""

from dataclasses import replace
from itertools import product

import pytest
from markupsafe import Markup
from mkdocs.exceptions import PluginError

from newsarchive.archive import Archive
from newsarchive.digest import digest
from newsarchive.mkdocs.early import early_pages
from newsarchive.mkdocs.frame import Frame, Pieces
from newsarchive.mkdocs.publication import Joined, Publication
from newsarchive.mkdocs.standing import Standing, looking, record_pages
from newsarchive.mkdocs.writing import Press, keyed, write_site
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Setting
from newsarchive.store import open_store

BARE = Frame({(False, False, False): Pieces(("<h1>na7ZqContentq7</h1>",), "", "")}, "", b"frame")


@pytest.fixture
def press(tmp_path):
    """What writes pages into `site`, and keeps them in `store`; other traits of it may be given."""

    def made(**traits):
        store = open_store(tmp_path / "store", "method")
        usual = {"frames": lambda _: BARE, "canonical": lambda _: None, "edit": lambda _: None, "taken": {}}
        early = early_pages((), {}, store)
        return Press(**{"site": tmp_path / "site", "store": store, "early": early, **usual, **traits})

    return made


def plan(address, words, inputs=b""):
    return Plan(address, inputs, lambda: Page(address, "A page", Markup(words)))  # noqa: S704  # the test wrote it


def publication_of(plans, joined=()):
    return Publication(Setting(Archive(())), plans, (), Joined(lambda: iter(joined)))


def of_key(*plans):
    return {digest((plan.address, plan.inputs)): plan for plan in plans}


def write(press, *plans, joined=(), workers=1):
    write_site(press, publication_of(plans, joined), of_key(*plans), Standing(), workers)
    return {path.relative_to(press.site).as_posix(): path.read_bytes() for path in press.site.rglob("*.*")}


def test_every_page_is_a_file_of_its_folder(press):
    pages = write(press(), plan("a/", "<p>ä\ud800"), plan("a/b/c/", "<p>b"))
    assert pages == {"a/index.html": b"<p>\xc3\xa4&#55296;", "a/b/c/index.html": b"<p>b"}


def test_a_page_comes_from_the_store_as_long_as_its_inputs_stay(press):
    write(press(), plan("a/", "first", b"1"), plan("b/", "first", b"1"))
    found = write(press(), plan("a/", "second", b"1"), plan("b/", "second", b"2"))
    assert found == {"a/index.html": b"first", "b/index.html": b"second"}


def test_another_frame_makes_every_page_anew(press):
    write(press(), plan("a/", "first"))
    other = press(frames=lambda _: Frame(BARE.variants, BARE.start, b"other"))
    assert write(other, plan("a/", "second")) == {"a/index.html": b"second"}


def test_a_page_of_another_site_or_registry_is_another_page(tmp_path, site_config):
    at_home = {"site_url": "https://one.example/", "repo_url": "https://github.com/one/two"}
    settings = (
        at_home,
        at_home | {"site_url": "https://two.example/"},
        at_home | {"repo_url": "https://github.com/one/three"},
    )
    told = Setting(Archive(()))
    of_another_name = replace(told, site_name="Another archive")
    keys = set()
    for number, (one, setting) in enumerate([*product(settings, [told]), (at_home, of_another_name)]):
        config = site_config(tmp_path / str(number), **one)
        keys |= set(keyed([plan("a/", "")], setting, config.plugins["newsarchive"].config, config))
    assert len(keys) == 4


def test_a_page_that_was_made_early_is_not_made_again(press, tmp_path):
    made = []
    noted = Plan("a/", b"", lambda: made.append("a/") or Page("a/", "A page", Markup("early")))
    store = open_store(tmp_path / "store", "method")
    early = early_pages((), of_key(noted), store)
    assert write(press(early=early), noted, plan("b/", "late"), workers=2) == {
        "a/index.html": b"early",
        "b/index.html": b"late",
    }
    assert made == ["a/"]


def test_a_page_of_another_address_is_another_page(press):
    write(press(), plan("a/", "first"))
    assert write(press(), plan("b/", "second"))["b/index.html"] == b"second"


def test_pages_that_the_archive_has_no_more_leave_the_store(press):
    write(press(), plan("a/", "first"), plan("b/", "first"))
    write(press(), plan("a/", "second"))
    assert len(press().store.places) == 1


def test_pages_are_made_in_the_order_of_their_turns(press):
    made = []

    def noted(address, turn):
        return Plan(address, b"", lambda: made.append(address) or Page(address, "A page", Markup("")), turn)

    write(press(), noted("late/", 2), noted("early/", 1), plan("any/", ""), noted("later/", 2))
    assert made == ["early/", "late/", "later/"]


def test_joined_files_are_written_meanwhile(press):
    found = write(press(), plan("a/", ""), joined=[("search/words-0.js", b"f()"), ("b.json", b"[]")], workers=2)
    assert found == {"a/index.html": b"", "search/words-0.js": b"f()", "b.json": b"[]"}


def test_a_joined_file_and_one_of_the_docs_at_one_path_are_an_error_that_names_both(press):
    taken = {"search/manifest.js": "search/manifest.js"}
    message = "'search/manifest.js' has two sources: 'search/manifest.js' and the archive's own file."
    with pytest.raises(PluginError, match=message):
        write(press(taken=taken), joined=[("search/manifest.js", b"")])


def test_what_stands_is_not_written_again(press, tmp_path, write_files):
    site = write_files(tmp_path / "last", {"a/index.html": "first", "same.json": "[]", "other.json": "[]"})
    write(press(), plan("a/", "first"))
    written = write_site(press(), publication_of(()), of_key(plan("a/", "first")), Standing(), 1)
    store = open_store(tmp_path / "sites", "method")
    record_pages(site, written.pages, {}, store)
    standing = looking(site, open_store(tmp_path / "sites", "method")).finished()
    joined = [("same.json", b"[]"), ("other.json", b"{}"), ("new.json", b"[]")]
    anew = press(site=tmp_path / "anew")
    plans = of_key(plan("a/", "first"), plan("b/", "first"))
    written = write_site(anew, publication_of((), joined), plans, standing, 1)
    assert written.standing == {"a/index.html", "same.json"}
    assert {path.name for path in anew.site.rglob("*.*")} == {"index.html", "other.json", "new.json"}
    assert not (anew.site / "a").exists()
