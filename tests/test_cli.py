import json
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.cli import COMMANDS, main

ROOT = Path(__file__).parents[1]
LINE = re.compile(r"[^:]+:\d+:\d+: [a-z0-9-]+ .+ \(.+\)")


def run(*arguments, **environment):
    return CliRunner().invoke(main, [str(one) for one in arguments], env=environment)


def run_process(*arguments, stdout=subprocess.PIPE, **environment):
    command = [sys.executable, "-c", "from newsarchive.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, env=os.environ | environment, stdout=stdout, stderr=subprocess.PIPE, check=False)


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "ferry.txt").write_text("The ferry sails again.\n\nIt rains on Östholm.\n", "utf-8")
    return folder


@pytest.fixture
def bad_seeds(seeds):
    (seeds / "empty.txt").write_text("")
    (seeds / "ferry.yml").write_text("title: The ferry\ncolour: red\n")
    return seeds


def test_check_of_good_seeds_says_so_in_one_line(seeds):
    result = run("check", "--seeds", seeds)
    assert (result.exit_code, result.stdout) == (0, "All is well: 1 article, 0 entities.\n")


def test_check_prints_every_problem_in_its_form_and_exits_1(bad_seeds):
    result = run("check", "--seeds", bad_seeds)
    lines = result.stdout.splitlines()
    assert result.exit_code == 1
    assert [line.split(":")[0] for line in lines] == ["empty.txt", "ferry.yml"]
    assert all(LINE.fullmatch(line) for line in lines)
    assert lines[1].startswith("ferry.yml:2:1: ")
    assert result.stderr == "2 problems found\n"


def test_the_form_may_come_from_the_environment(bad_seeds):
    result = run(
        "check", "--seeds", bad_seeds, NEWSARCHIVE_FORMAT="github", NEWSARCHIVE_HELP_URL="https://a.example/{code}"
    )
    first, second = result.stdout.splitlines()
    assert result.exit_code == 1
    assert first.startswith("::error file=seeds/empty.txt,line=1,col=1,title=seed-empty::the seed holds no text (")
    assert second.endswith(" https://a.example/unknown-key")


@pytest.mark.parametrize(("form", "shown"), [("json", "[]\n"), ("github", "All is well: 1 article, 0 entities.\n")])
def test_good_seeds_in_other_forms(seeds, form, shown):
    result = run("check", "--seeds", seeds, "--format", form)
    assert (result.exit_code, result.stdout, result.stderr) == (0, shown, "")


def test_good_seeds_are_an_empty_run_of_sarif(seeds):
    assert json.loads(run("check", "--seeds", seeds, "--format", "sarif").stdout)["runs"][0]["results"] == []


@pytest.mark.parametrize("url", ["https://a.example/", "javascript:{code}", "{code}"])
def test_a_help_address_that_leads_nowhere_is_refused(seeds, url):
    result = run("check", "--seeds", seeds, "--help-url", url)
    assert result.exit_code == 2
    assert "{code}" in result.stderr


def test_an_unknown_form_is_refused(seeds):
    assert run("check", "--seeds", seeds, "--format", "xml").exit_code == 2


def test_the_seeds_of_this_archive_are_well():
    result = run("check", "--seeds", ROOT / "seeds")
    assert result.stdout.startswith("All is well")
    assert (result.exit_code, result.stderr) == (0, "")


def test_the_folder_of_seeds_may_come_from_the_environment(seeds):
    assert run("check", NEWSARCHIVE_SEEDS=str(seeds)).stdout.startswith("All is well: 1 article")


@pytest.mark.parametrize("command", [["check"], ["data", "out"]])
def test_a_missing_folder_of_seeds_exits_2_and_is_named(command, tmp_path):
    result = run(*command, "--seeds", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert f"Directory '{tmp_path / 'nowhere'}' does not exist" in result.stderr


def test_a_folder_of_seeds_that_is_a_file_exits_2(tmp_path):
    (tmp_path / "seeds").write_text("")
    assert run("check", "--seeds", tmp_path / "seeds").exit_code == 2


def test_data_writes_every_file(seeds, tmp_path):
    result = run("data", "--seeds", seeds, tmp_path / "new" / "data")
    assert (result.exit_code, result.stderr) == (0, "")
    folder = tmp_path / "new" / "data"
    index = json.loads((folder / "index.json").read_text("utf-8"))
    written = {path.name for path in folder.iterdir()}
    assert written > {file[key] for file in index["files"] for key in ("path", "json_schema")}
    (article,) = json.loads((folder / "articles.json").read_text("utf-8"))
    assert [block["text"] for block in article["blocks"]] == ["The ferry sails again.", "It rains on Östholm."]


def test_data_of_bad_seeds_writes_nothing_and_exits_1(bad_seeds, tmp_path):
    result = run("data", "--seeds", bad_seeds, tmp_path / "data")
    assert result.exit_code == 1
    assert result.stdout.startswith("empty.txt:1:1: ")
    assert not (tmp_path / "data").exists()


def test_data_into_a_place_that_is_none_exits_2_in_plain_words(seeds, tmp_path):
    (tmp_path / "file").write_text("mine")
    result = run("data", "--seeds", seeds, tmp_path / "file" / "data")
    assert (result.exit_code, result.stderr) == (2, f"Error: {tmp_path / 'file' / 'data'}: Not a directory\n")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_reader_who_stops_reading_gets_no_complaint(bad_seeds):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stdout:
        result = run_process("check", "--seeds", bad_seeds, stdout=stdout)
    assert (result.returncode, result.stderr) == (1, b"")


def test_data_is_the_same_in_another_folder_and_another_process(seeds, tmp_path):
    for number in ("1", "2"):
        run_process("data", "--seeds", seeds, tmp_path / number, PYTHONHASHSEED=number)
    one, other = ({path.name: path.read_bytes() for path in (tmp_path / number).iterdir()} for number in ("1", "2"))
    assert one == other


def test_a_file_name_cannot_steer_the_terminal(seeds):
    (seeds / "a\x1b[31m\nb.txt").write_text("")
    result = run("check", "--seeds", seeds)
    assert result.exit_code == 1
    assert "\x1b" not in result.stdout
    assert len(result.stdout.splitlines()) == 1


def test_a_console_without_unicode_still_gets_its_message(tmp_path):
    (tmp_path / "Ղ.txt").write_text("")
    result = run_process("check", "--seeds", tmp_path, PYTHONIOENCODING="cp1252")
    assert (result.returncode, result.stderr) == (1, b"1 problem found\n")
    assert result.stdout.startswith(b"\\u0542.txt:1:1: ")


def test_schema_writes_what_this_archive_ships(seeds):
    result = run("schema", "--seeds", seeds)
    written = sorted(path.relative_to(seeds).as_posix() for path in seeds.rglob("*.schema.json"))
    assert (result.exit_code, result.stdout) == (0, f"3 schemas written to {seeds}\n")
    assert written == ["registry/decisions.schema.json", "registry/registry.schema.json", "sidecar.schema.json"]
    assert [(seeds / name).read_bytes() for name in written] == [
        (ROOT / "seeds" / name).read_bytes() for name in written
    ]
    assert run("check", "--seeds", seeds).exit_code == 0


YAML = st.lists(
    st.one_of(
        st.sampled_from(
            ["title:", "date: 2031", "source:", "  name: x", "- slug: a", "  names:", "    - text: A", "&a", "*a"]
        ),
        st.text(max_size=20),
    ),
    max_size=12,
).map(lambda lines: "\n".join(lines).encode())


@settings(max_examples=80)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode), YAML, YAML | st.binary(max_size=60))
def test_no_seed_ends_in_a_traceback(seed, sidecar, registry):
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "registry").mkdir()
        for path, content in (("a.txt", seed), ("a.yml", sidecar), ("registry/places.yml", registry)):
            (folder / path).write_bytes(content)
        result = run("check", "--seeds", folder)
    assert isinstance(result.exception, SystemExit | None)
    if result.exit_code == 0:
        assert result.stdout.startswith("All is well")
    else:
        assert all(LINE.fullmatch(line) for line in result.stdout.splitlines())


def test_the_version_is_the_package_s():
    assert version("newsarchive") in run("--version").stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_and_its_options(name):
    command = main.get_command(None, name)
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name):
    page = (ROOT / "docs" / "commands" / "index.md").read_text("utf-8")
    _, _, section = page.partition(f"## newsarchive {name}\n")
    section = section.split("\n## ")[0]
    command = main.get_command(None, name)
    options = [option for one in command.params for option in one.opts if isinstance(one, click.Option)]
    arguments = [one.human_readable_name for one in command.params if isinstance(one, click.Argument)]
    assert section.strip()
    assert [one for one in [*options, *arguments] if f"`{one}" not in section] == []
