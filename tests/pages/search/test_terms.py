import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.pages.search.terms import folded, terms


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Ağdam", "agdam"),
        ("AĞDAM", "agdam"),
        ("Kəlbəcər", "kelbecer"),
        ("Laçın", "lacin"),
        ("İzmir", "izmir"),
        ("Агдам", "агдам"),
        ("Ёлка", "елка"),
        ("Աղդամ", "աղդամ"),
        ("ΑΘΗΝΑΣ", "αθηνασ"),
        ("Straße", "strasse"),
        ("ﬁnal", "final"),
    ],
)
def test_a_name_is_found_without_its_marks(name, plain):
    assert folded(name) == plain


def test_words_are_runs_of_letters_and_digits():
    assert terms("“Nagorno-Karabakh’s 286 villages”, 2020-11-20") == {
        "nagorno", "karabakh", "s", "286", "villages", "2020", "11", "20",
    }  # fmt: skip


@given(st.text())
def test_composed_and_decomposed_texts_are_the_same(text):
    assert terms(unicodedata.normalize("NFC", text)) == terms(unicodedata.normalize("NFD", text))


@given(st.text())
def test_folding_twice_changes_nothing(text):
    once = terms(text)
    assert terms(" ".join(once)) == once
