from dataclasses import replace

import pytest

from newsarchive.pages.passage import passage_pages, passage_view


@pytest.fixture(scope="module")
def changed(harbour):
    """The passage in which one number was changed."""
    return next(passage for passage in harbour.passages if passage.divergences)


def test_witnesses_stand_in_the_order_of_their_dates(harbour, changed):
    view = passage_view(harbour, changed)

    assert [(one.number, one.article.id, one.earliest) for one in view.witnesses] == [
        (1, "alpha", True),
        (2, "beta", False),
    ]
    assert view.dated


def test_where_the_dates_tie_none_is_the_earliest(harbour, changed):
    view = passage_view(harbour, replace(changed, earliest=None))

    assert not any(one.earliest for one in view.witnesses)
    assert not view.dated


def test_the_common_text_leaves_out_what_one_has_not(harbour, changed):
    runs = passage_view(harbour, changed).common

    assert [run.text for run in runs if not run.shared] == ["nine"]
    assert " ".join(run.text for run in runs if run.shared).startswith("The grain ship Halcyon reached")


def test_divergences_name_the_witnesses_of_each_reading(harbour, changed):
    (divergence,) = passage_view(harbour, changed).divergences

    assert [numbers for _, numbers in divergence.readings] == [(1,), (2,)]


def test_pages_say_it_all_and_lead_to_the_places(harbour, changed, pages_of, read_page):
    pages = pages_of(passage_pages, harbour)
    soup = read_page(pages[f"passages/{changed.id}/"])

    assert set(pages) == {f"passages/{passage.id}/" for passage in harbour.passages}
    assert [tag.get_text() for tag in soup.select("#w2 ins")] == ["six"]
    assert soup.select_one('#w2 a[href*="compare/"]')["href"] == "../../compare/alpha--beta/index.html"
    assert soup.select_one("#w2 blockquote + p a")["href"] == "../../articles/beta/index.html#p2"


def test_a_passage_within_one_article_has_two_witnesses_and_no_comparison(harbour, pages_of, read_page):
    inner = next(one for one in harbour.passages if {witness.article for witness in one.witnesses} == {"gamma"})
    soup = read_page(pages_of(passage_pages, harbour)[f"passages/{inner.id}/"])

    assert len(soup.select(".na-witnesses > li")) == 2
    assert not soup.select('a[href*="compare/"]')
    assert "word for word" in soup.select_one("#w2").get_text()
    assert "do not tell which" in soup.select_one(".na-head").get_text()
