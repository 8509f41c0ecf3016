import pytest

from newsarchive.pages.indexes import Indexes
from newsarchive.pages.trail import Trails


@pytest.fixture(scope="module")
def trails(towns):
    return Trails(Indexes(towns))


def test_steps_lead_to_the_articles_before_and_after(trails):
    assert trails.steps("places/sund", 1) == (None, (2, 1))
    assert trails.steps("places/sund", 2) == ((1, 1), None)
    assert trails.steps("places/norvik", 0) == (None, (1, 1))


def test_an_entity_that_nothing_mentions_has_no_steps(trails):
    with pytest.raises(KeyError):
        trails.steps("events/storm", 0)
