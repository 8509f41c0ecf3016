import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.reading.slug import SLUG_LENGTH, is_slug, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("000_6cad65", "000-6cad65"),
        ("Flood in Oldtown!", "flood-in-oldtown"),
        ("Oldtown's flood", "oldtowns-flood"),
        ("Ağdam şəhəri", "agdam-seheri"),
        ("A\u0308rger", "arger"),
        ("Ärger", "arger"),
        ("Река", "reka"),
        ("--a--b--", "a-b"),
        ("!!!", ""),
        ("", ""),
        ("word-" * 40, ("word-" * 24)[:-1]),
        ("w" * 300, "w" * SLUG_LENGTH),
    ],
)
def test_a_name_becomes_a_slug(name, slug):
    assert slug_of(name) == slug


@given(st.text())
def test_whatever_a_name_holds_its_slug_is_one_or_nothing(name):
    slug = slug_of(name)
    assert slug == "" or is_slug(slug)
    assert slug_of(slug) == slug


@pytest.mark.parametrize(
    "text", ["", "-a", "a-", "a--b", "A", "a b", "a\n", "é", "a/b", "..", "٣", "a" * (SLUG_LENGTH + 1)]
)
def test_what_is_no_slug(text):
    assert not is_slug(text)
