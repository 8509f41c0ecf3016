"""Forms: problems as lines of text, as JSON, and as commands of GitHub's workflows."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from newsarchive.checking.place import Place
from newsarchive.problem import Problem, printable


def text_form(problems: Sequence[Problem], _: Place) -> str:
    """Return a line for each problem, `path:line:column: code message (hint)`, with paths below the seeds folder."""
    return "".join(f"{printable(str(problem))}\n" for problem in problems)


def json_form(problems: Sequence[Problem], place: Place) -> str:
    """Return a JSON list of objects with the keys of Problem, `file`, its path in the repository, and `help`."""
    rows = [
        {**asdict(problem), "file": place.path(problem), "help": place.help(problem) or None} for problem in problems
    ]
    return f"{json.dumps(rows, ensure_ascii=False, indent=2)}\n"


def github_form(problems: Sequence[Problem], place: Place) -> str:
    """Return a workflow command for each problem, with which GitHub marks its line in a pull request.

    The form is that of GitHub's "Workflow commands for GitHub Actions", escaped as actions/toolkit does it.
    """
    return "".join(f"{_command(problem, place)}\n" for problem in problems)


def _command(problem: Problem, place: Place) -> str:
    values = {"file": place.path(problem), "line": problem.line, "col": problem.column, "title": problem.code}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items())
    more = f" {place.help(problem)}" if place.help_url else ""
    return f"::{problem.severity} {properties}::{_data(f'{problem.message} ({problem.hint}){more}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
