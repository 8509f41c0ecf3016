import pytest

from newsarchive.pages.trail import Trails


def test_steps_lead_to_the_articles_before_and_after(towns):
    steps = Trails(towns).steps("places/sund", "second")

    assert steps.earlier is None
    assert (steps.later.article.id, steps.later.anchor, steps.articles) == ("third", "p1", 2)
    assert Trails(towns).steps("places/sund", "third").earlier.article.id == "second"


def test_an_article_that_does_not_mention_it_has_no_steps(towns):
    with pytest.raises(KeyError):
        Trails(towns).steps("places/sund", "first")
