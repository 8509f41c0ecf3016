import pytest
from markupsafe import Markup
from mkdocs.structure.files import Files
from mkdocs.structure.nav import get_navigation

from newsarchive.mkdocs.generated import page_files
from newsarchive.mkdocs.place import make_permanent, place_below_nav
from newsarchive.pages.page import Page

ADDRESSES = ("", "articles/", "articles/one/", "dates/", "dates/2020/", "compare/one--two/")
NAV = ["index.md", {"Read": ["articles/index.md"]}, "dates/index.md"]


def placed(config, tmp_path):
    pages = (Page(address, address or "Home", Markup("<p>")) for address in ADDRESSES)
    files = Files(page_files(pages, tmp_path / "seeds", config))
    place_below_nav(get_navigation(files, config), files)
    return {file.dest_uri.removesuffix("index.html"): file.page for file in files}


@pytest.mark.parametrize("use_directory_urls", [True, False])
def test_a_page_outside_the_nav_stands_below_the_navs_page_above_its_address(tmp_path, site_config, use_directory_urls):
    pages = placed(site_config(tmp_path, nav=NAV, use_directory_urls=use_directory_urls), tmp_path)
    assert pages["articles/one/"].parent is pages["articles/"]
    assert pages["dates/2020/"].parent is pages["dates/"]
    assert pages["compare/one--two/"].parent is None


def test_a_page_in_the_nav_keeps_its_section(tmp_path, site_config):
    pages = placed(site_config(tmp_path, nav=NAV), tmp_path)
    assert pages["articles/"].parent.title == "Read"
    assert pages[""].is_homepage


@pytest.mark.parametrize("use_directory_urls", [True, False])
def test_the_canonical_address_never_names_a_file(tmp_path, site_config, use_directory_urls):
    config = site_config(
        tmp_path, nav=NAV, use_directory_urls=use_directory_urls, site_url="https://archive.example/a/"
    )
    pages = placed(config, tmp_path)
    for page in pages.values():
        make_permanent(page)
    assert pages["articles/one/"].canonical_url == "https://archive.example/a/articles/one/"
    assert pages[""].canonical_url == "https://archive.example/a/"


def test_a_site_whose_address_is_not_known_has_no_canonical_addresses(tmp_path, site_config):
    page = placed(site_config(tmp_path, nav=NAV), tmp_path)["articles/"]
    make_permanent(page)
    assert page.canonical_url is None
