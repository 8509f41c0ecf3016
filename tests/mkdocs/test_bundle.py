import os
from zipfile import ZipFile

import pytest
from mkdocs.exceptions import Abort

from newsarchive.mkdocs.bundle import BUNDLE, write_bundle

LINK = '<p>Foot: <!-- bundle --><a href="../all.zip">all</a><!-- /bundle --></p>'
FILES = {"index.html": LINK, "b/index.html": "B", "a.js": LINK, "Z.txt": "z"}


def entries(site):
    with ZipFile(site / BUNDLE) as bundle:
        assert bundle.testzip() is None
        return {name: bundle.read(name) for name in bundle.namelist()}


def test_the_bundle_holds_every_file_once_in_order_and_not_itself(tmp_path, write_files):
    site = write_files(tmp_path, FILES)
    write_bundle(site)
    write_bundle(site)
    assert list(entries(site)) == ["Z.txt", "a.js", "b/index.html", "index.html"]


def test_pages_in_the_bundle_do_not_link_to_it(tmp_path, write_files):
    site = write_files(tmp_path, FILES)
    write_bundle(site)
    assert entries(site)["index.html"] == b"<p>Foot: </p>"
    assert entries(site)["a.js"] == LINK.encode()
    assert (site / "index.html").read_text("utf-8") == LINK


def test_the_same_site_gives_the_same_bytes_whenever_and_however_it_was_written(tmp_path, write_files):
    one = write_files(tmp_path / "one", FILES)
    other = write_files(tmp_path / "other", dict(reversed(FILES.items())))
    os.utime(other / "a.js", (0, 0))
    (other / "a.js").chmod(0o600)
    write_bundle(one)
    write_bundle(other)
    assert (one / BUNDLE).read_bytes() == (other / BUNDLE).read_bytes()


def test_each_page_links_to_the_bundle_where_one_is_written(tmp_path, build_site, write_files):
    write_files(tmp_path, {"docs/about/index.md": "# About\n"})
    site = build_site(tmp_path, plugins=[{"newsarchive": {"bundle": True}}], use_directory_urls=False)
    assert f'<a href="../{BUNDLE}">' in (site / "about/index.html").read_text("utf-8")
    assert BUNDLE.encode() not in entries(site)["about/index.html"]


def test_no_page_links_to_a_bundle_that_is_not_written(tmp_path, build_site):
    site = build_site(tmp_path)
    assert not (site / BUNDLE).exists()
    assert BUNDLE not in (site / "index.html").read_text("utf-8")


def test_links_that_need_a_server_are_refused_in_a_bundle(tmp_path, build_site, caplog):
    with pytest.raises(Abort):
        build_site(tmp_path, plugins=[{"newsarchive": {"bundle": True}}])
    assert "set use_directory_urls to false" in caplog.text
