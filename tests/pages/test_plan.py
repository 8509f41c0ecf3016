"""Plans: pages made alone and together."""

import pytest

from newsarchive.pages.page import Page
from newsarchive.pages.plan import OneOf, pages_of
from newsarchive.pages.setting import Setting
from newsarchive.pages.site import site_plans


@pytest.fixture
def together():
    """What makes pages of their addresses, and notes which it was asked for at once."""
    asked = []

    def pages(addresses):
        asked.append(addresses)
        return [Page(address, "A page", "") for address in addresses]

    return pages, asked


def test_pages_that_are_made_faster_together_are_and_all_come_in_their_order(together):
    pages, asked = together
    others = [lambda: Page("b/", "A page", ""), lambda: Page("d/", "A page", "")]
    made = pages_of([OneOf(pages, "a/"), others[0], OneOf(pages, "c/"), others[1]])
    assert [page.address for page in made] == ["a/", "b/", "c/", "d/"]
    assert asked == [("a/", "c/")]


def test_each_is_made_with_its_own_kind(together):
    pages, asked = together
    made = pages_of([OneOf(pages, "a/"), OneOf(lambda _: [Page("b/", "Another", "")], "b/")])
    assert [page.title for page in made] == ["A page", "Another"]
    assert asked == [("a/",)]


def test_no_pages_are_none():
    assert pages_of([]) == []


def test_together_every_page_of_an_archive_is_what_it_is_alone(towns, harbour):
    for archive in (towns, harbour):
        plans = list(site_plans(Setting(archive)))
        assert pages_of(plan.make for plan in plans) == [plan.make() for plan in plans]
