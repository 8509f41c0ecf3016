"""The archive as one file: unzipped, it is read from disk like any site, and asks nobody for anything."""

from zipfile import ZipFile

import pytest
from axe_playwright_python.sync_playwright import Axe


@pytest.fixture(scope="module")
def site(tmp_path_factory, build_project, project):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSARCHIVE_BUNDLE", "true")
        return build_project(tmp_path_factory.mktemp("bundle") / "site", project / "seeds")


@pytest.fixture(scope="module")
def unzipped(tmp_path_factory, site):
    (bundle,) = site.glob("newsarchive-*.zip")
    folder = tmp_path_factory.mktemp("unzipped")
    with ZipFile(bundle) as files:
        files.extractall(folder)
    return folder


def test_the_bundle_is_read_from_disk(browser, unzipped):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    trouble = []
    page.on("request", lambda asked: trouble.append(asked.url) if not asked.url.startswith("file://") else None)
    page.on("requestfailed", lambda asked: trouble.append(asked.url))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(f"{unzipped.as_uri()}/index.html")
    page.locator(".md-tabs a", has_text="Articles").click()
    page.locator(".na-list a").first.click()
    assert page.locator("#p1").is_visible()
    page.keyboard.press("/")
    page.keyboard.type("Агдам")
    page.keyboard.press("Enter")
    page.locator("#na-search-results a").first.click()
    assert page.url == f"{unzipped.as_uri()}/places/aghdam/index.html"
    assert page.locator("h1").text_content().startswith("Aghdam")
    assert page.get_by_text("as one file").count() == 0
    context.close()
    assert trouble == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_foot_of_a_page_leads_to_the_bundle_for_everyone_to_see(browser, site, colours):
    page = browser.new_page(color_scheme=colours)
    page.goto(f"{site.as_uri()}/people/index.html")
    link = page.locator("footer a", has_text="as one file")
    assert (site / "people" / link.get_attribute("href")).resolve().is_file()
    assert Axe().run(page, context="footer").response["violations"] == []
    page.close()
