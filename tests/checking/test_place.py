import pytest

from newsarchive.checking.place import Place, place_of
from newsarchive.problem import Problem

PROBLEM = Problem("news/a.txt", 1, 1, "seed-empty", "it is empty", "fill it")


@pytest.mark.parametrize(("below", "path"), [("", "news/a.txt"), ("docs/seeds", "docs/seeds/news/a.txt")])
def test_a_path_begins_where_the_repository_does(tmp_path, monkeypatch, below, path):
    (tmp_path / ".git").mkdir()
    (tmp_path / below).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir("/")
    assert place_of(tmp_path / below).path(PROBLEM) == path


def test_a_worktree_whose_git_is_a_file_is_a_repository(tmp_path):
    (tmp_path / ".git").write_text("gitdir: elsewhere")
    (tmp_path / "seeds").mkdir()
    assert place_of(tmp_path / "seeds").folder == "seeds"


def test_without_a_repository_the_working_directory_counts(tmp_path, monkeypatch):
    (tmp_path / "own" / "seeds").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert place_of(tmp_path / "own" / "seeds").folder == "own/seeds"
    monkeypatch.chdir("/usr")
    assert place_of(tmp_path / "own" / "seeds").folder == "seeds"


def test_the_help_is_the_page_on_the_code():
    assert Place("seeds", "https://example.org/problems/{code}/").help(PROBLEM) == (
        "https://example.org/problems/seed-empty/"
    )
    assert Place("seeds").help(PROBLEM) == ""
