from dataclasses import replace

import pytest

from newsarchive.article import BlockKind, Span
from newsarchive.pages.concordance import Piece, line_around
from newsarchive.pages.sentence_html import marked_words, sentence_html
from newsarchive.pages.setting import Here, Setting


@pytest.fixture
def here(towns):
    return Here("dates/2021/", Setting(towns))


@pytest.fixture
def line(towns):
    return line_around(towns.article_by_id["first"], Span("p1", 0, 6))


def test_marks_are_bold_and_words_escaped(line):
    pieces = (Piece("A & "), Piece("<b>", marked=True), Piece(" end"))
    assert marked_words(line._replace(pieces=pieces)) == "A &amp; <b>&lt;b&gt;</b> end"
    assert marked_words(line._replace(pieces=pieces, cut_before=True, cut_after=True)).startswith("… A")


def test_a_sentence_of_the_block_above_needs_no_way(here, line):
    shown = sentence_html(here, line.article, line.block, marked_words(line), (), "p1")
    assert shown == "<p><b>Norvik</b> shut its port on Monday."


def test_a_sentence_of_another_block_leads_there(here, line):
    shown = sentence_html(here, line.article, line.block, "Words.", (), "p2")
    assert shown == "<p>Words. <a href=../../articles/first/index.html#p1>¶1</a>"


def test_notes_kind_language_and_direction_are_said(here, line):
    article, block = replace(line.article, language="ar"), line.block._replace(kind=BlockKind.POST)
    shown = sentence_html(here, article, block, "عنوان", ("past", "a < b"), "p1")
    assert shown.startswith('<p dir="auto" lang="ar">عنوان <span class="na-from">post</span>')
    assert '<span class="na-why">past</span> <span class="na-why">a &lt; b</span>' in shown
