"""SARIF: problems in OASIS' Static Analysis Results Interchange Format 2.1.0, for code hosts and editors."""

import json
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from newsarchive.checking.place import Place
from newsarchive.problem import Problem

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_form(problems: Sequence[Problem], place: Place) -> str:
    """Return a SARIF log with one run; a rule is a problem's code, and its help is the page on it."""
    rules = sorted({problem.code: _rule(problem, place) for problem in problems}.items())
    numbers = {code: number for number, (code, _) in enumerate(rules)}
    driver = {"name": "newsarchive", "version": version("newsarchive"), "rules": [rule for _, rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(problems, place, numbers)),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return f"{json.dumps(log, ensure_ascii=False, indent=2)}\n"


def _rule(problem: Problem, place: Place) -> dict[str, Any]:
    rule = {"id": problem.code}
    return rule | {"helpUri": place.help(problem)} if place.help_url else rule


def _results(problems: Iterable[Problem], place: Place, numbers: dict[str, int]) -> Iterable[dict[str, Any]]:
    for problem in problems:
        where = {
            "artifactLocation": {"uri": quote(place.path(problem)), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": problem.line, "startColumn": problem.column},
        }
        yield {
            "ruleId": problem.code,
            "ruleIndex": numbers[problem.code],
            "level": str(problem.severity),
            "message": {"text": f"{problem.message} ({problem.hint})"},
            "locations": [{"physicalLocation": where}],
        }
