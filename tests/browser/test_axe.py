"""axe-core finds nothing to blame on any kind of page, by day and by night, on a phone and on a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe

ALL_RULES = {"resultTypes": ["violations"]}
RULES_OF_COLOUR = ALL_RULES | {"runOnly": ["color-contrast", "link-in-text-block"]}


def blamed(page, rules):
    violations = Axe().run(page, options=rules).response["violations"]
    return [(page.url, violation["id"], node["html"]) for violation in violations for node in violation["nodes"]]


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(browser, http_address, one_page_of_each_kind, width):
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    found = []
    for path in one_page_of_each_kind:
        page.emulate_media(color_scheme="light")
        page.goto(http_address + path)
        found += blamed(page, ALL_RULES)
        page.emulate_media(color_scheme="dark")
        found += blamed(page, RULES_OF_COLOUR)
    context.close()
    assert not found, "\n".join(map(str, found))
