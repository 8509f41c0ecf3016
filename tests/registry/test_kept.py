"""Kept registry: the same as the registry that is read, whatever the cache holds."""

import sys
from pathlib import Path

import pytest

from newsarchive.registry.files import read_registry
from newsarchive.registry.kept import REGISTRY, kept_registry

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = "[{text: Orlau, language: en, script: Latn, source: the map}]"
TOWN = f"[{{slug: orlau, kind: town, names: {NAMES}}}]\n"


@pytest.fixture
def folder(tmp_path, write_files):
    write_files(tmp_path / "registry", {"places.yml": TOWN})
    return tmp_path / "registry"


def bins(cache):
    return {path.name for path in cache.glob(f"{REGISTRY}/*.bin")}


def test_what_is_kept_is_what_is_read(tmp_path):
    for _ in range(2):
        assert kept_registry(SEEDS / "registry", tmp_path) == read_registry(SEEDS / "registry")
    assert kept_registry(SEEDS / "registry") == read_registry(SEEDS / "registry")


def test_files_that_have_not_changed_are_not_read_again(tmp_path, folder, monkeypatch):
    first = kept_registry(folder, tmp_path / "cache")
    monkeypatch.setitem(sys.modules, "newsarchive.registry.files", None)  # so that nothing can be asked of it
    assert kept_registry(folder, tmp_path / "cache") == first
    with pytest.raises(ImportError):
        kept_registry(folder)


@pytest.mark.parametrize("name", ["places.yml", "people.yml", "other.yml", "decisions.yml"])
def test_a_change_is_seen(tmp_path, folder, name):
    kept_registry(folder, tmp_path / "cache")
    (folder / name).write_text(TOWN.replace("orlau", "ostra"), "utf-8")
    for _ in range(2):
        assert kept_registry(folder, tmp_path / "cache") == read_registry(folder)


def test_a_registry_with_problems_is_not_kept(tmp_path, folder):
    (folder / "places.yml").write_text("- slug: 1\n", "utf-8")
    for _ in range(2):
        registry, problems = kept_registry(folder, tmp_path / "cache")
        assert (registry, problems) == read_registry(folder)
        assert problems
    assert not bins(tmp_path / "cache")


def test_a_large_file_is_not_kept(tmp_path, folder, monkeypatch):
    monkeypatch.setattr("newsarchive.registry.contents.MAX_BYTES", len(TOWN) - 1)
    assert kept_registry(folder, tmp_path / "cache") == read_registry(folder)
    assert not bins(tmp_path / "cache")


def test_what_is_no_plain_file_is_not_kept(tmp_path, folder):
    (folder / "people.yml").symlink_to(folder / "places.yml")
    assert kept_registry(folder, tmp_path / "cache") == read_registry(folder)
    link = tmp_path / "link"
    link.symlink_to(folder)
    assert kept_registry(link, tmp_path / "cache") == read_registry(link)
    assert not bins(tmp_path / "cache")


def test_a_registry_that_is_damaged_in_the_cache_is_read_again(tmp_path, folder):
    kept_registry(folder, tmp_path / "cache")
    for name in bins(tmp_path / "cache"):
        path = tmp_path / "cache" / REGISTRY / name
        path.write_bytes(bytes(path.stat().st_size))
    assert kept_registry(folder, tmp_path / "cache") == read_registry(folder)


def test_no_folder_is_an_empty_registry(tmp_path):
    assert kept_registry(tmp_path / "registry", tmp_path / "cache") == read_registry(tmp_path / "registry")
