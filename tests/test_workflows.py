"""The workflows: pinned, with the least rights and the commands that people use, and scripts that do their work."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import playwright
import pytest
import yaml

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github" / "workflows"
SCRIPTS = ROOT / ".github" / "scripts"
NODE = Path(playwright.__file__).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
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


def test_the_screenshots_of_the_tests_are_kept_a_while():
    *_, upload = loaded("test.yml")["jobs"]["test"]["steps"]
    assert upload["uses"].startswith("actions/upload-artifact@")
    assert (upload["with"]["path"], upload["if"]) == ("test-results", "${{ !cancelled() }}")


def test_only_the_deployment_may_deploy():
    workflow = loaded("pages.yml")
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert commands(workflow, "build") == ["make bundle"]
    assert commands(workflow, "deploy") == []
    environment = next(step["env"] for step in workflow["jobs"]["build"]["steps"] if "run" in step)
    options = set(re.findall(r"!ENV \[(\w+)", (ROOT / "mkdocs.yml").read_text("utf-8")))
    assert set(environment) <= options


def test_a_pull_request_is_checked_reported_and_shown_with_rights_to_read_only():
    workflow = loaded("pull-request.yml")
    assert list(workflow[True]) == ["pull_request"]  # YAML's word for `on`
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow["jobs"].values())
    assert commands(workflow, "archive") == ["make check", ".github/scripts/report.sh HEAD^1 report.md", "make site"]
    uploads = [
        step["with"] for step in workflow["jobs"]["archive"]["steps"] if "upload-artifact" in step.get("uses", "")
    ]
    assert [(one["name"], one["path"]) for one in uploads] == [("report", "report.md"), ("preview", "site")]


def test_the_comment_runs_nothing_of_the_pull_request():
    workflow = loaded("comment.yml")
    (job,) = workflow["jobs"].values()
    assert workflow[True]["workflow_run"]["workflows"] == [loaded("pull-request.yml")["name"]]
    assert workflow["permissions"] == {}
    assert job["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
    assert not any("run" in step for step in job["steps"])
    assert "ref" not in job["steps"][0]["with"]  # without one, the default branch is checked out
    assert "${{" not in job["steps"][-1]["with"]["script"]


def test_every_week_the_newest_versions_are_tried_on_every_system():
    workflow = loaded("weekly.yml")
    job = workflow["jobs"]["newest"]
    assert {name.partition("-")[0] for name in job["strategy"]["matrix"]["system"]} == {"ubuntu", "macos", "windows"}
    assert commands(workflow, "newest")[:3] == [
        'python -m pip install --upgrade --editable ".[dev]"',
        "newsarchive check",
        "mkdocs build --strict",
    ]


def test_a_release_is_tested_built_published_without_a_password_and_attached():
    workflow = loaded("release.yml")
    jobs = workflow["jobs"]
    assert workflow[True] == {"push": {"tags": ["v*"]}}
    assert workflow["permissions"] == {}
    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert jobs["attach"]["permissions"] == {"contents": "write"}
    assert commands(workflow, "build")[1:] == ["make test", "make wheel bundle"]
    assert commands(workflow, "publish") == []
    assert "with" not in jobs["publish"]["steps"][-1]


def test_every_make_target_and_script_that_a_workflow_names_is_there():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    runs = [one for path in FILES for name in loaded(path.name)["jobs"] for one in commands(loaded(path.name), name)]
    targets = [word for run in runs if run.startswith("make ") for word in run.split()[1:]]
    assert [word for word in targets if not re.search(rf"^{word}:", makefile, re.MULTILINE)] == []
    scripts = re.findall(r"\.github/scripts/[\w.]+", "\n".join(path.read_text("utf-8") for path in FILES))
    assert [name for name in scripts if not (ROOT / name).is_file()] == []


def test_whoever_opens_an_issue_finds_the_form_that_fits():
    folder = ROOT / ".github" / "ISSUE_TEMPLATE"
    assert {path.stem for path in folder.glob("*.yml")} == {"article", "wrong-link", "wrong-name", "config"}


def test_a_pull_request_begins_with_four_lines():
    assert len((ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md").read_text("utf-8").splitlines()) == 4


def test_every_path_that_has_an_owner_is_there_and_no_account_is_made_up():
    lines = (ROOT / ".github" / "CODEOWNERS").read_text("utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert [path for path, *_ in rules if not (ROOT / path.strip("/")).is_dir()] == []
    assert [owners for _, *owners in rules if owners] == []


def test_updates_are_asked_for_actions_and_packages():
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text("utf-8"))["updates"]
    assert [one["package-ecosystem"] for one in updates] == ["github-actions", "pip"]


def run_report(folder, seeds, base):
    newsarchive = Path(sys.executable).with_name("newsarchive")
    environment = {
        "NEWSARCHIVE": str(newsarchive),
        "NEWSARCHIVE_SEEDS": str(seeds),
        "GITHUB_STEP_SUMMARY": "summary.md",
    }
    return subprocess.run(
        [SCRIPTS / "report.sh", base, "report.md"],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def repository(tmp_path, write_files):
    def git(*words):
        settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *settings, *words], cwd=tmp_path, check=True, capture_output=True)

    write_files(tmp_path, {"seeds/first.txt": "The ferry sailed.\n", "summary.md": "Before.\n"})
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one article")
    return tmp_path


def test_the_report_goes_to_its_file_and_to_the_summary(repository, write_files):
    write_files(repository, {"seeds/second.txt": "The ferry came back.\n"})
    result = run_report(repository, repository / "seeds", "HEAD")
    report = (repository / "report.md").read_text("utf-8")
    assert (result.returncode, result.stderr) == (0, "")
    assert "### Articles added (1)" in report
    assert (repository / "summary.md").read_text("utf-8") == f"Before.\n{report}"


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [("second.txt", "", "cannot become an archive yet"), ("first.yml", "slug: other\n", "Addresses that would vanish")],
)
def test_a_report_of_what_must_not_be_is_shown_and_fails(repository, write_files, file, content, words):
    write_files(repository / "seeds", {file: content})
    assert run_report(repository, repository / "seeds", "HEAD").returncode == 1
    assert words in (repository / "summary.md").read_text("utf-8")


STAND_IN = """
const { comment } = require(process.argv[1])
const given = JSON.parse(process.argv[2])
const done = []
const github = {
  paginate: async (_, asked) => (done.push(['list', asked.issue_number]), given.comments),
  rest: {
    pulls: { list: async (asked) => (done.push(['pulls', asked.head, asked.state]), { data: given.pulls }) },
    issues: {
      listComments: null,
      createComment: async (asked) => done.push(['create', asked.issue_number, asked.body]),
      updateComment: async (asked) => done.push(['update', asked.comment_id, asked.body]),
    },
  },
}
const core = { info: (words) => done.push(['info', words]) }
const context = { repo: { owner: 'us', repo: 'archive' }, payload: { workflow_run: given.run } }
comment({ github, context, core, path: given.path }).then(() => console.log(JSON.stringify(done)))
"""
RUN = {"head_repository": {"owner": {"login": "stranger"}}, "head_branch": "new", "head_sha": "c0ffee"}
PULL = {"number": 7, "head": {"sha": "c0ffee"}}


@pytest.fixture
def comment(tmp_path):
    """Run the script against a stand-in for GitHub, and return what it asked for."""

    def run_comment(report=None, pulls=(PULL,), comments=(), run=RUN):
        path = tmp_path / "report.md"
        if report is not None:
            path.write_text(report, "utf-8")
        given = {"path": str(path), "pulls": list(pulls), "comments": list(comments), "run": run}
        command = [NODE, "-e", STAND_IN, SCRIPTS / "comment.cjs", json.dumps(given)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
        return json.loads(done.stdout)

    return run_comment


def test_the_first_report_is_a_new_comment(comment):
    *asked, (what, number, body) = comment("## What this change does\n")
    assert asked == [["pulls", "stranger:new", "open"], ["list", 7]]
    assert (what, number) == ("create", 7)
    assert body.startswith("<!-- newsarchive: report -->\n")
    assert body.endswith("## What this change does\n")


def test_a_later_report_updates_the_own_comment_and_no_other(comment):
    marked = "<!-- newsarchive: report -->\nold"
    comments = [
        {"id": 1, "user": {"login": "stranger"}, "body": marked},
        {"id": 2, "user": {"login": "github-actions[bot]"}, "body": f"> {marked}"},
        {"id": 3, "user": {"login": "github-actions[bot]"}, "body": marked},
        {"id": 4, "user": None, "body": None},
    ]
    what, number, _ = comment("new", comments=comments)[-1]
    assert (what, number) == ("update", 3)


@pytest.mark.parametrize("pulls", [[], [{"number": 8, "head": {"sha": "another"}}]])
def test_a_commit_that_is_no_longer_the_newest_is_not_commented(comment, pulls):
    assert [one[0] for one in comment("report", pulls=pulls)] == ["pulls", "info"]


def test_a_fork_that_is_gone_is_no_failure(comment):
    assert [one[0] for one in comment("report", run=RUN | {"head_repository": None})] == ["info"]


@pytest.mark.parametrize("report", [None, "", " \n"])
def test_without_a_report_nothing_is_asked(comment, report):
    assert [one[0] for one in comment(report)] == ["info"]


def test_a_report_that_is_a_link_is_not_followed(comment, tmp_path):
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "report.md").symlink_to(tmp_path / "secret")
    assert [one[0] for one in comment()] == ["info"]


def test_a_report_calls_nobody_and_is_never_too_long(comment):
    body = comment("@all closes #1 `@team`\n" + "a long line ü\n" * 400_000)[-1][2]
    assert "@all" not in body
    assert "@team" not in body
    assert "#1" not in body
    assert len(body.encode("utf-16-le")) // 2 < 65_536
    assert body.endswith("a long line ü\n\n\n… shortened; the job summary has all of it.")


@pytest.fixture
def project_copy(tmp_path, write_files):
    changelog = (
        "# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2031-01-14\n\n### Added\n\n- A ferry.\n\n## [1.1.0]\n\n- Old.\n"
    )
    script = (SCRIPTS / "release_notes.py").read_text("utf-8")
    files = {
        "pyproject.toml": '[project]\nversion = "1.2.0"\n',
        "CHANGELOG.md": changelog,
        ".github/scripts/n.py": script,
    }
    return write_files(tmp_path, files)


@pytest.mark.parametrize(
    ("tag", "changed", "complaint"),
    [
        ("v1.2.0", "", ""),
        ("v1.3.0", "", "The tag is v1.3.0, and pyproject.toml has the version 1.2.0."),
        ("v1.2.0", "## [1.1.0]\n", "CHANGELOG.md says nothing of the version 1.2.0."),
    ],
)
def test_a_release_has_its_notes_and_the_right_version(project_copy, tag, changed, complaint):
    if changed:
        (project_copy / "CHANGELOG.md").write_text(changed)
    command = [sys.executable, project_copy / ".github" / "scripts" / "n.py", tag, project_copy / "dist" / "notes.md"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.stderr.strip() == complaint
    if not complaint:
        assert (project_copy / "dist" / "notes.md").read_text("utf-8") == "### Added\n\n- A ferry.\n"
