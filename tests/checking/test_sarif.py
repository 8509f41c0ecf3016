"""What the SARIF standard, version 2.1.0, asks of a log: its sections 3.13, 3.14, 3.19 and 3.27 to 3.30."""

import json
import re
from importlib.metadata import version
from urllib.parse import unquote, urlsplit

import pytest

from newsarchive.checking.place import Place
from newsarchive.checking.sarif import sarif_form
from newsarchive.problem import Problem, Severity

PROBLEMS = [
    Problem("a b.txt", 1, 1, "seed-empty", "it is empty", "fill it"),
    Problem("Ղ.yml", 2, 7, "bad-value", "it is wrong", "correct it"),
    Problem("Ղ.yml", 3, 1, "bad-value", "it is wrong too", "correct it", Severity.WARNING),
]


@pytest.fixture
def run():
    (only,) = json.loads(sarif_form(PROBLEMS, Place("seeds", "https://example.org/{code}/")))["runs"]
    return only


def test_a_log_names_its_version_and_schema():
    log = json.loads(sarif_form([], Place("seeds")))
    assert log["version"] == "2.1.0"
    assert urlsplit(log["$schema"]).path.endswith("sarif-schema-2.1.0.json")
    assert log["runs"][0]["results"] == []


def test_the_tool_lists_each_rule_once_with_its_page(run):
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("newsarchive", version("newsarchive"))
    assert driver["rules"] == [
        {"id": "bad-value", "helpUri": "https://example.org/bad-value/"},
        {"id": "seed-empty", "helpUri": "https://example.org/seed-empty/"},
    ]


def test_without_pages_a_rule_has_no_address():
    (run,) = json.loads(sarif_form(PROBLEMS, Place("seeds")))["runs"]
    assert run["tool"]["driver"]["rules"] == [{"id": "bad-value"}, {"id": "seed-empty"}]


def test_every_result_leads_to_its_rule_and_its_line(run):
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [one.code for one in PROBLEMS]
    assert [result["ruleId"] for result in run["results"]] == [one.code for one in PROBLEMS]
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning"]
    for result, problem in zip(run["results"], PROBLEMS, strict=True):
        (location,) = result["locations"]
        place = location["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9/%._~-]+", uri)  # an RFC 3986 reference, section 3.4.3
        assert unquote(uri) == f"seeds/{problem.path}"
        assert place["region"] == {"startLine": problem.line, "startColumn": problem.column}
        assert result["message"]["text"] == f"{problem.message} ({problem.hint})"


def test_columns_count_code_points(run):
    assert run["columnKind"] == "unicodeCodePoints"
