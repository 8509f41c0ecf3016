"""Early pages: the few that the store does not have, and no others."""

import threading

import pytest
from markupsafe import Markup

from newsarchive.mkdocs import early as module
from newsarchive.mkdocs.early import early_pages
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.plan import Plan
from newsarchive.store import new_bin, open_store, temporary_store

WHOLE = Page("a/b/", "A < page", Markup("<h1>A &lt; page</h1>"), (Heading(2, "one", "One"),), "In short", "b.txt")
HOME = Page("", "Home", Markup("<h1>Home</h1>"))
BARE = Page("c/", "Another", Markup("<p>"))


def plans_of(*pages):
    """Return a plan for each page, which is made out of turn, by a digest of 16 bytes."""
    return {
        page.address.encode().ljust(16): Plan(page.address, b"", lambda page=page: page, -turn)
        for turn, page in enumerate(pages)
    }


@pytest.mark.parametrize("workers", [1, 2])
def test_what_the_store_does_not_have_is_made(workers, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # the tests themselves may run beside a thread
    made = early_pages((), plans_of(WHOLE, BARE), temporary_store(), workers).finished()
    assert made == {"a/b/": WHOLE, "c/": BARE}


def test_what_the_store_never_has_is_made_first(monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # as above
    early = early_pages(plans_of(HOME).values(), plans_of(WHOLE), temporary_store(), 2)
    assert early.first() == {"": HOME}
    assert early.finished() == {"a/b/": WHOLE}


def test_what_the_store_has_in_any_frame_is_not_made(tmp_path):
    store = open_store(tmp_path, "method")
    with new_bin(store.folder) as kept:
        store.keep({b"a/b/".ljust(16) + b"a frame": kept.add(b"")})
    assert list(early_pages((), plans_of(WHOLE, BARE), open_store(tmp_path, "method")).finished()) == ["c/"]


def test_many_pages_are_left_to_all_workers(monkeypatch):
    monkeypatch.setattr(module, "MOST_EARLY", 1)
    early = early_pages(plans_of(HOME).values(), plans_of(WHOLE, BARE), temporary_store())
    assert early.first() == early.finished() == {}
    assert early_pages((), plans_of(BARE), temporary_store()).finished() == {"c/": BARE}


def test_no_more_is_made_where_the_build_ends(monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # as above
    early = early_pages((), plans_of(WHOLE, BARE), temporary_store(), 2)
    early.stop()
    assert not early.working.waiting
