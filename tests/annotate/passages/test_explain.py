"""Explain: what is told of two articles, or of one block."""

import pytest
from rich.console import Console

from newsarchive.annotate.passages import find_passages
from newsarchive.annotate.passages.explain import explain_block, explain_pair

SHARED = "when the old ferry left the harbour of the island at dawn with {} people aboard and a cargo of salt"


@pytest.fixture
def archive(article, prose):
    names = "Senators Anna Berg Olaf Lund Ivan Petrov Lev Karlov Otto Lang Jan Wit Al Hadi"
    made = [
        article("a", SHARED.format(40), f"{prose(30, 1)} {names}", date="2020-01-01"),
        article("b", prose(30, 2), SHARED.format(50), f"{prose(30, 3)} {names}", date="2020-01-02"),
        article("c", prose(60, 4)),
    ]
    found = find_passages(made)
    return {each.id: each for each in made}, found.passages, found.suppressed


def lines(found):
    return [line.plain for line in found]


def test_a_passage_of_two_articles_is_laid_open_and_what_was_set_apart_is_told(archive):
    articles, passages, suppressed = archive
    told = lines(explain_pair(articles["a"], articles["b"], passages, suppressed))
    before, after = SHARED.split(" {} ")
    assert told[:4] == [
        f"1. passage {passages[0].id}: 21 words in 2 places; earliest in a",
        "   a p1 beside b p2",
        f"   {before} [-40-] {{+50+}} {after}",
        "   number: 40 | 50",
    ]
    assert told[4] == "Set apart, and no passage:"
    assert told[5].startswith("   names: a p2: compared with b, block p3, from letter ")
    assert [line.split(":")[0].strip() for line in told[5::2]] == ["names", "names"]


def test_the_first_article_named_stands_first(archive):
    articles, passages, _ = archive
    told = lines(explain_pair(articles["b"], articles["a"], passages, ()))
    assert told[1] == "   b p2 beside a p1"
    assert "[-50-] {+40+}" in told[2]


def test_articles_that_share_nothing_are_told_so(archive):
    articles, passages, suppressed = archive
    assert lines(explain_pair(articles["a"], articles["c"], passages, suppressed)) == ["a and c share no passage."]


def test_a_block_is_laid_beside_all_its_other_places(archive):
    articles, passages, suppressed = archive
    told = lines(explain_block(articles["b"], "p2", articles, passages, suppressed))
    assert told[1] == "   b p2 beside a p1"
    assert lines(explain_block(articles["b"], "p1", articles, passages, suppressed)) == [
        "Block p1 of b has no passage."
    ]
    assert lines(explain_block(articles["b"], "p3", articles, passages, suppressed))[1] == "Set apart, and no passage:"


def test_what_only_one_has_is_coloured(archive):
    articles, passages, _ = archive
    line = list(explain_pair(articles["a"], articles["b"], passages, ()))[2]
    assert {(line.plain[span.start : span.end].strip(), span.style) for span in line.spans} == {
        ("[-40-]", "red"),
        ("{+50+}", "green"),
    }
    console = Console(force_terminal=True, color_system="standard", width=400)
    with console.capture() as printed:
        console.print(line)
    assert "\x1b[31m[-40-]" in printed.get()


def test_control_characters_of_a_seed_do_not_reach_the_terminal(article):
    text = SHARED.format("\x1b[2J")
    made = {name: article(name, text) for name in "ab"}
    told = lines(explain_pair(made["a"], made["b"], find_passages(list(made.values())).passages, ()))
    assert not any("\x1b" in line for line in told)
