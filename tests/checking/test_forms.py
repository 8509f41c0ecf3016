import json
import re

from hypothesis import given
from hypothesis import strategies as st

from newsarchive.checking.forms import github_form, json_form, text_form
from newsarchive.checking.place import Place
from newsarchive.problem import Problem, Severity

PLACE = Place("seeds", "https://example.org/{code}/")
PROBLEM = Problem("a, b: 50%.txt", 2, 7, "bad-value", "100% 'wrong': x\ny", "correct it")
WARNING = Problem("a.txt", 1, 1, "name-new", "new", "look", Severity.WARNING)
COMMAND = re.compile(r"::(error|warning) file=([^:,\n]*),line=(\d+),col=(\d+),title=([^:,\n]*)::(.*)\n")


def test_text_has_a_line_for_each_problem():
    assert text_form([PROBLEM, WARNING], PLACE) == (
        "a, b: 50%.txt:2:7: bad-value 100% 'wrong': x\\ny (correct it)\na.txt:1:1: name-new new (look)\n"
    )


def test_json_has_all_that_a_problem_says():
    (first, second) = json.loads(json_form([PROBLEM, WARNING], PLACE))
    assert first == {
        "path": "a, b: 50%.txt",
        "line": 2,
        "column": 7,
        "code": "bad-value",
        "message": "100% 'wrong': x\ny",
        "hint": "correct it",
        "severity": "error",
        "file": "seeds/a, b: 50%.txt",
        "help": "https://example.org/bad-value/",
    }
    assert second["severity"] == "warning"
    assert json.loads(json_form([], PLACE)) == []
    assert json.loads(json_form([PROBLEM], Place("seeds")))[0]["help"] is None


def test_a_command_of_github_is_escaped():
    assert github_form([PROBLEM], PLACE) == (
        "::error file=seeds/a%2C b%3A 50%25.txt,line=2,col=7,title=bad-value::"
        "100%25 'wrong': x%0Ay (correct it) https://example.org/bad-value/\n"
    )
    assert github_form([WARNING], Place("")) == "::warning file=a.txt,line=1,col=1,title=name-new::new (look)\n"


@given(st.text(), st.text(), st.text())
def test_no_text_ends_a_command_of_github_or_begins_another(path, message, hint):
    command = github_form([Problem(path, 1, 1, "a-b", message, hint)], Place("seeds"))
    found = COMMAND.fullmatch(command)
    assert found
    assert unescaped(found[6]) == f"{message} ({hint})"


def unescaped(text):
    return text.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
