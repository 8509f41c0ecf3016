import json
from dataclasses import replace

import pytest

from newsarchive.pages.phrases import Phrases
from newsarchive.pages.setting import Setting
from newsarchive.pages.steps import steps_json
from newsarchive.pages.trail import Trails


@pytest.fixture
def steps_of():
    """The articles and the steps that the page at a position has for some entities."""

    def steps(archive, position, *entities):
        setting = Setting(archive)
        text = steps_json(Phrases(setting), Trails(setting.indexes), position, entities)
        assert "<" not in text
        return json.loads(text)

    return steps


def test_an_article_that_several_entities_lead_to_stands_once(towns, steps_of):
    assert steps_of(towns, 1, "people/ada-holm", "places/norvik") == ["first 3e", "0.1 |0.1 "]


def test_of_another_year_the_year_is_told(towns, steps_of):
    earlier = replace(towns.articles[0], date="2020-12-31")
    older = replace(towns, articles=(earlier, *towns.articles[1:]))

    assert steps_of(older, 1, "places/norvik") == ["first 31l 2020", "0.1 "]


def test_an_entity_that_no_other_article_names_has_no_steps(towns, steps_of):
    assert steps_of(towns, 1, "districts/coast") == ["", " "]
