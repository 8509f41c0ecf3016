"""The whole site: what its plans promise."""

from collections import Counter
from dataclasses import replace

import pytest

from newsarchive.archive import archive_of
from newsarchive.pages.setting import Setting
from newsarchive.pages.site import site_plans


def without(archive, article):
    """Return the archive as it was before `article` came to it, without the passages that it shares."""
    return archive_of(
        [one for one in archive.articles if one.id != article],
        archive.registry,
        mentions=[one for one in archive.mentions if one.article != article],
        dates=[one for one in archive.dates if one.article != article],
        statements=[one for one in archive.statements if one.article != article],
        passages=tuple(one for one in archive.passages if all(witness.article != article for witness in one.witnesses)),
    )


@pytest.fixture(scope="module")
def archives(towns, harbour):
    return {"towns": towns, "harbour": harbour}


@pytest.mark.parametrize(
    ("name", "article"),
    [("towns", "first"), ("towns", "second"), ("towns", "third"), ("harbour", "beta"), ("harbour", "gamma")],
)
def test_as_long_as_its_inputs_stay_a_page_stays(archives, name, article):
    after = {plan.address: plan for plan in site_plans(Setting(archives[name]))}
    before = {plan.address: plan for plan in site_plans(Setting(without(archives[name], article)))}
    same = [address for address in after if address in before and after[address].inputs == before[address].inputs]
    assert "search/" in same
    assert {address for address in same if after[address].make() != before[address].make()} == set()


def test_every_page_is_planned_once(archives):
    for archive in archives.values():
        addresses = Counter(plan.address for plan in site_plans(Setting(archive)))
        assert set(addresses.values()) == {1}


def test_planning_again_gives_the_same(towns):
    first, second = ([(plan.address, plan.inputs) for plan in site_plans(Setting(towns))] for _ in range(2))
    assert first == second


def test_what_compares_an_article_with_others_is_made_in_its_turn(harbour):
    alpha, *others = harbour.articles
    turns = {
        plan.address: plan.turn
        for plan in site_plans(Setting(replace(harbour, articles=(replace(alpha, date=None), *others))))
    }

    assert turns["articles/beta/"] < turns["articles/alpha/"] < turns["articles/gamma/"]
    assert turns["passages/5ea1/"] == turns["compare/alpha--beta/"] == turns["articles/alpha/"]
    assert turns["passages/c0de/"] == turns["articles/gamma/"]
