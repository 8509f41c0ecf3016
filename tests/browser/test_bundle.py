"""The archive as one file: unzipped, it is read from disk like any site, and asks nobody for anything."""

from zipfile import ZipFile

import pytest


@pytest.fixture(scope="module")
def unzipped(tmp_path_factory, build_project, project):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSARCHIVE_BUNDLE", "true")
        site = build_project(tmp_path_factory.mktemp("bundle") / "site", project / "seeds")
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
