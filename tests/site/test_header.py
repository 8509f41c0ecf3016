"""The header calls the parts of the site what the nav calls them, and marks where the reader is."""

import pytest
import yaml


class NavLoader(yaml.SafeLoader):
    """Reads `mkdocs.yml`, whose `!ENV` only MkDocs knows."""


NavLoader.add_constructor("!ENV", lambda *_: None)


def words(page, selector):
    return [tag.get_text(strip=True) for tag in page.soup.select(selector)]


def test_the_header_has_the_labels_of_the_nav(site, project):
    config = yaml.load((project / "mkdocs.yml").read_text(encoding="utf-8"), NavLoader)  # noqa: S506  a safe loader
    labels = [label for entry in config["nav"] for label in entry]
    for page in site.pages.values():
        assert words(page, ".md-tabs a") == labels, page.path


@pytest.mark.parametrize("part", ["articles", "passages", "dates", "districts", "places", "people", "organisations"])
def test_the_header_marks_the_part_that_a_page_stands_in(site, part):
    pages = [page for page in site.pages.values() if page.path.startswith(f"{part}/")]
    assert len(pages) > 1
    for page in pages:
        assert words(page, ".md-tabs [aria-current]") == [part.capitalize()], page.path


def test_the_way_home_names_the_part_that_a_page_stands_in(site):
    for page in (page for page in site.pages.values() if page.path.startswith("people/") and page.path.count("/") > 1):
        assert words(page, ".md-path li") == ["Home", "People"], page.path


def test_every_page_has_one_search_box_with_a_label_that_needs_no_script(site):
    for page in site.pages.values():
        if page.soup.select_one("meta[http-equiv=refresh]"):
            continue  # a page that moved shows nothing of its own
        (box,) = page.soup.select("input[type=search]")
        form = box.find_parent("form")
        assert page.soup.find("label", attrs={"for": box["id"]}).get_text(strip=True), page.path
        assert (box["name"], form.get("method", "get")) == ("q", "get"), page.path
        assert page.target(form["action"])[0] == "search/index.html", page.path
