"""Linked files: MkDocs hears of a page of the archive when another page links to it, and only then."""

import pytest
from markupsafe import Markup
from mkdocs.structure.files import File, get_files

from newsarchive.mkdocs.linked import LinkedFiles
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.plan import Plan

ARTICLE = Page("articles/one/", "One", Markup("<p id=p1>It rained."), headings=(Heading(2, "notes", "Notes"),))


@pytest.fixture
def files(tmp_path, site_config, write_files):
    config = site_config(write_files(tmp_path, {"docs/method/index.md": "# Method\n"}))
    plans = {ARTICLE.address: Plan(ARTICLE.address, b"", lambda: ARTICLE)}
    return LinkedFiles(get_files(config), plans, {"data/articles.json": "data/articles.json.gz"}.get, config)


def test_a_page_of_the_archive_is_found_with_its_anchors(files):
    found = files.get_file_from_path("articles/one/index.md")
    assert (found.dest_uri, found.page.title) == ("articles/one/index.html", "One")
    assert found.page.present_anchor_ids == {"p1", "notes"}
    assert files.get_file_from_path("articles/one/index.md") is found


def test_a_page_that_is_linked_is_none_of_those_that_mkdocs_writes(files):
    files.get_file_from_path("articles/one/index.md")
    assert [file.src_uri for file in files.documentation_pages()] == ["method/index.md"]


@pytest.mark.parametrize(
    "path", ["articles/two/index.md", "articles/one/", "articles/one", "articles/one/index.txt", ""]
)
def test_what_is_no_page_is_not_found(files, path):
    assert files.get_file_from_path(path) is None


def test_another_file_of_the_archive_is_found(files):
    assert files.get_file_from_path("data/articles.json").dest_uri == "data/articles.json.gz"
    assert files.get_file_from_path("data/other.json") is None


def test_a_file_of_the_docs_is_found_first(files, tmp_path, site_config):
    assert files.get_file_from_path("method/index.md").abs_src_path == str(tmp_path / "docs/method/index.md")
    files.append(File.generated(site_config(tmp_path), "articles/one/index.md", content="Mine"))
    assert files.get_file_from_path("articles/one/index.md").content_string == "Mine"
