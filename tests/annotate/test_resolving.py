"""Resolving: surnames, and whose they are."""

import pytest

from newsarchive.annotation import Resolution

ONLY, CONTEXT, SURNAME = Resolution.ONLY, Resolution.CONTEXT, Resolution.SURNAME


def test_a_surname_counts_after_the_full_name(words, meanings):
    assert meanings("Berg spoke. Anna Berg stayed. Berg's son left.", "Later BERG wept.") == [
        ("Anna Berg", "people/anna-berg", ONLY),
        ("Berg", "people/anna-berg", SURNAME),
        ("BERG", "people/anna-berg", SURNAME),
    ]
    assert words("Berg spoke.") == []


def test_a_surname_says_the_full_name_that_it_stands_for(found):
    assert [mention.name for mention in found("Anna Berg spoke. Berg left.").mentions] == ["Anna Berg", "Anna Berg"]


def test_a_surname_of_two_people_is_ambiguous_from_the_beginning(found):
    finds = found("Anna Berg met Berg.", "Olaf Berg came. Berg left.")
    assert [mention.text for mention in finds.mentions] == ["Anna Berg", "Olaf Berg"]
    assert [(one.text, one.candidates) for one in finds.ambiguous] == [
        ("Berg", ("people/anna-berg", "people/olaf-berg"))
    ] * 2


def test_small_words_belong_to_a_surname_and_generations_do_not(words):
    assert words("Jan de Wit came. De Wit left. Wit stayed.") == ["Jan de Wit", "De Wit", "Wit"]
    assert words("Otto Lang Jr. came. Lang left.") == ["Otto Lang Jr.", "Lang"]


def test_a_listed_surname_counts_alone(meanings):
    assert meanings("On Wendesday Petrov spoke.") == [("Petrov", "people/ivan-petrov", ONLY)]


def test_the_person_named_in_full_comes_before_a_listed_surname(found, meanings):
    assert meanings("Petrov slept. Then Lev Petrov came.") == [("Lev Petrov", "people/lev-petrov", ONLY)]
    assert found("Petrov slept. Then Lev Petrov came.").ambiguous[0].candidates == (
        "people/ivan-petrov",
        "people/lev-petrov",
    )
    assert meanings("Lev Petrov came. Petrov left.")[1] == ("Petrov", "people/lev-petrov", SURNAME)
    assert meanings("Petrov slept. Ivan Petrov woke. Petrov ate.")[::2] == [("Petrov", "people/ivan-petrov", ONLY)] * 2


@pytest.mark.parametrize("text", ["Gleb Petrov", "G. Petrov", "when Gleb Petrov", "by Gleb\nPetrov's"])
def test_a_surname_after_another_given_name_is_another_persons(text, found):
    finds = found(text)
    assert finds.mentions == ()
    assert [(one.reason, one.text, one.detail) for one in finds.suppressed] == [
        ("another-given-name", "Petrov", "people/ivan-petrov")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "President Petrov",
        "Mr. Petrov",
        "Gen. Petrov",
        "Senators Petrov",
        "Congressmen Petrov",
        "the Minister Petrov",
        "But Petrov",
        "Naples Petrov",
        "On Monday Petrov",
        "In March Petrov",
        "Finally Petrov",
        "said Petrov",
        "Ostra's Petrov",
        "Sure. Petrov",
        "In Naples Petrov",
        "(Petrov)",
    ],
)
def test_a_title_or_an_ordinary_word_is_no_given_name(text, words):
    assert words(text)[-1] == "Petrov"


def test_where_an_unknown_bearer_stands_a_listed_surname_tells_nobody(found, words):
    finds = found("Petrov began.", "Gleb Petrov was there. Petrov left.")
    assert finds.mentions == ()
    assert [one.reason for one in finds.suppressed] == [
        "surname-of-another",
        "another-given-name",
        "surname-of-another",
    ]
    assert words("Ivan Petrov, son of Gleb Petrov, left. Petrov wept.") == ["Ivan Petrov", "Petrov"]


def test_a_surname_that_is_also_a_place_is_decided_by_the_words_around(found, meanings):
    assert meanings("Naples slept. Jack Naples came. The city of Naples woke.")[::2] == [
        ("Naples", "places/naples", ONLY),
        ("Naples", "places/naples", CONTEXT),
    ]
    (ambiguous,) = found("Jack Naples came. Naples slept.").ambiguous
    assert ambiguous.candidates == ("people/jack-naples", "places/naples")


def test_what_is_no_surname_here_may_still_be_a_place(meanings):
    assert meanings("Jack Naples came. In Gleb Naples he slept.")[1:] == [("Naples", "places/naples", ONLY)]
