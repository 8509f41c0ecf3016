from dataclasses import replace

import pytest

from newsarchive.article import Origin
from newsarchive.pages.article_row import article_list_html, article_row, title_link, words_tag
from newsarchive.pages.setting import Here, Setting


@pytest.fixture
def here(towns):
    return Here("dates/2021-05-03/", Setting(towns))


@pytest.fixture
def article(towns):
    return towns.article_by_id["first"]


def test_a_row_gives_title_source_and_date(here, article):
    row = article_row(here, article)
    assert row.startswith('<a href=../../articles/first/index.html>Title of first</a> <span class="na-from">')
    assert "The Daily Test, " in row
    assert '<time datetime="2021-05-03">3 May 2021</time>' in row


def test_the_date_of_the_page_itself_goes_without_saying(here, article):
    assert article_row(here, article, "2021-05-03").endswith('<span class="na-from">The Daily Test</span>')


def test_what_is_guessed_is_marked_even_where_the_date_is_left_out(here, article):
    guessed = replace(article, title_origin=Origin.DERIVED, date_origin=Origin.INFERRED)
    row = article_row(here, guessed, "2021-05-03")
    assert ">derived</abbr>" in row
    assert ">inferred</abbr>" in row


def test_an_article_without_a_date_or_a_source_says_so(here, article):
    unknown = replace(article, date=None, source=None)
    assert article_row(here, unknown, "2021-05-03").endswith(
        '<span class="na-from"><span class="na-date">date unknown</span></span>'
    )


@pytest.mark.parametrize(
    ("title", "language", "shown"),
    [
        ("A & <b>", None, "A &amp; &lt;b&gt;"),
        ("Ağdam", "az", '<bdi lang="az">Ağdam</bdi>'),
        ("عنوان", None, "<bdi>عنوان</bdi>"),
        ("Ağdam", "en", "Ağdam"),
    ],
)
def test_foreign_words_are_isolated_and_all_are_escaped(here, article, title, language, shown):
    titled = replace(article, title=title, language=language)
    assert title_link(here, titled, "p2") == f"<a href=../../articles/first/index.html#p2>{shown}</a>"


@pytest.mark.parametrize(
    ("text", "language", "tag"),
    [
        ("Words.", None, "<p>"),
        ("Words.", "en", "<p>"),
        ("Sözlər.", "az", '<p lang="az">'),
        ("عنوان", "ar", '<p dir="auto" lang="ar">'),
    ],
)
def test_an_element_says_the_language_and_direction_that_are_not_the_pages(here, text, language, tag):
    assert words_tag("p", here, text, language) == tag


def test_no_articles_are_no_list(here, article):
    assert article_list_html(here, []) == ""
    assert article_list_html(here, [article, article]).count("<li>") == 2
