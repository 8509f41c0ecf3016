"""Reading an article in a browser: cards, the switch, margins, print; with scripts and without."""

import re
from contextlib import contextmanager

import pytest

SHARED = (
    "The ferry carries some four hundred people a day between the island and the mainland in the winter months, "
    "and twice as many when the herring come."
)
SEEDS = {
    "ferry.txt": (
        "date 2011-03-07 The ferry to Brannholm did not sail on Monday, the harbour office said.\n\n"
        f"{SHARED}\n\n"
        '"We wait for the wind to drop," said Ingrid Solveig, who has run the harbour of Brannholm for nine years.\n'
    ),
    "ferry.yml": (
        "title: No ferry to Brannholm\nslug: no-ferry\nnotes:\n"
        "  - {quote: the harbour office, text: The office of the port., by: A reader}\n"
    ),
    "sails.txt": (f"date 2011-03-09 It sailed to Brannholm on Wednesday.\n\n{SHARED.replace('four', 'five')}\n"),
    "sails.yml": "title: The ferry sails again\nslug: it-sails\n",
    "registry/places.yml": (
        "- slug: brannholm\n  kind: town\n  names:\n"
        "    - {text: Brannholm, language: en, script: Latn, source: the map}\n"
        "    - {text: Бранхольм, language: ru, script: Cyrl, source: another map}\n"
    ),
    "registry/people.yml": (
        "- slug: ingrid-solveig\n  kind: person\n  names:\n"
        "    - {text: Ingrid Solveig, language: en, script: Latn, source: The Harbour Post}\n"
    ),
}
MENTION = '#p1 a[href*="/places/brannholm/"]'
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def site(tmp_path_factory, build_project, write_files):
    folder = tmp_path_factory.mktemp("reading")
    return build_project(folder / "site", write_files(folder / "seeds", SEEDS))


@pytest.fixture
def read(browser, site):
    """Open a page of the site from disk, and hold that nothing goes wrong on it."""

    @contextmanager
    def opened(path, **options):
        trouble = []
        context = browser.new_context(**{"viewport": DESK} | options)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
        page.goto(f"{site.as_uri()}/{path}/index.html")
        yield page
        context.close()
        assert trouble == []

    return opened


def test_pointing_at_a_name_shows_its_card(read):
    with read("articles/no-ferry") as page:
        page.hover(MENTION)
        card = page.locator("#na-card")
        card.wait_for()
        assert card.locator("a").first.text_content() == "Brannholm"
        assert "town, Бранхольм" in card.text_content()
        assert card.locator('bdi[lang="ru"]').text_content() == "Бранхольм"
        assert card.locator('a[href="../it-sails/index.html#p1"]').text_content() == "9 Mar →"
        page.mouse.move(5, 5)
        card.wait_for(state="hidden")


def test_a_card_opens_where_its_name_begins(read):
    with read("articles/no-ferry") as page:
        page.hover(MENTION)
        card = page.locator("#na-card")
        card.wait_for()
        shown, name = card.bounding_box(), page.locator(MENTION).first.bounding_box()
        assert shown["x"] == pytest.approx(min(name["x"], DESK["width"] - shown["width"] - 8), abs=1)


def test_the_card_says_the_kind_that_the_side_column_leaves_to_the_address(read):
    with read("articles/no-ferry") as page:
        page.hover('.na-text a[href*="/people/ingrid-solveig/"]')
        card = page.locator("#na-card")
        card.wait_for()
        assert card.locator("a").first.text_content() == "Ingrid Solveig"
        assert card.locator("p").first.text_content().startswith("person")
        assert "person" not in page.locator('.na-side li:has(a[href*="ingrid"])').first.text_content()


def test_the_keyboard_opens_enters_and_leaves_a_card(read):
    with read("articles/no-ferry") as page:
        page.locator("#p1 a").first.focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
        card = page.locator("#na-card")
        assert card.is_visible()
        assert page.locator("#p1 a").first.get_attribute("aria-describedby") == "na-card"
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.closest('#na-card') !== null")
        page.keyboard.press("Escape")
        assert card.is_hidden()
        assert page.evaluate("document.activeElement.closest('#p1') !== null")


def test_the_first_tap_shows_the_card_and_the_cards_link_leads_on(read):
    with read("articles/no-ferry", viewport=PHONE, has_touch=True) as page:
        page.tap(MENTION)
        assert "no-ferry" in page.url
        box = page.locator("#na-card").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        page.locator("#na-card a").first.tap()
        page.wait_for_url("**/places/brannholm/index.html")


def test_what_is_switched_off_is_plain_text_and_stays_off(read):
    with read("articles/no-ferry") as page:
        words = page.locator("#text").inner_text()
        for kind in ("Places", "Dates", "Statements", "Passages", "Notes"):
            page.get_by_label(kind, exact=True).uncheck()
        assert page.locator(MENTION).count() == 0
        assert page.locator('#text [id] a[href*="/dates/"]').count() == 0
        assert page.locator(".na-margin details").is_hidden()
        assert page.locator(".na-note").is_hidden()
        assert page.locator(".na-text [id] a[title]").count() == 0
        page.reload()
        assert page.locator(MENTION).count() == 0
        assert not page.get_by_label("Places", exact=True).is_checked()
        for kind in ("Places", "Dates", "Statements", "Passages", "Notes"):
            page.get_by_label(kind, exact=True).check()
        assert page.locator(MENTION).count() == 1
        assert page.locator("#text").inner_text() == words


def test_a_browser_that_keeps_nothing_still_switches(read):
    with read("articles/it-sails") as page:
        page.evaluate("void (Storage.prototype.setItem = () => { throw new Error('full'); })")
        page.get_by_label("Places", exact=True).uncheck()
        assert page.locator(MENTION).count() == 0


def test_a_way_from_the_side_column_lights_up_its_names(read):
    with read("articles/no-ferry") as page:
        page.locator('.na-side li:has(a[href*="brannholm"]) a[href="#p3"]').click()
        assert page.url.endswith("#p3")
        assert page.locator("#p3 a.na-lit").text_content() == "Brannholm"


def test_without_scripts_everything_shows_and_margins_open(read):
    with read("articles/no-ferry", java_script_enabled=False) as page:
        assert page.locator(MENTION).is_visible()
        assert page.locator(".na-side li p").first.is_visible()
        assert page.locator(".na-switch").count() == 0
        witness = page.locator(".na-margin details")
        witness.locator("summary").click()
        assert witness.locator("del").is_visible()
        assert (witness.locator("del").inner_text(), witness.locator("ins").inner_text()) == ("four", "five")


def test_without_scripts_a_dark_system_has_dark_pages(read):
    def brightness(colours):
        with read("articles/no-ferry", java_script_enabled=False, color_scheme=colours) as page:
            return [
                sum(map(int, re.findall(r"\d+", page.evaluate(f"getComputedStyle(document.body).{name}"))[:3]))
                for name in ("backgroundColor", "color")
            ]

    background, words = brightness("light")
    dark_background, light_words = brightness("dark")
    assert background > words
    assert dark_background < light_words


@pytest.mark.parametrize(("viewport", "beside"), [(DESK, True), (PHONE, False)])
def test_the_margin_stands_beside_the_text_on_a_desk_and_beneath_on_a_phone(read, viewport, beside):
    with read("articles/no-ferry", viewport=viewport) as page:
        text, margin = (page.locator(of).bounding_box() for of in ("#p2", "#p2 ~ .na-margin"))
        assert (margin["x"] >= text["x"] + text["width"]) is beside
        assert (margin["y"] >= text["y"] + text["height"]) is not beside


def test_a_full_line_has_sixty_to_seventy_five_letters(read):
    with read("articles/no-ferry") as page:
        lines = page.evaluate("""() => {
            const block = document.getElementById("p2"), range = document.createRange(), tops = new Map();
            const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) for (let at = 0; at < walk.currentNode.length; at++) {
                range.setStart(walk.currentNode, at); range.setEnd(walk.currentNode, at + 1);
                const top = Math.round(range.getBoundingClientRect().bottom);
                tops.set(top, (tops.get(top) || 0) + 1);
            }
            return [...tops.values()];
        }""")
        assert 60 <= max(lines) <= 75


def test_print_shows_text_notes_margins_and_the_address(read):
    with read("articles/no-ferry") as page:
        page.emulate_media(media="print")
        for shown in ("#p1", ".na-note", ".na-margin details ins", ".na-cite > p"):
            assert page.locator(shown).is_visible(), shown
        for hidden in (".md-header", ".na-switch", ".na-cite details"):
            assert page.locator(hidden).first.is_hidden(), hidden
        assert re.search(r"articles/no-ferry/\. .*SHA-256", page.locator(".na-cite > p").text_content())


def test_two_articles_stand_side_by_side_on_a_desk_and_one_at_a_time_on_a_phone(read):
    path = "compare/it-sails--no-ferry"
    with read(path) as page:
        left, right = (page.locator(of).bounding_box() for of in ("#a-p2", "#b-p2"))
        assert left["y"] == right["y"]
        assert left["x"] + left["width"] < right["x"]
        page.locator(".na-minimap a").first.click()
        assert page.url.endswith("#a-p2")
    with read(path, viewport=PHONE, java_script_enabled=False) as page:
        assert page.locator("#a-p2").is_visible()
        assert page.locator("#b-p2").is_hidden()
        page.get_by_label("Second", exact=True).check()
        assert page.locator("#a-p2").is_hidden()
        page.get_by_label("Both", exact=True).check()
        assert page.locator("#a-p2").is_visible()
        assert page.locator("#b-p2").is_visible()
