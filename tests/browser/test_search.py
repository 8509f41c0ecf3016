"""Search in a browser: every name of an entity leads to it, and nothing is asked of anyone else."""

import json

import pytest

from newsarchive.pages.search.terms import PLAIN_LETTERS, folded

HOSTILE_WORDS = [
    "AĞDAM", "İstanbul", "ISPARTA", "ıspartа", "Kəlbəcər", "Straße", "STRASSE", "Ælfred", "Øresund", "Łódź", "Đà Nẵng",
    "ﬁnancial ﬀ ﬄ", "Ａｆｇ１２", "①②", "x²", "Ὀδυσσεύς ΣΊΣΥΦΟΣ", "Ёлка ЙОД", "Աղդամ և ԱՂԴԱՄ", "عَرَبِيّ", "עִבְרִית", "हिन्दी",
    "한국어 각", "日本語 ｶﾞ", "e\u0301\u0323", "a\u20dd", "ǅ ǈ", "ﷺ", "\U0001d400\U0001d7d8", "😀 a\u200db", "ẞ",
    "\u1e9b\u0323", "ŉ ĸ ſ", "ʼn", "Þórr Ðə", "\ufeff x", "½", "O’Neill", "naïve–café", "\u0345Α", "ᾼ", "K Å",
]  # fmt: skip


@pytest.fixture
def find(browser, address):
    """Type words into the search box of the home page, press Enter, and return the page that opens."""
    contexts = []

    def typed(words, **options):
        context = browser.new_context(**{"viewport": {"width": 390, "height": 844}} | options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda asked: strangers.append(asked.url) if not asked.url.startswith(address) else None)
        page.on("pageerror", lambda error: strangers.append(str(error)))
        page.goto(f"{address}index.html")
        page.keyboard.press("/")
        page.keyboard.type(words)
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/**")
        page.get_by_role("status").filter(has_text="found").wait_for()
        return page

    strangers = []
    yield typed
    for context in contexts:
        context.close()
    assert strangers == []


def first_found(page):
    return page.locator("#na-search-results a").first.get_attribute("href").removesuffix("index.html")


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("agdam", "places/aghdam/"),
        ("Ağdam", "places/aghdam/"),
        ("AGHDAM", "places/aghdam/"),
        ("Агдам", "places/aghdam/"),
        ("Աղդամ", "places/aghdam/"),
        ("Akna", "places/aghdam/"),
        ("20 November 2020", "dates/2020-11-20/"),
        ("2020-11-20", "dates/2020-11-20/"),
        ("deadline moves by a week", "articles/aghdam-changes-hands/"),
    ],
)
def test_what_is_typed_leads_to_its_page(find, words, path):
    assert first_found(find(words)) == f"../{path}"


def test_the_words_of_a_passage_lead_to_it(find):
    page = find("pomegranate persimmon")
    assert page.locator("#na-search-results h2").all_text_contents() == ["Articles (2)", "Shared passages (1)"]
    page.locator("#na-search-results section").last.get_by_role("link").click()
    assert page.get_by_text("persimmon").first.is_visible()


def test_the_count_is_announced_and_follows_what_is_typed(find):
    page = find("agdam")
    assert page.get_by_role("status").text_content() == "2 pages found"
    page.get_by_role("searchbox").fill("zzzzz")
    page.get_by_role("status").filter(has_text="No pages found").wait_for()
    assert page.locator("#na-search-results a").count() == 0
    page.get_by_role("searchbox").fill("")
    page.wait_for_function("document.querySelector('[role=status]').textContent === ''")


def test_foreign_names_carry_their_language(find):
    names = find("agdam").locator("#na-search-results li").first.locator("bdi[lang]")
    assert {"az", "ru", "hy"} <= {name.get_attribute("lang") for name in names.all()}


def test_the_keyboard_leads_from_the_box_to_what_is_found_and_back(find):
    page = find("agdam")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/aghdam/**")
    page.go_back()
    page.get_by_role("status").filter(has_text="found").wait_for()
    assert page.get_by_role("searchbox").input_value() == "agdam"


def test_a_slash_that_is_typed_stays_a_slash(find):
    page = find("agdam")
    page.keyboard.type("/x")
    assert page.get_by_role("searchbox").input_value() == "agdam/x"


def test_without_a_script_the_box_leads_to_the_lists(browser, http_address):
    page = browser.new_page(java_script_enabled=False)
    page.goto(http_address)
    page.get_by_role("searchbox").fill("agdam")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=agdam")
    assert page.get_by_text("Searching needs a script").is_visible()
    page.locator(".na-unscripted a", has_text="places").click()
    assert page.url.endswith("/places/index.html")
    page.close()


def test_the_browser_folds_words_as_python_does(browser, project):
    script = project / "plugins/newsarchive/theme/material/assets/newsarchive/search.js"
    fold = next(line for line in script.read_text("utf-8").split(";\n") if "const fold =" in line)
    page = browser.new_page()
    in_browser = page.evaluate(
        f"([words, letters]) => {{ {fold}; return words.map((word) => fold(word, letters)); }}",
        [HOSTILE_WORDS, json.loads(json.dumps(PLAIN_LETTERS))],
    )
    page.close()
    assert dict(zip(HOSTILE_WORDS, in_browser, strict=True)) == {word: folded(word) for word in HOSTILE_WORDS}
