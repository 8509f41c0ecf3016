"""What a long page lays out late is held for no more than it needs, so that nothing jumps back."""

import pytest

ITEMS = "<li>1 Jan <a href='#'>A word</a>"
WEEK = f"<tr>{'<td><a href=#><b>1</b><i class=na-pub>1</i></a></td>' * 7}</tr>"
ROW = "<tr><th scope=row>A word</th><td>1</td></tr>"
MONTH = f"<table class='na-table na-month'><caption>Feb</caption><thead><tr><th>Mo</th></tr></thead>{WEEK * 4}</table>"
LONG = (
    *(f"<ul class=na-entries>{ITEMS * number}</ul>" for number in (20, 40, 60)),
    f"<section class=na-scroll><table class='na-table na-rows'>{ROW * 20}</table></section>",
    f"<div class=na-months><div>{MONTH}</div></div>",
)
HELD = """() => [...document.querySelectorAll(".na-wide > *, .na-months > *")]
  .filter((part) => getComputedStyle(part).contentVisibility === "auto")
  .map((part) => {
    const held = parseFloat(getComputedStyle(part).containIntrinsicHeight.replace("auto ", ""));
    part.style.contentVisibility = "visible";
    return [held, part.offsetHeight];
  })"""


@pytest.fixture(params=[390, 1440])
def held(request, browser, http_address):
    """Return the heights, held and needed, of the parts of a page that are laid out late."""

    def heights(parts):
        page = browser.new_page(viewport={"width": request.param, "height": 900})
        page.goto(http_address)
        content = f"<article class=md-typeset><div class='na-page na-wide'>{parts}</div></article>"
        page.evaluate("(content) => { document.body.innerHTML = content; }", content)
        found = page.evaluate(HELD)
        page.close()
        return found

    return heights


@pytest.mark.parametrize("part", LONG, ids=["20 items", "40 items", "60 items", "20 rows", "4 weeks"])
def test_what_is_long_is_held_for_less_than_it_needs(held, part):
    ((room, needed),) = held(part)
    assert 0 < room <= needed


def test_what_is_short_is_laid_out_at_once(held):
    assert held(f"<ul class=na-entries>{ITEMS * 19}</ul><ul class=na-years>{ITEMS * 60}</ul>") == []
