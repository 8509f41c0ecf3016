"""For everyone: the keyboard, other languages, still pages, large letters, paper."""

import pytest

FOREIGN = r"[\u0370-\u03ff\u0400-\u04ff\u0530-\u058f\u0590-\u05ff\u0600-\u06ff]"


@pytest.fixture
def pages(browser, http_address, one_page_of_each_kind):
    """Open one page of each kind after the other, on a screen of one's choice."""
    contexts = []

    def opened(media="screen", **options):
        contexts.append(browser.new_context(**{"viewport": {"width": 1440, "height": 900}} | options))
        page = contexts[-1].new_page()
        page.emulate_media(media=media)
        for path in one_page_of_each_kind:
            page.goto(http_address + path)
            yield page

    yield opened
    for context in contexts:
        context.close()


def test_the_first_key_skips_to_the_content(pages):
    for page in pages():
        page.keyboard.press("Tab")
        assert page.locator(".md-skip:focus").count() == 1, page.url
        page.keyboard.press("Enter")
        assert page.locator("main :target").count() == 1, page.url


def test_the_focus_goes_through_the_page_in_order_and_is_seen(pages):
    step = """() => {
        const one = document.activeElement, last = window.last || one, box = one.getBoundingClientRect();
        const seen = [one, one.parentElement].some((each) => getComputedStyle(each).outlineStyle !== "none");
        const back = last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING;
        window.last = one;
        return one === document.body || (seen && box.width && !back) ? "" : one.outerHTML.slice(0, 200);
    }"""
    for page in pages(reduced_motion="reduce"):
        for _ in range(25):
            page.keyboard.press("Tab")
            assert page.evaluate(step) == "", page.url


def test_words_in_another_script_say_their_language(pages):
    for page in pages():
        untold = page.evaluate(
            """(pattern) => {
                const foreign = new RegExp(pattern), own = document.documentElement.lang, found = [];
                const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (walk.nextNode()) {
                    const { data, parentElement } = walk.currentNode;
                    if (foreign.test(data) && parentElement.closest("[lang]").lang === own) found.push(data);
                }
                return found;
            }""",
            FOREIGN,
        )
        assert untold == [], page.url


def test_nothing_moves_for_who_asks_for_stillness(pages):
    for page in pages(reduced_motion="reduce"):
        moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter((one) => {
            const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
            return animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior === "smooth";
        }).map((one) => one.outerHTML.slice(0, 200))""")
        assert moving == [], page.url


def test_letters_twice_as_large_need_no_scrolling_to_the_side(pages):
    for page in pages(viewport={"width": 720, "height": 450}, device_scale_factor=2):
        assert page.evaluate("document.documentElement.scrollWidth") <= 720, page.url


def test_paper_shows_the_page_and_nothing_to_click(pages):
    for page in pages(media="print", viewport={"width": 720, "height": 900}):
        assert page.locator("h1").first.is_visible(), page.url
        for of_the_screen in (".md-header", ".md-tabs", "main > nav", ".na-rights", "[type=search]"):
            for one in page.locator(of_the_screen).all():
                assert one.is_hidden(), (page.url, of_the_screen)
        assert page.evaluate("document.documentElement.scrollWidth") <= 720, page.url


def test_an_article_is_printed_whole(browser, http_address, project):
    page = browser.new_page()
    page.goto(f"{http_address}articles/aghdam-changes-hands/index.html")
    printed = page.pdf(path=project / "test-results/article.pdf", format="A4")
    page.close()
    assert printed.startswith(b"%PDF")


def test_paper_has_the_same_colours_by_day_and_by_night(browser, http_address):
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{http_address}articles/aghdam-changes-hands/index.html")
    found = []
    for colours, scheme in (("light", "default"), ("dark", "slate")):
        page.emulate_media(media="print", color_scheme=colours)
        page.locator(f"body[data-md-color-scheme={scheme}]").wait_for()
        inks = "[...document.querySelectorAll('main *')].map((one) => getComputedStyle(one).color)"
        found.append(page.evaluate(inks))
    page.close()
    assert found[0] == found[1]
