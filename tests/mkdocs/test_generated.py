from pathlib import Path

import pytest
from markupsafe import Markup

from newsarchive.archive import Archive
from newsarchive.mkdocs.generated import edit_links, nav_labels, other_files, page_files, shared_out
from newsarchive.mkdocs.publication import Publication
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Setting

GITHUB = {"repo_url": "https://github.com/owner/repository", "edit_uri": "edit/main/docs/"}


def plan(page):
    return Plan(page.address, b"", lambda: page)


def files_of(config, *pages, seeds=None):
    return list(page_files(pages, seeds or Path(config.docs_dir).parent / "seeds", config))


@pytest.mark.parametrize("use_directory_urls", [True, False])
def test_a_page_is_the_index_of_the_folder_that_its_address_names(tmp_path, site_config, use_directory_urls):
    config = site_config(tmp_path, use_directory_urls=use_directory_urls)
    files = files_of(config, Page("", "Home", Markup("<p>")), Page("articles/one/", "One", Markup("<p>")))
    assert [file.dest_uri for file in files] == ["index.html", "articles/one/index.html"]


def test_mkdocs_writes_the_home_page_and_what_the_nav_names(tmp_path, site_config):
    config = site_config(tmp_path, nav=["about.md", {"Read": [{"All": "articles/index.md"}, "dates/index.md"]}])
    addresses = ("", "articles/", "articles/one/", "dates/", "people/")
    plans = {address.encode(): plan(Page(address, "A page", Markup("<p>"))) for address in addresses}
    named, others = shared_out(plans, config)
    assert list(named) == [b"", b"articles/", b"dates/"]
    assert list(others) == [b"articles/one/", b"people/"]
    assert named | others == plans


def test_a_page_stays_out_of_the_nav(tmp_path, site_config):
    (file,) = files_of(site_config(tmp_path), Page("articles/one/", "One", Markup("<p>")))
    assert file.inclusion.is_not_in_nav()
    assert file.inclusion.is_included()


def test_data_is_published_as_the_bytes_that_it_is(tmp_path, site_config):
    publication = Publication(Setting(Archive(())), (), (("data/articles.json", b"[]\n"),))
    (file,) = other_files(publication, site_config(tmp_path))
    assert (file.dest_uri, file.content_bytes) == ("data/articles.json", b"[]\n")


@pytest.mark.parametrize(
    ("seed", "edit_url"),
    [
        ("one.txt", "https://github.com/owner/repository/edit/main/seeds/one.txt"),
        ("a folder/ü#1.txt", "https://github.com/owner/repository/edit/main/seeds/a%20folder/%C3%BC%231.txt"),
        (None, None),
    ],
)
def test_the_edit_link_leads_to_the_seed(tmp_path, site_config, seed, edit_url):
    config = site_config(tmp_path, **GITHUB)
    (file,) = files_of(config, Page("articles/one/", "One", Markup("<p>"), seed=seed))
    assert file.page.edit_url == edit_url
    assert edit_links(tmp_path / "seeds", config)(seed) == edit_url


def test_seeds_outside_the_repository_have_no_edit_link(tmp_path, site_config):
    config = site_config(tmp_path / "project", **GITHUB)
    page = Page("articles/one/", "One", Markup("<p>"), seed="one.txt")
    (file,) = files_of(config, page, seeds=tmp_path / "elsewhere")
    assert file.page.edit_url is None


def test_a_site_without_a_repository_has_no_edit_links(tmp_path, site_config):
    (file,) = files_of(site_config(tmp_path), Page("articles/one/", "One", Markup("<p>"), seed="one.txt"))
    assert file.page.edit_url is None


def test_labels_are_found_however_deep_they_stand_in_the_nav():
    nav = ["index.md", {"Articles": "articles/index.md"}, {"About": [{"Us": [{"Who": "who.md"}]}, "plain.md"]}]
    assert dict(nav_labels(nav)) == {
        "index.md": None,
        "articles/index.md": "Articles",
        "who.md": "Who",
        "plain.md": None,
    }


def test_a_site_without_a_nav_has_no_labels():
    assert dict(nav_labels(None)) == {}
