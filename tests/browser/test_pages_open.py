"""One page of each kind opens in Chromium without an error, and asks nobody for anything."""

from contextlib import contextmanager
from itertools import product

import pytest

WIDTHS = (390, 820, 1440)
COLOURS = ("light", "dark")


@contextmanager
def watched_page(browser, trouble, address, **options):
    """Open a new page, and note all that goes wrong on it and every request beyond the site."""

    def note(what, *, wrong=True):
        if wrong:
            trouble.append(str(what))

    context = browser.new_context(**options)
    page = context.new_page()
    page.on("console", lambda message: note(message.text, wrong=message.type in {"error", "warning"}))
    page.on("pageerror", note)
    page.on("request", lambda asked: note(asked.url, wrong=not asked.url.startswith((address, "data:", "blob:"))))
    page.on("response", lambda answer: note(answer.url, wrong=answer.status >= 400))
    # An icon that had not come before the next page was asked for is no failure.
    page.on("requestfailed", lambda asked: note(asked.url, wrong=asked.failure != "net::ERR_ABORTED"))
    yield page
    context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("colours", COLOURS)
def test_every_kind_of_page_opens_without_an_error(browser, address, one_page_of_each_kind, colours, scripts):
    trouble = []
    with watched_page(browser, trouble, address, color_scheme=colours, java_script_enabled=scripts) as page:
        for path in one_page_of_each_kind:
            page.goto(address + path)
            assert page.locator("h1").first.is_visible(), path
    assert trouble == []


@pytest.fixture(params=product(WIDTHS, COLOURS), ids=lambda screen: f"{screen[0]}-{screen[1]}")
def screen(request):
    """A phone's or a desk's screen, by day or by night."""
    width, colours = request.param
    return {"viewport": {"width": width, "height": 900}, "color_scheme": colours}


def test_no_page_is_wider_than_the_screen(browser, http_address, one_page_of_each_kind, project, screen):
    width, colours = screen["viewport"]["width"], screen["color_scheme"]
    with watched_page(browser, [], http_address, **screen) as page:
        for path in one_page_of_each_kind:
            page.goto(http_address + path)
            name = path.removesuffix("index.html").strip("/").replace("/", "-") or "home"
            page.screenshot(path=project / f"test-results/{name}-{width}-{colours}.png", animations="disabled")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_colours_follow_the_system(browser, http_address):
    schemes = []
    for colours in COLOURS:
        with watched_page(browser, [], http_address, color_scheme=colours) as page:
            page.goto(http_address)
            schemes.append(page.locator("body").get_attribute("data-md-color-scheme"))
    assert schemes == ["default", "slate"]


def test_a_reader_walks_from_the_home_page_to_an_article_and_on(browser, address):
    trouble = []
    with watched_page(browser, trouble, address, viewport={"width": 1440, "height": 900}) as page:
        page.goto(f"{address}index.html")
        page.locator(".md-tabs a", has_text="Articles").click()
        page.locator("article a[href*='../articles/'], article a[href$='/index.html']").first.click()
        assert "/articles/" in page.url
        assert page.locator("#p1").is_visible()
    assert trouble == []


def test_a_site_that_names_its_repository_asks_it_for_nothing(browser, build_project, project, tmp_path):
    repository = {"repo_url": "https://github.com/owner/archive", "edit_uri": "edit/main/docs/"}
    site = build_project(tmp_path / "site", project / "seeds", **repository)
    trouble = []
    with watched_page(browser, trouble, site.as_uri(), viewport={"width": 1440, "height": 900}) as page:
        page.goto(f"{site.as_uri()}/index.html")
        assert page.locator(".md-header a[href='https://github.com/owner/archive']").is_visible()
        page.wait_for_load_state("networkidle")
    assert trouble == []


def test_the_chosen_colours_are_remembered_and_the_system_is_followed_again(browser, address):
    trouble, schemes, names = [], [], []
    with watched_page(browser, trouble, address, color_scheme="dark") as page:
        page.goto(f"{address}index.html")
        for _ in range(4):
            names.append(page.locator(".na-colours").get_attribute("title"))
            page.locator(".na-colours").click()
            schemes.append(page.locator("body").get_attribute("data-md-color-scheme"))
            page.reload()
            assert page.locator("body").get_attribute("data-md-color-scheme") == schemes[-1]
        page.locator(".na-colours").click()
        page.locator(".na-colours").click()
        page.emulate_media(color_scheme="light")
        page.locator("body[data-md-color-scheme=default]").wait_for()
    assert schemes == ["default", "slate", "slate", "default"]
    assert names == ["Use light colours", "Use dark colours", "Use the colours of the system", "Use light colours"]
    assert trouble == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_phone_opens_every_part_of_the_site_from_the_header(browser, address, scripts):
    trouble = []
    phone = {"viewport": {"width": 390, "height": 844}, "java_script_enabled": scripts}
    with watched_page(browser, trouble, address, **phone) as page:
        page.goto(f"{address}people/index.html")
        parts = page.locator(".md-tabs a")
        assert parts.first.is_hidden()
        page.get_by_role("button", name="Navigation").press("Enter")
        assert parts.first.is_visible()
        assert parts.last.is_visible()
        page.keyboard.press("Escape")
        assert parts.first.is_hidden()
        page.get_by_role("button", name="Navigation").click()
        parts.filter(has_text="About").click()
        page.get_by_role("link", name="Options").click()
        assert page.url == f"{address}options/index.html"
    assert trouble == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_section_of_the_nav_leads_to_all_of_its_pages(browser, address, width):
    with watched_page(browser, [], address, viewport={"width": width, "height": 900}) as page:
        page.goto(f"{address}problems/slug-twice/index.html")
        section = page.get_by_role("navigation", name="Contribute")
        assert section.locator("[aria-current]").text_content() == "Problems"
        assert all(link.is_visible() for link in section.locator("a").all())
        assert section.locator("a").count() == 5
