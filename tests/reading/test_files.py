import os
from pathlib import Path

import pytest

from newsarchive.problem import Problem
from newsarchive.reading.files import find_files


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def found(folder: Path) -> list[tuple[str, str | None]]:
    files, problems = find_files(folder)
    assert problems == []
    return [(file.seed, file.sidecar) for file in files]


def refused(folder: Path) -> Problem:
    _, problems = find_files(folder)
    (problem,) = problems
    return problem


def test_seeds_are_found_with_their_sidecars_in_all_folders(tmp_path):
    put(tmp_path, "b.txt", "a.md", "a.yml", "2021/c.txt", "2021/c.yml", "2021/03/d.txt")
    assert found(tmp_path) == [
        ("2021/03/d.txt", None),
        ("2021/c.txt", "2021/c.yml"),
        ("a.md", "a.yml"),
        ("b.txt", None),
    ]


def test_two_seeds_may_share_a_sidecar(tmp_path):
    put(tmp_path, "a.txt", "a.md", "a.yml")
    assert found(tmp_path) == [("a.md", "a.yml"), ("a.txt", "a.yml")]


@pytest.mark.parametrize(
    "name",
    [
        "registry/people.yml", "registry/notes.docx", "redirects.yml", ".hidden.txt", ".git/a.txt", "README.md",
        "2021/readme.txt", "LICENSE", "LICENCE.md", "2021/LICENSE.txt", "sidecar.schema.json", "map.png", "a.txt~",
        "a.csv", "NOTICE",
    ],
)  # fmt: skip
def test_what_is_no_seed_is_left_alone(tmp_path, name):
    put(tmp_path, name)
    assert found(tmp_path) == []


def test_an_article_on_a_license_is_a_seed(tmp_path):
    put(tmp_path, "license.txt")
    assert found(tmp_path) == [("license.txt", None)]


def test_a_registry_that_is_not_at_the_top_is_a_folder_of_seeds(tmp_path):
    put(tmp_path, "2021/registry/a.txt")
    assert found(tmp_path) == [("2021/registry/a.txt", None)]


@pytest.mark.parametrize(
    ("name", "said", "advised"),
    [
        ("a.docx", "ends in '.docx'", ".txt"),
        ("a.PDF", "ends in '.PDF'", ".txt"),
        ("a.markdown", "ends in '.markdown'", ".md"),
        ("2021/a.TXT", "the ending is '.TXT' and not '.txt'", "rename it to a.txt"),
        ("a.Md", "not '.md'", "rename it to a.md"),
        ("a.YML", "not '.yml'", "rename it to a.yml"),
        ("2021/a.yaml", "not '.yml'", "rename it to a.yml"),
        ("a.HTML", "not '.html'", "rename it to a.html"),
        ("a.HTM", "not '.htm'", "rename it to a.htm"),
        ("a.mhtml", "a web archive", "newsarchive add"),
        ("article", "no ending", ".txt"),
    ],
)
def test_what_was_meant_as_a_seed_is_told_how_to_become_one(tmp_path, name, said, advised):
    put(tmp_path, name)
    problem = refused(tmp_path)
    assert (problem.path, problem.code) == (name, "seed-format")
    assert said in problem.message
    assert advised in problem.hint


def test_a_sidecar_without_its_seed_is_a_problem(tmp_path):
    put(tmp_path, "a.yml", "b.txt")
    assert (refused(tmp_path).path, refused(tmp_path).code) == ("a.yml", "sidecar-alone")


def test_a_sidecar_that_is_named_after_the_whole_seed_is_told_its_name(tmp_path):
    put(tmp_path, "2021/a.txt.yml", "2021/a.txt")
    assert refused(tmp_path).hint == "rename it to a.yml"


def test_a_folder_of_seeds_that_is_missing_is_a_problem(tmp_path):
    assert refused(tmp_path / "nowhere").code == "seeds-missing"
    put(tmp_path, "file")
    assert "'file'" in refused(tmp_path / "file").message


def test_a_link_to_a_file_inside_is_followed(tmp_path):
    put(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert [seed for seed, _ in found(tmp_path)] == ["a.txt", "b.txt"]


def test_the_seeds_folder_itself_may_be_a_link(tmp_path):
    put(tmp_path, "real/a.txt")
    (tmp_path / "seeds").symlink_to("real")
    assert [seed for seed, _ in found(tmp_path / "seeds")] == ["a.txt"]


def test_the_folder_of_a_saved_page_is_left_alone(tmp_path):
    put(tmp_path, "a.html", "a_files/frame.html", "b_files/c.htm", "b_files/c.yml")
    assert found(tmp_path) == [("a.html", None), ("b_files/c.htm", "b_files/c.yml")]


@pytest.mark.parametrize("target", ["../outside.txt", "../seeds-too/a.txt", "/etc/hostname", "nowhere.txt", "a.txt"])
def test_a_link_that_leaves_the_folder_or_leads_nowhere_is_not_followed(tmp_path, target):
    put(tmp_path, "outside.txt", "seeds-too/a.txt")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").symlink_to(target)
    assert refused(tmp_path / "seeds").code == "seed-link"


@pytest.mark.parametrize("target", [".", "..", "2021"])
def test_a_link_to_a_folder_is_not_followed(tmp_path, target):
    put(tmp_path, "seeds/2021/a.txt")
    (tmp_path / "seeds" / "link").symlink_to(target)
    files, problems = find_files(tmp_path / "seeds")
    assert [file.seed for file in files] == ["2021/a.txt"]
    assert [problem.code for problem in problems] == ["seed-link"]


def test_what_is_neither_file_nor_folder_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "pipe.png")
    assert (refused(tmp_path).path, refused(tmp_path).code) == ("a.txt", "file-unreadable")


@pytest.mark.parametrize("name", [b"a\nb.txt", b"\xff.txt", "\u202etxt.exe.txt".encode()])
def test_a_name_that_cannot_be_shown_is_a_problem(tmp_path, name):
    (tmp_path / os.fsdecode(name)).write_text("x")
    problem = refused(tmp_path)
    assert problem.code == "seed-name"
    assert problem.path.isprintable() or "\ufffd" in problem.path
    problem.path.encode()
