import pytest

from newsarchive.reading.redirects import Redirect, read_redirects
from newsarchive.reading.seeds import read_seeds


def written(folder, text):
    (folder / "redirects.yml").write_text(text, "utf-8")
    return folder


def test_no_file_is_no_redirect(tmp_path):
    assert read_redirects(tmp_path) == ((), [])


def test_a_line_keeps_an_address_alive(tmp_path):
    seeds = written(tmp_path, "# moved\narticles/old-name/: articles/new-name/\n")
    assert read_redirects(seeds) == ((Redirect("articles/old-name/", "articles/new-name/", 2, 1),), [])


def test_an_empty_file_is_no_redirect(tmp_path):
    assert read_redirects(written(tmp_path, "# nothing yet\n")) == ((), [])


@pytest.mark.parametrize(
    "address",
    ["articles/old", "/articles/old/", "https://example.org/", "../secret/", "articles/Old/", "articles//", "a/" * 5],
)
def test_what_is_no_address_is_told(tmp_path, address):
    redirects, problems = read_redirects(written(tmp_path, f'"{address}": articles/new/\n'))
    assert redirects == ()
    assert [(problem.line, problem.column, problem.code) for problem in problems] == [(1, 1, "redirect-address")]
    assert address in problems[0].message


def test_an_address_that_leads_to_nothing_is_told(tmp_path):
    redirects, problems = read_redirects(written(tmp_path, "articles/old/:\n"))
    assert redirects == ()
    assert [problem.code for problem in problems] == ["redirect-address"]


def test_a_list_is_told_to_be_lines(tmp_path):
    _, problems = read_redirects(written(tmp_path, "- articles/old/\n"))
    assert [problem.code for problem in problems] == ["bad-value"]


def test_broken_yaml_is_told(tmp_path):
    _, problems = read_redirects(written(tmp_path, "articles/old/: [\n"))
    assert [problem.code for problem in problems] == ["yaml-syntax"]


def test_bytes_that_are_no_text_are_told(tmp_path):
    (tmp_path / "redirects.yml").write_bytes(b"\xff\xfe")
    assert [problem.code for problem in read_redirects(tmp_path)[1]] == ["file-not-utf8"]


def test_the_file_is_no_sidecar(tmp_path):
    assert read_seeds(written(tmp_path, "articles/old/: articles/new/\n")) == ((), [])
