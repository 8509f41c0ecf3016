import time

import pytest

from newsarchive.annotate.passages.shared import Sharing
from newsarchive.archive import archive_of, build_archive
from newsarchive.article import Span
from newsarchive.problem import SeedsError
from newsarchive.sources import read_sources
from newsarchive.workers import WorkerError

TEXT = "Mara Quill opened the mill at Otterford.\n\nThe mill had stood idle since 1931, Quill said.\n"
PEOPLE = """\
- slug: mara-quill
  kind: person
  names:
    - {text: Mara Quill, language: en, script: Latn, source: as written in the article 'mill'}
"""


def test_the_archive_holds_what_each_room_finds(tmp_path, write_files):
    note = "notes:\n  - {quote: stood idle, text: So says the plaque., by: A reader}\n"
    archive = build_archive(write_files(tmp_path, {"mill.txt": TEXT, "mill.yml": note, "registry/people.yml": PEOPLE}))
    assert [article.id for article in archive.articles] == ["mill"]
    assert [mention.text for mention in archive.mentions_of_entity["people/mara-quill"]] == ["Mara Quill", "Quill"]
    assert [expression.edtf for expression in archive.annotations["mill"].dates] == ["1931"]
    assert [note.quote for note in archive.notes] == ["stood idle"]


def test_the_mentions_of_some_entities_are_found_alone(tmp_path, write_files):
    kept = build_archive(write_files(tmp_path, {"mill.txt": TEXT, "registry/people.yml": PEOPLE}))
    at_hand = archive_of(kept.articles, kept.registry, mentions=kept.mentions)
    for archive in (kept, at_hand):
        assert archive.mentions_in("mill", {"people/mara-quill"}) == list(kept.mentions)
        assert archive.mentions_in("mill", {"people/other"}) == []


def test_what_was_found_in_an_article_is_told_in_rows(tmp_path, write_files):
    kept = build_archive(write_files(tmp_path, {"mill.txt": TEXT, "registry/people.yml": PEOPLE}))
    at_hand = archive_of(kept.articles, kept.registry, mentions=kept.mentions, dates=kept.dates)
    assert kept.rows_in("mill") == at_hand.rows_in("mill")
    assert [text for *_, text, _, _, _, _ in kept.rows_in("mill").mentions] == ["Mara Quill", "Quill"]


def test_the_entities_in_a_part_of_a_text_are_those_whose_mentions_overlap_it(tmp_path, write_files):
    kept = build_archive(write_files(tmp_path, {"mill.txt": TEXT, "registry/people.yml": PEOPLE}))
    at_hand = archive_of(kept.articles, kept.registry, mentions=kept.mentions)
    block, start, end = kept.mentions[0].span
    for archive in (kept, at_hand):
        for part in (Span(block, start, end), Span(block, 0, start + 1), Span(block, end - 1, end + 1)):
            assert archive.entities_in("mill", part) == ["people/mara-quill"]
        for part in (Span(block, 0, start), Span(block, end, end + 1), Span("p9", start, end)):
            assert archive.entities_in("mill", part) == []
    assert archive_of(kept.articles).entities_in("mill", Span(block, start, end)) == []


def test_all_that_is_wrong_is_told_at_once(tmp_path, write_files):
    files = {
        "empty.txt": "",
        "mill.txt": TEXT,
        "mill.yml": "notes:\n  - {quote: stood busy, text: No., by: A reader}\n",
        "redirects.yml": "articles/x: articles/mill/\n",
        "registry/people.yml": PEOPLE.replace("kind", "knid"),
    }
    with pytest.raises(SeedsError) as error:
        read_sources(write_files(tmp_path, files))
    assert {problem.path for problem in error.value.problems} == {
        "empty.txt", "mill.yml", "redirects.yml", "registry/people.yml",
    }  # fmt: skip


def test_no_seed_at_all_is_an_empty_archive(tmp_path):
    archive = build_archive(tmp_path)
    assert archive.articles == archive.mentions == archive.passages == ()


def test_a_text_that_stands_twice_is_a_passage_of_both(tmp_path, write_files):
    line = "The mill at Otterford had stood idle since the great flood of that year, and nobody had asked why.\n"
    archive = build_archive(write_files(tmp_path, {"one.txt": line, "two.txt": line}))
    assert set(archive.passages_of_article) == {"one", "two"}


def test_nothing_goes_on_where_a_text_cannot_be_annotated(tmp_path, write_files, monkeypatch):
    stopped = []
    monkeypatch.setattr("newsarchive.annotate.passages.findings.compared", lambda *_: time.sleep(600))
    monkeypatch.setattr("newsarchive.annotate.anew.statement_rows", None)
    monkeypatch.setattr(Sharing, "stop", lambda self: stopped.append(self.working.stop()))
    with pytest.raises((WorkerError, TypeError), match="not callable"):
        build_archive(write_files(tmp_path, {"mill.txt": TEXT}), workers=2)
    assert stopped
