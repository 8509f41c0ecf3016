"""Method: it tells one version of the package from another."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import newsarchive
from newsarchive.method import method


@pytest.fixture
def copied_method(tmp_path):
    """Return the method of a copy of the package, as another process finds it."""
    package = shutil.copytree(
        Path(newsarchive.__file__).parent, tmp_path / "newsarchive", ignore=shutil.ignore_patterns("__pycache__")
    )

    def found(**changed):
        for name, more in changed.items():
            with (package / name.replace("__", ".")).open("a", encoding="utf-8") as file:
                file.write(more)
        script = "from newsarchive.method import method; print(method())"
        environment = os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.check_output([sys.executable, "-c", script], env=environment, text=True).strip()

    return found


def test_the_method_stays_as_long_as_the_package_does(copied_method):
    assert copied_method() == method() == copied_method()


def test_a_letter_more_is_another_method(copied_method):
    assert copied_method(sentence__py="#") != method()
