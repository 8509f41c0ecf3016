"""Decided: which articles a decision draws in."""

import pytest

from newsarchive.annotate.decided import articles_with, widened_decisions
from newsarchive.article import Article, Block, BlockKind, Origin, Range
from newsarchive.problem import Severity
from newsarchive.registry.entity import Decision, Entity, Name, Registry, Room, Verdict


def article(id_, text):
    block = Block("p1", BlockKind.PARAGRAPH, text, Range(0, len(text)))
    return Article(id_, f"{id_}.txt", "T", Origin.DERIVED, None, Origin.UNKNOWN, (block,))


ARTICLES = [
    article("a", "They like Orlaw."),
    article("b", "They like ORLAW and Wendt."),
    article("c", "They like Orlaw Bay and Orlawer."),
    article("d", "They like Orlau."),
]


def registry(*decisions):
    names = ("Orlau", *(one.name for one in decisions if one.verdict is Verdict.SAME))
    orlau = Entity("places/orlau", Room.PLACES, "town", tuple(Name(name, "en", "Latn", "s") for name in names))
    bay = Entity("places/bay", Room.PLACES, "bay", (Name("Orlaw Bay", "en", "Latn", "s"),))
    return Registry((bay, orlau), decisions)


def decision(name, verdict, *articles):
    return Decision(name, "places/orlau", verdict, "Ada Lind", "2031", articles, "registry/decisions.yml", 4, 7)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_an_article_that_nobody_had_seen_is_a_warning_at_the_list(verdict):
    (problem,) = widened_decisions(ARTICLES, registry(decision("Orlaw", verdict, "a")))
    assert (problem.path, problem.line, problem.column) == ("registry/decisions.yml", 4, 7)
    assert (problem.code, problem.severity) == ("decision-widened", Severity.WARNING)
    assert "also in 'b', which" in problem.message


def test_what_was_seen_is_no_warning():
    assert list(widened_decisions(ARTICLES, registry(decision("Orlaw", Verdict.SAME, "a", "b", "gone")))) == []


def test_many_articles_are_one_warning():
    many = [article(f"n{number}", "They like Orlaw.") for number in range(9)]
    (problem,) = widened_decisions(many, registry(decision("Orlaw", Verdict.SAME)))
    assert "'n0', 'n1', 'n2' and 6 more" in problem.message


def test_without_decisions_nothing_is_said():
    assert list(widened_decisions(ARTICLES, registry())) == []


def test_the_articles_that_have_a_name():
    assert articles_with("Orlaw", ARTICLES, registry(decision("Orlaw", Verdict.DISTINCT))) == ["a", "b"]
    assert articles_with("Elsewhere", ARTICLES, registry(decision("Elsewhere", Verdict.DISTINCT))) == []
