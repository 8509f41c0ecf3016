import pytest

from newsarchive.archive import Archive
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.trail import NOWHERE, Trails


@pytest.fixture(scope="module")
def trails(towns):
    return Trails(Indexes(towns))


@pytest.fixture(scope="module")
def step_of(trails):
    """The step of an entity from the article at a position."""

    def step(entity, position):
        named = trails.indexes.synopses[position].presences.entities
        return dict(zip(named, trails.steps(position), strict=True))[entity]

    return step


def test_steps_lead_to_the_articles_before_and_after(step_of):
    nowhere = [NOWHERE, NOWHERE]

    assert step_of("places/sund", 1) == [*nowhere, 2, 1]
    assert step_of("places/sund", 2) == [1, 1, *nowhere]
    assert step_of("places/norvik", 0) == [*nowhere, 1, 1]


def test_an_article_has_one_step_for_each_entity(towns, trails):
    entities = {one.entity for one in towns.mentions if one.article == trails.indexes.articles[1].id}

    assert len(trails.steps(1)) == len(entities)


def test_the_ends_are_those_that_the_steps_lead_to(trails):
    digests = trails.indexes.digests

    assert digests[1] in trails.ends[0]
    assert digests[0] not in trails.ends[0]


def test_an_archive_without_mentions_has_no_steps(towns):
    trails = Trails(Indexes(Archive(towns.articles)))

    assert trails.steps(0) == []
    assert trails.ends == [b""] * len(towns.articles)
