import pytest

from newsarchive.annotate.rows import rows_of
from newsarchive.annotation import (
    AmbiguousMention,
    Annotations,
    DateExpression,
    DateRole,
    Mention,
    Note,
    Resolution,
    Statement,
)
from newsarchive.archive import Archive
from newsarchive.article import Article, Block, BlockKind, Origin, Range, Span
from newsarchive.pages.article_text import block_starts
from newsarchive.pages.finds import Finds, FindsOfArticles
from newsarchive.pages.overlay import overlay
from newsarchive.pages.phrases import Phrases
from newsarchive.pages.setting import Setting
from newsarchive.pages.text_layers import date_reason, mention_reason, text_layers
from newsarchive.registry.entity import Registry


def _article(*blocks):
    made = [
        Block(f"p{number}", kind, text, Range(0, len(text)), by, credit)
        for number, (kind, text, by, credit) in enumerate(blocks, start=1)
    ]
    return Article("tale", "tale.txt", "A tale", Origin.SIDECAR, "1920-05-04", Origin.SIDECAR, tuple(made))


def _paragraph(text):
    return _article((BlockKind.PARAGRAPH, text, None, None))


@pytest.fixture
def html_of(make_entity):
    """Show the first block of an article with what was found in it."""
    registry = Registry((make_entity("people/ada-holm", "Ada Holm"), make_entity("places/holm", "Holm", kind="town")))

    def show(article, notes=(), **found):
        phrases = Phrases(Setting(Archive((article,), registry)))
        block = article.blocks[0]
        finds = Finds(rows_of(Annotations(**found)), notes=notes)
        return overlay(block.text, text_layers(phrases, article, finds, {block.id: 0}))

    return show


def test_a_mention_links_to_its_entity_and_says_why(html_of):
    mention = Mention("tale", Span("p1", 0, 4), "Holm", "people/ada-holm", "Holm", Resolution.SURNAME)

    assert html_of(_paragraph("Holm slept."), mentions=(mention,)) == (
        '<a href=../../people/ada-holm/index.html title="Ada Holm, by the surname">Holm</a> slept.'
    )


def test_an_ambiguous_mention_leads_nowhere_and_names_its_candidates(html_of):
    mention = AmbiguousMention("tale", Span("p1", 0, 4), "Holm", "Holm", ("people/ada-holm", "places/holm"))

    assert html_of(_paragraph("Holm slept."), ambiguous=(mention,)) == (
        '<span class=na-ambiguous title="ambiguous: Ada Holm (people) or Holm (town)">Holm</span> slept.'
    )


def test_a_date_leads_to_its_day(html_of):
    date = DateExpression("tale", Span("p1", 0, 5), "May 6", "1920-05-06", DateRole.PLANNED, "1920-05-04")

    assert html_of(_paragraph("May 6 it was."), dates=(date,)) == (
        "<a href=../../dates/1920-05-06/index.html title=planned>May 6</a> it was."
    )


def test_a_decade_leads_to_all_dates_and_what_is_ambiguous_nowhere(html_of):
    decade = DateExpression("tale", Span("p1", 0, 9), "the 1890s", "189X", DateRole.PAST)
    doubtful = DateExpression(
        "tale", Span("p1", 11, 16), "May 6", None, DateRole.STATED, None, ("1919-05-06", "1920-05-06")
    )

    assert html_of(_paragraph("the 1890s, May 6"), dates=(decade, doubtful)) == (
        '<a href=../../dates/index.html title="1890s, past">the 1890s</a>, <span class=na-date '
        'title="ambiguous: 6 May 1919 or 6 May 1920">May 6</span>'
    )


@pytest.mark.parametrize(
    ("resolution", "text", "cue", "why"),
    [
        (Resolution.ONLY, "Holm", None, None),
        (Resolution.ONLY, "The Holm", None, "Holm"),
        (Resolution.DEFAULT, "Holm", None, "Holm, by default: others bear this name"),
        (Resolution.CONTEXT, "Holm", "town of", "Holm, by the words around: town of"),
    ],
)
def test_the_reason_of_a_mention(resolution, text, cue, why):
    assert mention_reason("Holm", text, text, resolution, cue) == why


def test_a_name_that_is_neither_label_nor_text_is_named():
    assert mention_reason("Holm", "Holmen’s", "Holmen", Resolution.ONLY, None) == "Holm, by the name Holmen"


@pytest.mark.parametrize(
    ("anchor", "why"),
    [("1920-05-04", "10 to 16 May 1920"), ("1920-05-03", "10 to 16 May 1920, counted from 3 May 1920")],
)
def test_an_anchor_other_than_the_articles_date_is_named(html_of, anchor, why):
    week = DateExpression("tale", Span("p1", 0, 9), "next week", "1920-05-10/1920-05-16", DateRole.STATED, anchor)

    assert html_of(_paragraph("next week"), dates=(week,)) == (
        f'<a href=../../dates/1920-05/index.html title="{why}">next week</a>'
    )


def test_a_date_of_which_nothing_is_known_is_ambiguous():
    assert date_reason(None, DateRole.STATED, None, ()) == "ambiguous"


def test_a_statement_beside_whom_it_names_says_no_more(html_of):
    statement = Statement("tale", Span("p1", 1, 5), "Yes.", "Ada Holm", "said")

    assert html_of(_paragraph("“Yes.” said Ada Holm."), statements=(statement,)) == (
        "“<span class=na-said>Yes.</span>” said Ada Holm."
    )


def test_a_statement_says_who_and_how_without_a_word_more(html_of):
    statement = Statement("tale", Span("p1", 1, 5), "Yes.", "Ada Holm", "said")

    assert html_of(_paragraph("“Yes.”"), statements=(statement,)) == (
        '“<span class=na-said title="Ada Holm said">Yes.</span>”'
    )


def test_layers_stand_where_their_block_begins(harbour):
    article = harbour.article_by_id["alpha"]
    phrases, starts = Phrases(Setting(harbour)), block_starts(article)
    note = Note("alpha", Span(article.blocks[1].id, 0, 3), "", "", "A reader", "commenting")

    ((start, _, end, _),) = text_layers(phrases, article, Finds(notes=(note,)), starts)

    assert "\n".join([block.text for block in article.blocks])[start:end] == article.blocks[1].text[:3]


def test_a_note_marks_what_it_quotes(html_of):
    note = Note("tale", Span("p1", 0, 3), "All", "Nearly all.", "A reader", "commenting")

    assert html_of(_paragraph("All slept."), notes=(note,)) == "<span class=na-noted>All</span> slept."


def test_a_post_sets_its_byline_apart(html_of):
    text = "It rains.\n— A HOLM (@holm) May 4, 1920"

    assert html_of(_article((BlockKind.POST, text, "A HOLM (@holm)", None))) == (
        "It rains.\n<span class=na-by>— A HOLM (@holm) May 4, 1920</span>"
    )


@pytest.mark.parametrize(
    ("text", "by", "credit", "start"),
    [
        ("A mill. (Photo/Ada) Credit: Ada", "Photo/Ada", "Ada", 8),
        ("A mill. Credit: Uncredited", None, "Uncredited", 8),
        ("A mill.", None, None, None),
    ],
)
def test_a_caption_sets_its_credit_apart(html_of, text, by, credit, start):
    html = html_of(_article((BlockKind.CAPTION, text, by, credit)))

    assert html == (text if start is None else f"{text[:start]}<span class=na-by>{text[start:]}</span>")


def test_addresses_on_the_web_are_links_that_tell_nobody(html_of):
    html = html_of(_paragraph("See https://a.example/b?c=d&e. Not javascript:alert(1), nor http:// alone."))

    assert html == (
        'See <a class=na-web href="https://a.example/b?c=d&amp;e" rel="nofollow noreferrer">'
        "https://a.example/b?c=d&amp;e</a>. Not javascript:alert(1), nor http:// alone."
    )


def test_only_a_part_of_a_block_is_marked_as_shared(harbour):
    article = harbour.article_by_id["alpha"]
    finds = FindsOfArticles(harbour).of(article)
    found = text_layers(Phrases(Setting(harbour)), article, finds, block_starts(article))

    assert found == []  # the full stop that is left over is no word
