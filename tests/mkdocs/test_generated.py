from pathlib import Path

import pytest
from markupsafe import Markup

from newsarchive.archive import Archive
from newsarchive.mkdocs.generated import generated_files, nav_labels
from newsarchive.mkdocs.publication import Publication
from newsarchive.pages.page import Page

GITHUB = {"repo_url": "https://github.com/owner/repository", "edit_uri": "edit/main/docs/"}


def files_of(config, *pages, others=(), seeds=None):
    publication = Publication(Archive(()), pages, others)
    return list(generated_files(publication, seeds or Path(config.docs_dir).parent / "seeds", config))


@pytest.mark.parametrize("use_directory_urls", [True, False])
def test_a_page_is_the_index_of_the_folder_that_its_address_names(tmp_path, site_config, use_directory_urls):
    config = site_config(tmp_path, use_directory_urls=use_directory_urls)
    files = files_of(config, Page("", "Home", Markup("<p>")), Page("articles/one/", "One", Markup("<p>")))
    assert [file.dest_uri for file in files] == ["index.html", "articles/one/index.html"]


def test_a_page_stays_out_of_the_nav(tmp_path, site_config):
    (file,) = files_of(site_config(tmp_path), Page("articles/one/", "One", Markup("<p>")))
    assert file.inclusion.is_not_in_nav()
    assert file.inclusion.is_included()


def test_data_is_published_as_the_bytes_that_it_is(tmp_path, site_config):
    (file,) = files_of(site_config(tmp_path), others=(("data/articles.json", b"[]\n"),))
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
    (file,) = files_of(site_config(tmp_path, **GITHUB), Page("articles/one/", "One", Markup("<p>"), seed=seed))
    assert file.page.edit_url == edit_url


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
    assert dict(nav_labels(nav)) == {"articles/index.md": "Articles", "who.md": "Who"}


def test_a_site_without_a_nav_has_no_labels():
    assert dict(nav_labels(None)) == {}
