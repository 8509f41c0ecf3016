"""The command `explain`, as a person uses it."""

import pytest
from click.testing import CliRunner

from newsarchive.cli import main

FERRY = "The old ferry left the harbour of the island at dawn with {} people aboard and a cargo of salt.\n"


@pytest.fixture
def run(tmp_path, write_files):
    files = {"one.txt": FERRY.format(40), "two.txt": f"It rained.\n\n{FERRY.format(50)}", "three.txt": "It was dry.\n"}
    seeds = write_files(tmp_path / "seeds", files)
    return lambda *words: CliRunner().invoke(main, ["explain", "--seeds", str(seeds), *words])


def test_two_articles_are_explained_word_by_word(run):
    result = run("one", "two")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "   one p1 beside two p2\n" in result.stdout
    assert "at dawn with [-40-] {+50+} people aboard" in result.stdout
    assert "\n   number: 40 | 50\n" in result.stdout


def test_a_block_is_explained(run):
    assert "   two p2 beside one p1\n" in run("two", "p2").stdout
    assert run("two", "p1").stdout == "Block p1 of two has no passage.\n"


def test_articles_without_a_passage_are_well(run):
    result = run("one", "three")
    assert (result.exit_code, result.stdout) == (0, "one and three share no passage.\n")


@pytest.mark.parametrize("words", [("nought", "one"), ("one", "nought"), ("one", "p9")])
def test_a_name_that_is_none_exits_2_in_plain_words(run, words):
    result = run(*words)
    assert result.exit_code == 2
    (missing,) = {*words} - {"one"}
    assert result.stderr == f"Error: no article, and no block of the first one, is called {missing}\n"
