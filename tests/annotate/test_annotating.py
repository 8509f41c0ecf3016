"""Annotating: what is found in each article, by one process or several, anew or from the store."""

from dataclasses import replace

import pytest

from newsarchive.annotate.annotating import annotating
from newsarchive.store import open_store, temporary_store


@pytest.mark.parametrize("workers", [1, 2])
def test_annotating_finds_what_is_there_and_reads_it_again(sources, found_in_seeds, workers, tmp_path, monkeypatch):
    monkeypatch.setattr("newsarchive.annotate.annotating.BATCH", 1)
    store = open_store(tmp_path, "one")
    finds = annotating(sources.articles, sources.registry, store, workers).finished()
    assert dict(finds.annotations) == found_in_seeds
    store.keep(finds.places)
    again = annotating(sources.articles, sources.registry, open_store(tmp_path, "one"))
    assert len(again.known) == len(sources.articles)
    assert dict(again.finished().annotations) == found_in_seeds
    assert dict(again.finished().synopses) == dict(finds.synopses)


def test_what_is_damaged_is_found_anew(sources, found_in_seeds):
    store = temporary_store()
    finds = annotating(sources.articles, sources.registry, store).finished()
    (path,) = store.folder.glob("*.bin")
    path.write_bytes(bytes(path.stat().st_size))
    assert dict(finds.annotations) == found_in_seeds
    assert {id_: one.words for id_, one in finds.synopses.items()}.keys() == found_in_seeds.keys()


def test_another_text_address_or_registry_is_annotated_anew(sources, tmp_path):
    store = open_store(tmp_path, "one")
    store.keep(annotating(sources.articles, sources.registry, store).finished().places)
    store = open_store(tmp_path, "one")
    first, *others = sources.articles
    for changed in (replace(first, digest="other"), replace(first, id="other"), replace(first, seed="other.txt")):
        assert sorted(annotating((changed, *others), sources.registry, store).known) == [1, 2]
    fewer = replace(sources.registry, entities=sources.registry.entities[1:])
    assert not annotating(sources.articles, fewer, store).known


def test_how_far_it_is_is_told(sources, monkeypatch):
    monkeypatch.setattr("newsarchive.annotate.annotating.BATCH", 1)
    told = []
    annotating(sources.articles, sources.registry, temporary_store()).finished(told.append)
    assert told == [1, 2, 3]


def test_what_was_found_is_a_mapping_of_the_articles(sources):
    finds = annotating(sources.articles, sources.registry, temporary_store()).finished()
    assert [*finds.annotations] == [*finds.synopses] == [article.id for article in sources.articles]
    assert len(finds.annotations) == len(sources.articles)
    assert finds.annotations.get("no-such") is None
