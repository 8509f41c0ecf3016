from dataclasses import replace

import pytest

from newsarchive.annotation import Passage, Witness
from newsarchive.article import Span
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.passage import passage_plans
from newsarchive.pages.passage_view import passage_view
from newsarchive.pages.setting import Setting
from newsarchive.pages.witnesses import FEW_WITNESSES, MOST_WITNESSES


@pytest.fixture(scope="module")
def changed(harbour):
    """The passage in which one number was changed."""
    return next(passage for passage in harbour.passages if passage.divergences)


def test_witnesses_stand_in_the_order_of_their_dates(harbour, changed):
    view = passage_view(Indexes(harbour), changed)

    assert [(one.number, one.article.id, one.earliest) for one in view.witnesses] == [
        (1, "alpha", True),
        (2, "beta", False),
    ]


def test_where_the_dates_tie_none_is_the_earliest(harbour, changed):
    view = passage_view(Indexes(harbour), changed._replace(earliest=None))

    assert not any(one.earliest for one in view.witnesses)


def test_the_common_text_leaves_out_what_one_has_not(harbour, changed):
    runs = passage_view(Indexes(harbour), changed).common

    assert [run.text for run in runs if not run.shared] == ["nine"]
    assert " ".join(run.text for run in runs if run.shared).startswith("The grain ship Halcyon reached")


def test_divergences_name_the_witnesses_of_each_reading(harbour, changed):
    (divergence,) = passage_view(Indexes(harbour), changed).divergences

    assert [numbers for _, numbers in divergence.readings] == [(1,), (2,)]


def test_pages_say_it_all_and_lead_to_the_places(harbour, changed, pages_of, read_page):
    pages = pages_of(passage_plans, harbour)
    soup = read_page(pages[f"passages/{changed.id}/"])

    assert set(pages) == {f"passages/{passage.id}/" for passage in harbour.passages}
    assert [tag.get_text() for tag in soup.select("#w2 ins")] == ["six"]
    assert soup.select_one('#w2 a[href*="compare/"]')["href"] == "../../compare/alpha--beta/index.html"
    assert soup.select_one("#w2 blockquote + p a")["href"] == "../../articles/beta/index.html#p2"


def test_a_passage_within_one_article_has_two_witnesses_and_no_comparison(harbour, pages_of, read_page):
    inner = next(one for one in harbour.passages if {witness.article for witness in one.witnesses} == {"gamma"})
    soup = read_page(pages_of(passage_plans, harbour)[f"passages/{inner.id}/"])

    assert len(soup.select(".na-witnesses > li")) == 2
    assert not soup.select('a[href*="compare/"]')
    assert "word for word" in soup.select_one("#w2").get_text()
    assert "do not tell which" in soup.select_one(".na-head").get_text()


def _widely_reprinted(write_archive, count):
    """An archive in which `count` articles of three years have the same words, each third with one changed."""
    words = "The keeper of the old mole lit no lamp that night for he had gone up the coast to see his brother wed"
    texts = [words.replace("brother", "sister") if number % 3 == 2 else words for number in range(count)]
    archive = write_archive({f"n{number:03}": (f"190{number % 3}-05", text) for number, text in enumerate(texts)})
    witnesses = tuple(
        Witness(article.id, (Span("p1", 0, len(article.blocks[0].text)),)) for article in archive.articles
    )
    return replace(archive, passages=(Passage("abc", 22, witnesses, 0),))


def test_a_passage_of_five_hundred_witnesses_stays_light(write_archive, pages_of, read_page):
    pages = pages_of(passage_plans, _widely_reprinted(write_archive, 500))
    soup = read_page(pages["passages/abc/"])

    assert list(pages) == ["passages/abc/", *(f"passages/abc/in/190{year}/" for year in range(3))]
    assert len(pages["passages/abc/"].html) < 20_000
    assert len(soup.select(".na-witnesses > li")) == FEW_WITNESSES
    assert [link["href"] for link in soup.select(".na-years a")] == [f"in/190{year}/index.html" for year in range(3)]
    listed = [len(read_page(page).select(".na-list > li")) for page in list(pages.values())[1:]]
    assert sum(listed) == 500


def test_a_passage_of_a_few_more_witnesses_lists_them_all(write_archive, pages_of, read_page):
    pages = pages_of(passage_plans, _widely_reprinted(write_archive, MOST_WITNESSES))

    assert list(pages) == ["passages/abc/"]
    assert len(read_page(pages["passages/abc/"]).select(".na-witnesses > li")) == MOST_WITNESSES


def test_a_plan_changes_with_each_of_its_articles(harbour, changed):
    other = replace(harbour.articles[1], digest="other")
    plans = [
        {plan.address: plan.inputs for plan in passage_plans(Setting(archive))}
        for archive in (harbour, replace(harbour, articles=(harbour.articles[0], other, harbour.articles[2])))
    ]

    assert plans[0][f"passages/{changed.id}/"] != plans[1][f"passages/{changed.id}/"]
    assert plans[0]["passages/c0de/"] == plans[1]["passages/c0de/"]
