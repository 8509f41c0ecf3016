import logging

from newsarchive.annotation import AmbiguousMention
from newsarchive.archive import archive_of
from newsarchive.article import Article, Origin, Span
from newsarchive.mkdocs.report import report_archive, report_problems
from newsarchive.problem import Problem, SeedsError

EMPTY = Problem("one.txt", 1, 1, "seed-empty", "is empty", "write something")
LONG = Problem("two.txt", 3, 7, "seed-large", "is over 2 MB", "make it shorter")


def messages(caplog, level):
    return [record.getMessage() for record in caplog.records if record.levelno == level]


def test_every_problem_is_an_error_line_that_says_where_what_and_what_to_do(caplog):
    error = report_problems(SeedsError([LONG, EMPTY]))
    assert messages(caplog, logging.ERROR) == [
        "newsarchive: one.txt:1:1: seed-empty is empty (write something)",
        "newsarchive: two.txt:3:7: seed-large is over 2 MB (make it shorter)",
    ]
    assert str(error) == "The seeds have 2 problems; the site is left as it was."


def test_one_problem_is_one_problem():
    assert str(report_problems(SeedsError([EMPTY]))) == "The seeds have 1 problem; the site is left as it was."


def test_an_ambiguous_name_is_reported_once_with_how_often_it_stays_unlinked(caplog):
    caplog.set_level(logging.INFO, "mkdocs")
    spans = (Span("p1", 0, 5), Span("p2", 3, 8))
    candidates = ("districts/arden", "places/arden")
    article = Article("a", "a.txt", "A", Origin.SIDECAR, None, Origin.UNKNOWN, ())
    unlinked = tuple(AmbiguousMention("a", span, "Arden", "Arden", candidates) for span in spans)
    report_archive(archive_of((article,), ambiguous=unlinked))
    assert messages(caplog, logging.INFO) == [
        "newsarchive: 1 articles, 0 entities, 0 passages.",
        "newsarchive: 'Arden' stays unlinked 2 times: it may be districts/arden or places/arden.",
    ]
    assert messages(caplog, logging.WARNING) == []
