"""A build that is interrupted, and one that is built over the last: what stands afterwards."""

import os
import signal
import subprocess
import sys
import time

import pytest
from mkdocs.commands.build import build

from newsarchive.method import method
from newsarchive.mkdocs.writing import PAGES
from newsarchive.store import open_store

PATIENCE = 60  # seconds; what is waited for takes two or three
NAMES = ("Arden", "Brae", "Corran", "Dunmore", "Eskdale", "Farrow")


def seeds(numbers):
    """Return the files of reports, each with a paragraph of its own."""
    return {
        f"seeds/report-{number}.txt": f"date 2021-03-{number % 28 + 1:02} The {number}th boat from "
        f"{NAMES[number % 6]} came on 3 March 2021. “It is {number},” said Ada Holm of {NAMES[number % 5]}.\n"
        for number in numbers
    }


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def wait_for(path, process):
    end = time.monotonic() + PATIENCE
    while not path.exists():
        assert process.poll() is None, "the build ended before it could be interrupted"
        assert time.monotonic() < end, f"{path} did not appear within {PATIENCE} seconds"
        time.sleep(0.005)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_while_pages_are_written_leaves_the_last_site_and_cache(tmp_path, build_site, write_files):
    site = build_site(write_files(tmp_path, seeds(range(1))), plugins=[{"newsarchive": {"workers": 2}}])
    before, pages = contents(site), tmp_path / ".cache/newsarchive" / PAGES
    kept = dict(open_store(pages, method()).places)
    write_files(tmp_path, seeds(range(300)))
    command = [sys.executable, "-m", "mkdocs", "build"]
    quiet = {"env": os.environ | {"NO_MKDOCS_2_WARNING": "1"}, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=tmp_path, start_new_session=True, **quiet) as process:
        wait_for(tmp_path / ".site.building/articles/report-7/index.html", process)
        os.killpg(process.pid, signal.SIGINT)
    assert process.returncode != 0
    assert contents(site) == before
    assert not list(tmp_path.glob(".site.*"))
    store = open_store(pages, method())
    assert store.places == kept
    assert all(store.get(key) for key in kept)


def test_a_dirty_build_writes_over_the_last_site(tmp_path, site_config, build_site, write_files):
    build_site(write_files(tmp_path, seeds(range(2)) | {"docs/old.md": "# Old\n"}))
    write_files(tmp_path, seeds([2]))
    (tmp_path / "docs/old.md").unlink()
    config = site_config(tmp_path, strict=False)  # MkDocs warns of every dirty build
    config.plugins.on_startup(command="build", dirty=True)
    try:
        build(config, dirty=True)
    finally:
        config.plugins.on_startup(command="build", dirty=False)  # MkDocs keeps one plugin for the whole process
    site = tmp_path / "site"
    assert "report-2" in (site / "articles/index.html").read_text("utf-8")
    assert (site / "articles/report-2/index.html").is_file()
    assert (site / "old/index.html").is_file()
    assert not (tmp_path / ".site.building").exists()
