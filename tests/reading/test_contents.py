import os

import pytest

from newsarchive.reading.contents import Contents, read_contents


def test_a_file_is_its_bytes_and_its_text(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfab\r\n")
    assert read_contents(tmp_path, "a.txt", "seed") == Contents("a.txt", "ab\r\n")


@pytest.mark.parametrize(("kind", "limit"), [("seed", 2_000_000), ("sidecar", 256_000)])
def test_a_file_of_the_greatest_size_is_read_and_no_larger_one(tmp_path, kind, limit):
    (tmp_path / "a").write_bytes(b"x" * limit)
    assert not read_contents(tmp_path, "a", kind).problems
    (tmp_path / "a").write_bytes(b"x" * (limit + 1))
    (problem,) = read_contents(tmp_path, "a", kind).problems
    assert problem.code == "file-too-big"
    assert f"{limit // 1000:,} kB" in problem.message


def test_a_file_that_is_gone_cannot_be_read(tmp_path):
    (problem,) = read_contents(tmp_path, "a.txt", "seed").problems
    assert problem.code == "file-unreadable"
    assert os.strerror(2) in problem.message


def test_what_is_not_utf8_is_a_problem_and_no_text(tmp_path):
    (tmp_path / "a.yml").write_bytes(b"\xe4")
    contents = read_contents(tmp_path, "a.yml", "sidecar")
    assert [problem.code for problem in contents.problems] == ["file-not-utf8"]
    assert contents.text == ""
