"""The lock pins everything that the project asks for, by hash, and names no place to get it from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
ENTRIES = re.split(r"\n(?=\S)", LOCK.strip())
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def normalised(requirement):
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


@pytest.mark.parametrize("entry", ENTRIES, ids=normalised)
def test_every_entry_is_one_version_with_hashes(entry):
    first, *rest = [line.strip().rstrip("\\").strip() for line in entry.split("\n")]
    assert re.fullmatch(r"[\w.-]+(\[[\w,-]+\])?==[\w.+!-]+( ; .+)?", first)
    assert rest
    assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) for line in rest)


def test_no_address_stands_in_the_lock():
    assert not re.search(r"://|@|index|^-", LOCK, re.MULTILINE)


@pytest.mark.parametrize("requirement", [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]])
def test_every_dependency_is_locked(requirement):
    assert normalised(requirement) in {normalised(entry) for entry in ENTRIES}


@pytest.mark.parametrize("requirement", [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]])
def test_the_locked_version_is_not_below_the_one_asked_for(requirement):
    entry = next(entry for entry in ENTRIES if normalised(entry) == normalised(requirement))
    locked, wanted = (re.search(rf"{sign}([\d.]+)", text)[1] for sign, text in (("==", entry), (">=", requirement)))
    assert numbers(locked) >= numbers(wanted)


def numbers(version):
    return [int(number) for number in version.strip(".").split(".")]
