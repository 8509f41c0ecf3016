from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.article import Range
from newsarchive.reading.html.lean import lean_page

HEAVY = ["<script>", "</script>", "<SVG x>", "</svg>", "<!--", "-->", "<style>", "</style >", "text", "<p>", "é", "İ",
         "data:image/png;base64," + "A" * 120, "<script type='application/ld+json'>{}</script>"]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("a<script>b</script>c", "ac"),
        ("a<SCRIPT src=x>b</Script >c", "ac"),
        ("a<style>b</style>c<!-- d --e-->f", "acf"),
        ("a<script>never closed", "a"),
        ("a<!-- never closed", "a"),
        ("a<svg>never closed <p>b", "a<svg>never closed <p>b"),
        (f'<img src="data:image/png;base64,{"A" * 200}">b', '<img src="">b'),
        (
            '<script type="application/ld+json">{"a": 1}</script>',
            '<script type="application/ld+json">{"a": 1}</script>',
        ),
    ],
)
def test_what_never_shows_is_left_out(page, left):
    assert lean_page(page).text == left


@given(st.lists(st.sampled_from(HEAVY), max_size=30).map("".join))
def test_every_letter_that_is_left_is_found_in_the_page(page):
    lean = lean_page(page)
    for at, letter in enumerate(lean.text):
        where = lean.original(Range(at, at + 1))
        assert page[where.start : where.end] == letter


@pytest.mark.parametrize("sign", ["<svg>", "<script>", "<!--", "-->", "data:a;base64,", "<style", "<svg></svg>"])
def test_a_page_of_one_sign_over_and_over_takes_linear_time(sign):
    started = perf_counter()
    lean_page(sign * (1_000_000 // len(sign)))
    assert perf_counter() - started < 5
