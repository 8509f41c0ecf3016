import pytest

from newsarchive.article import Range
from newsarchive.reading.posts import ends_in_picture, find_bylines

LINK = "Water in the streets https://t.co/a1 pic.twitter.com/b2"


def bylines(text: str) -> list[tuple[str, str, str]]:
    found = find_bylines(text, Range(0, len(text)))
    return [tuple(text[r.start : r.end] for r in (byline.whole, byline.by, byline.date)) for byline in found]


@pytest.mark.parametrize("dash", ["— ", "– ", "-- ", "- ", "—"])
@pytest.mark.parametrize(
    "date", ["March 4, 2021", "4 March 2021", "2021-03-04", "Mar 4, 2021", "4 de marzo de 2021", "4 Mart 2021"]
)
@pytest.mark.parametrize("between", [" ", "\n", "\r\n", ""])
def test_a_byline_is_a_dash_a_name_a_handle_and_a_date(dash, date, between):
    whole = f"{dash}Town Hall (@town_hall) {date}"
    assert bylines(f"{LINK}{between}{whole}") == [(whole, "Town Hall (@town_hall)", date)]


def test_a_name_may_hold_dashes_and_brackets():
    text = f"{LINK} — The Old-town (daily) Gazette (@gazette) March 4, 2021"
    assert bylines(text)[0][1] == "The Old-town (daily) Gazette (@gazette)"


def test_each_byline_of_a_paragraph_is_found():
    text = f"{LINK} — A (@a) March 4, 2021 {LINK} — B (@b) March 5, 2021"
    assert [by for _, by, _ in bylines(text)] == ["A (@a)", "B (@b)"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor (@mayor) March 4, 2021",
        "— (@mayor) March 4, 2021",
        "— The mayor (@mayor) said so on March 4, 2021",
        "— The mayor (@mayor)",
        "— The mayor (mayor) March 4, 2021",
        "— The mayor (@mayor) March 4, 20215",
        f"— {'x' * 130} (@mayor) March 4, 2021",
        "— The\nmayor (@mayor) March 4, 2021",
    ],
)
def test_what_is_no_byline(text):
    assert bylines(text) == []


def test_only_the_range_is_searched():
    text = "— A (@a) March 4, 2021 — B (@b) March 5, 2021"
    assert [text[b.by.start : b.by.end] for b in find_bylines(text, Range(23, len(text)))] == ["B (@b)"]


def test_a_post_without_its_byline_ends_in_a_picture():
    assert ends_in_picture(LINK)
    assert not ends_in_picture(f"{LINK} and more")
    assert not ends_in_picture("pic.twitter.com/")
