"""Scripts and languages."""

import pytest

from newsarchive.registry.script import is_language_tag, script_of, script_of_tag, wrong_letter


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "az",
        "hy-Latn",
        "zh-Hant-TW",
        "es-419",
        "sl-rozaj-biske",
        "de-1996",
        "en-a-bbb-x-a",
        "zh-yue",
        "x-notag",
        "ast",
    ],
)
def test_a_tag_of_bcp_47(tag):
    assert is_language_tag(tag) is (tag != "x-notag")


@pytest.mark.parametrize(
    "tag", ["", "e", "english language", "en_US", "en-", "-en", "en--us", "de-1996-1996", "en-x", "én"]
)
def test_no_tag_of_bcp_47(tag):
    assert not is_language_tag(tag)


def test_a_tag_may_state_its_script():
    assert (script_of_tag("az-cyrl-AZ"), script_of_tag("az"), script_of_tag("?")) == ("Cyrl", None, None)


@pytest.mark.parametrize(
    ("text", "script", "letter"),
    [
        ("Ağdam 2 (O’x)", "Latn", None),
        ("Aʻlo", "Latn", None),
        ("Аgdam", "Latn", "А"),
        ("Աղդամ", "Armn", None),
        ("Աղdամ", "Armn", "d"),
        ("Агдам", "Cyrl", None),
        ("東京タワーの", "Jpan", None),
        ("서울", "Kore", None),
        ("北京", "Hans", None),
        ("北京", "Latn", "北"),
        ("القاهرة", "Arab", None),
        ("𐎀𐎁", "Ugar", None),
        ("Ugarit", "Ugar", "U"),
    ],
)
def test_letters_are_of_their_script(text, script, letter):
    assert wrong_letter(text, script) == letter


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Orlau", "Latn"),
        ("Orlau & Søn, 3", "Latn"),
        ("Агдам", "Cyrl"),
        ("Աղդամ", "Armn"),
        ("Αθήνα", "Grek"),
        ("北京", "Hani"),
        ("Оrlau", None),
        ("3 — 4", None),
        ("", None),
    ],
)
def test_the_letters_tell_the_script(text, script):
    assert script_of(text) == script
