"""The workflows: pinned, with the least rights, and with the commands that people use."""

import re
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).parents[1] / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))


def loaded(name):
    return yaml.safe_load((FOLDER / name).read_text("utf-8"))


def commands(workflow, job):
    return [step["run"] for step in workflow["jobs"][job]["steps"] if "run" in step]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_action_is_pinned_with_its_version_beside_it(path):
    uses = [line.strip() for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert uses
    assert [line for line in uses if not re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_job_ends_in_time_and_keeps_no_credentials(path):
    workflow = yaml.safe_load(path.read_text("utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert all(job["timeout-minutes"] <= 20 for job in workflow["jobs"].values())
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert "secrets." not in path.read_text("utf-8")


def test_the_tests_may_only_read():
    workflow = loaded("test.yml")
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow["jobs"].values())
    assert commands(workflow, "test") == ["make check", "make test"]
    assert commands(workflow, "lint") == ["make lint"]


def test_only_the_deployment_may_deploy():
    workflow = loaded("pages.yml")
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert commands(workflow, "build") == ["make site"]
    assert commands(workflow, "deploy") == []
