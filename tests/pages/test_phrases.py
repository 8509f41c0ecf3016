from dataclasses import replace

import pytest

from newsarchive.pages.phrases import Phrases, brief_date
from newsarchive.pages.setting import Setting
from newsarchive.registry.entity import Registry


def test_a_label_has_the_link_and_the_other_names(towns):
    label = Phrases(Setting(towns)).labels["places/norvik"]

    assert label.link == "<a href=../../places/norvik/index.html>Norvik</a>"
    assert (label.name, label.names) == ("Norvik", "<p>town, Норвик")


def test_a_person_without_other_names_is_told_by_the_address_alone(towns):
    registry = Registry(tuple(replace(one, kind="person") for one in towns.registry.entities))

    assert Phrases(Setting(replace(towns, registry=registry))).labels["people/ada-holm"].names == ""


def test_an_entity_that_the_registry_lacks_has_no_label(towns):
    with pytest.raises(KeyError):
        Phrases(Setting(towns)).labels["places/nowhere"]


def test_words_of_another_language_are_isolated(towns):
    phrases = Phrases(Setting(towns))

    assert phrases.words("<Rain>", "en") == "&lt;Rain&gt;"
    assert phrases.words("Regn", "sv") == '<bdi lang="sv">Regn</bdi>'


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2020-11-20", "20 Nov 2020"),
        ("2020-11", "Nov 2020"),
        ("2020", "2020"),
        ("199X", "1990s"),
        ("2020~", "about 2020"),
    ],
)
def test_a_date_in_few_words(edtf, words):
    assert brief_date(edtf) == words


def test_days_tell_the_year_apart(towns):
    days = Phrases(Setting(towns)).days
    assert days[0] == ("first 3e 2021", "2021", "first 3e")
    assert days[2] == ("third undated", "", "third undated")


def test_dates_lead_to_where_they_stand_if_anywhere(towns):
    dates = Phrases(Setting(towns)).dates

    assert dates["2021-05-03"] == "<a href=../../dates/2021-05-03/index.html>3 May 2021</a>"
