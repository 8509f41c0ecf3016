import subprocess
import sys

import pytest

from newsarchive.checking.finding import Finding, find_problems
from newsarchive.problem import Problem, Severity

SEED = " date 2021-03-01 The old stone bridge over the river Lorn was closed to all carts on that day of the fair.\n"


@pytest.fixture
def codes(tmp_path, write_files):
    def check(files):
        return [f"{one.path}:{one.line} {one.code}" for one in find_problems(write_files(tmp_path, files)).problems]

    return check


def test_good_seeds_are_counted(tmp_path, write_files):
    finding = find_problems(write_files(tmp_path, {"a.txt": SEED, "b.txt": SEED}))
    assert finding == Finding((), 2, 0)
    assert finding.is_well


def test_every_problem_comes_at_once(codes):
    note = "notes:\n  - {quote: a tower, text: Where?, by: Ada}\n"
    files = {
        "a.txt": SEED,
        "a.yml": note,
        "b.txt": "",
        "registry/places.yml": "- slug: lorn\n",
        "redirects.yml": "a: b\n",
    }
    assert codes(files) == [
        "a.yml:2 note-quote-missing",
        "b.txt:1 seed-empty",
        "redirects.yml:1 redirect-address",
        "redirects.yml:1 redirect-address",
        "registry/places.yml:1 missing-key",
        "registry/places.yml:1 missing-key",
    ]


@pytest.mark.parametrize(
    "target", ["articles/a/", "dates/2021-03-01/", "passages/", "", "compare/a--b/", "dates/2021-02-28/"]
)
def test_a_redirect_to_a_page_is_right(codes, target):
    told = {"a.txt": SEED, "b.txt": f"On 28 February 2021 it rained.\n\n{SEED}"}
    assert codes(told | {"redirects.yml": f"articles/old/: {target}\n"}) == (
        [] if target else ["redirects.yml:1 redirect-address"]
    )


@pytest.mark.parametrize("target", ["articles/b/", "passages/none/", "dates/2020-01-01/", "about-us/"])
def test_a_redirect_to_nowhere_is_found(codes, target):
    files = {"a.txt": SEED, "redirects.yml": f"# old ones\narticles/old/: {target}\n"}
    assert codes(files) == ["redirects.yml:2 redirect-nowhere"]


@pytest.mark.parametrize("old", ["articles/a/", "dates/2021-02-28/"])
def test_a_redirect_from_a_page_is_found(codes, old):
    files = {"a.txt": f"{SEED}\nIt had rained on 28 February 2021.\n", "redirects.yml": f"{old}: articles/\n"}
    assert codes(files) == ["redirects.yml:1 redirect-taken"]


def test_a_warning_keeps_nothing_from_being_well():
    warning = Problem("a.yml", 1, 1, "name-new", "a name is new", "look at it", Severity.WARNING)
    assert Finding((warning,)).is_well
    assert not Finding((warning, Problem("a.yml", 1, 1, "bad-value", "no", "yes"))).is_well


def test_checking_loads_nothing_that_only_annotating_needs():
    script = "import sys, newsarchive.commands.check; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert {"numpy", "jinja2", "edtf", "newsarchive.archive"}.isdisjoint(loaded)
    assert "newsarchive.sources" in loaded


def test_a_thousand_articles_are_checked_in_two_seconds(tmp_path, write_files):
    paragraph = "The ferry to Norvik sailed again on Monday, and forty people waited on the quay with carts and lamps. "
    sidecar = 'title: "Ferry {0}"\ndate: 2031-01-13\nsource:\n  name: The Harbour Post\nlanguage: en\nslug: ferry-{0}\n'
    files = {f"{number}.txt": "\n\n".join([paragraph * 4] * 6) for number in range(1000)}
    sidecars = {f"{number}.yml": sidecar.format(number) for number in range(1000)}
    redirects = {"redirects.yml": "articles/old/: articles/ferry-7/\n"}
    write_files(tmp_path, files | sidecars | redirects)
    command = [sys.executable, "-c", TIMED, str(tmp_path)]
    spent, shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split(maxsplit=1)
    assert shown.startswith("Finding(problems=(), articles=1000")
    assert float(spent) < 2  # seconds of the whole process, with its start


TIMED = """
import sys, time
from pathlib import Path
from newsarchive.commands.check import find_problems
finding = find_problems(Path(sys.argv[1]))
print(time.process_time(), finding)
"""
