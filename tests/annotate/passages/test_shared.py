"""Shared: a process of its own finds the same, and fails or ends as the work of this one would."""

import threading

import pytest

from newsarchive.annotate.passages.shared import sharing
from newsarchive.workers import WorkerError


@pytest.fixture
def texts(article, prose):
    formula = prose(15, 999)
    others = [article(f"f{number}", prose(60, number), formula) for number in range(10, 25)]
    return [*others, article("a", prose(60, 1)), article("b", f"{prose(60, 1)} {prose(20, 2)}")]


def test_another_process_finds_what_this_one_would(texts, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # the tests themselves may run beside a thread
    found = sharing(texts, workers=2).finished()
    assert found == sharing(texts).finished()
    assert found.passages
    assert found.suppressed


def test_what_fails_in_another_process_is_told(texts, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # as above
    monkeypatch.setattr("newsarchive.annotate.passages.findings.compared", None)
    with pytest.raises(WorkerError, match="not callable"):
        sharing(texts, workers=2).finished()


def test_no_process_looks_further_when_it_is_told_to_stop(texts, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # as above
    found = sharing(texts, workers=2)
    found.stop()
    with pytest.raises(WorkerError):
        found.finished()
