"""Kept readings: the same as readings, of whatever the store holds."""

import pytest

from newsarchive.reading import kept
from newsarchive.reading.kept import ARTICLES, reading_kept
from newsarchive.reading.seeds import read_seeds
from newsarchive.store import Store

FILES = {
    "mill.txt": "The mill stood idle.\n\n(A photo. Credit: Ada Holm)\n",
    "mill.yml": "title: The mill\nnotes:\n  - {quote: idle, text: So it was., by: A reader}\n",
    "weir.md": "---\ntitle: The weir\nsource: {name: The Post}\n---\nThe weir broke.\n",
    "ford.txt": "The ford was dry.\n",
    "ford.yml": "slug: mill\n",
    "empty.txt": "",
}


@pytest.fixture
def seeds(tmp_path, write_files):
    return write_files(tmp_path / "seeds", FILES)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_kept_is_what_is_read(tmp_path, seeds, workers, monkeypatch):
    monkeypatch.setattr(kept, "BATCH", 1)
    articles, problems = read_seeds(seeds)
    reading = reading_kept(seeds, tmp_path / "cache", workers)
    readings = reading.finished()
    assert (readings.articles, list(readings.problems)) == (articles, problems)
    reading.keep(readings)
    (seeds / "weir.md").write_text("The weir held.\n", "utf-8")
    again = reading_kept(seeds, tmp_path / "cache", workers).finished()
    assert (again.articles, list(again.problems)) == read_seeds(seeds)
    assert len(again.places.keys() & readings.places.keys()) == len(readings.places) - 1


def test_what_is_damaged_is_read_again(tmp_path, seeds):
    reading = reading_kept(seeds, tmp_path / "cache")
    reading.keep(reading.finished())
    for path in (tmp_path / "cache" / ARTICLES).glob("*.bin"):
        path.write_bytes(bytes(path.stat().st_size))
    assert reading_kept(seeds, tmp_path / "cache").finished().articles == read_seeds(seeds)[0]


def test_what_is_gone_is_read_again(seeds, monkeypatch):
    def gone(*_):
        raise LookupError

    monkeypatch.setattr(Store, "unchecked", gone)
    assert reading_kept(seeds).finished().articles == read_seeds(seeds)[0]


def test_only_a_text_that_is_new_is_read_before_it_is_asked_for(tmp_path, write_files, monkeypatch):
    seeds = write_files(tmp_path / "seeds", {"ford.txt": "The ford was dry.\n", "weir.txt": "The weir broke.\n"})
    reading = reading_kept(seeds, tmp_path / "cache")
    reading.keep(reading.finished())
    (seeds / "weir.txt").write_text("The weir held.\n", "utf-8")
    asked, unchecked = [], Store.unchecked
    monkeypatch.setattr(Store, "unchecked", lambda *one: asked.append(one) or unchecked(*one))
    articles = ford, weir = reading_kept(seeds, tmp_path / "cache").finished().articles
    asked.clear()
    assert weir.blocks[0].text == "The weir held."
    assert (ford.title, ford.characters, asked) == ("The ford was dry.", 17, [])
    assert articles == read_seeds(seeds)[0]
    assert len(asked) == 1
