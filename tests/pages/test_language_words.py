import pytest

from newsarchive.pages.language_words import language_words, script_words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("az", "Azerbaijani"),
        ("az-Cyrl", "Azerbaijani (Cyrillic)"),
        ("hy", "Armenian"),
        ("xx", "xx"),
        ("x-own", "x-own"),
        ("und", "Unknown language"),
        ("und-Cyrl", "Unknown language"),
    ],
)
def test_a_language_in_words(tag, words):
    assert language_words(tag) == words


def test_a_script_in_words():
    assert script_words("Armn") == "Armenian"
    assert script_words("Xxxx") == "Xxxx"
