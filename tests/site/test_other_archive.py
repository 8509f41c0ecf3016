"""Another folder of seeds, about somewhere else, builds by the same command."""

import os
import subprocess
import sys

import pytest

SEEDS = {
    "north/ferry.txt": (
        "date 2011-03-07 The ferry to Brannholm did not sail on Monday, the harbour office said.\n\n"
        '"We wait for the wind to drop," said Ingrid Solveig, the harbour master of Brannholm.\n\n'
        "The ferry carries some four hundred people a day between the island and the mainland in winter.\n"
    ),
    "north/ferry.yml": "title: No ferry to Brannholm\nslug: no-ferry\nsource: {name: The Harbour Post}\n",
    "sails.md": (
        "---\ntitle: The ferry sails again\ndate: 2011-03-09\n---\n"
        "The ferry carries some four hundred people a day between the island and the mainland in winter.\n\n"
        "It sailed to Brannholm on Wednesday.\n"
    ),
    "registry/places.yml": (
        "- slug: brannholm\n  kind: town\n  names:\n"
        "    - {text: Brannholm, language: en, script: Latn, source: the map}\n"
    ),
}


@pytest.mark.parametrize("command", ["mkdocs", "properdocs"])
def test_another_archive_builds_by_the_same_command(tmp_path, project, write_files, read_site, command):
    write_files(tmp_path / "seeds", SEEDS)
    finished = subprocess.run(
        [
            sys.executable,
            "-m",
            command,
            "build",
            "--strict",
            "--config-file",
            "mkdocs.yml",
            "--site-dir",
            tmp_path / "site",
        ],
        cwd=project,
        env=os.environ | {"NEWSARCHIVE_SEEDS": str(tmp_path / "seeds"), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert "WARNING" not in finished.stderr
    site = read_site(tmp_path / "site")
    assert {"articles/no-ferry/index.html", "places/brannholm/index.html", "dates/2011-03-07/index.html"} <= set(
        site.pages
    )
    page = site.pages["articles/no-ferry/index.html"]
    assert "places/brannholm/index.html" in page.pages_linked("#p1 a[href], #p2 a[href]")


def test_a_contributor_who_errs_gets_lines_and_no_traceback(tmp_path, project, write_files):
    write_files(tmp_path / "seeds", {"empty.txt": ""})
    finished = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path / "site"],
        cwd=project,
        env=os.environ | {"NEWSARCHIVE_SEEDS": str(tmp_path / "seeds")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 1
    assert "newsarchive: empty.txt:1:1: " in finished.stderr
    assert "Traceback" not in finished.stderr
    assert not (tmp_path / "site").exists()
