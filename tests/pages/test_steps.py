import json
from dataclasses import replace

import pytest

from newsarchive.pages.phrases import Phrases
from newsarchive.pages.setting import Setting
from newsarchive.pages.steps import steps_json
from newsarchive.pages.trail import NOWHERE

BEFORE = [0, 1, NOWHERE, NOWHERE]
NONE = [NOWHERE] * 4


@pytest.fixture
def told():
    """The articles and the steps as the page at a position has them."""

    def told(archive, position, *steps):
        text = steps_json(Phrases(Setting(archive)), position, steps)
        assert "<" not in text
        return json.loads(text)

    return told


def test_an_article_that_several_entities_lead_to_stands_once(towns, told):
    assert told(towns, 1, BEFORE, [0, 2, 2, 1]) == ["first 3e|third undated", "0.1 |0.2 1.1"]


def test_of_another_year_the_year_is_told(towns, told):
    earlier = replace(towns.articles[0], date="2020-12-31")
    older = replace(towns, articles=(earlier, *towns.articles[1:]))

    assert told(older, 1, BEFORE) == ["first 31l 2020", "0.1 "]


def test_an_entity_that_no_other_article_names_has_no_steps(towns, told):
    assert told(towns, 1, NONE) == ["", " "]
