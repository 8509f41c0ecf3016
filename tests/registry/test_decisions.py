"""Decisions: what they do to the registry, and every complaint about them with its line and column."""

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from newsarchive.registry.decision_yaml import with_decision
from newsarchive.registry.decisions import decisions_schema
from newsarchive.registry.entity import Decision, Name, Verdict
from newsarchive.registry.files import read_registry
from newsarchive.yaml_document import read_yaml

PLACES = """\
- slug: orlau
  kind: town
  names:
    - {text: Orlau, language: en, script: Latn, source: the map}
- slug: wend
  kind: town
  names:
    - {text: Wend, language: en, script: Latn, source: the map}
"""
GOOD = """\
# who decided what
same:
  - name: Orlaw
    entity: places/orlau
    by: Ada Lind
    date: 2031-01-14
    articles: [ferry, rain]
distinct:
  - {name: Wendt, entity: places/wend, by: Kim Berg, date: 2031}
"""


@pytest.fixture
def read(tmp_path, write_files):
    """Read a registry of two towns with decisions."""
    return lambda text: read_registry(write_files(tmp_path / "registry", {"places.yml": PLACES, "decisions.yml": text}))


@pytest.fixture
def problems_of(read):
    return lambda text: [f"{one.line}:{one.column}: {one.code}" for one in read(text)[1]]


def entry(name="Orlaw", entity="places/orlau", more=""):
    return f"  - {{name: {name}, entity: {entity}, by: A, date: 2031-01-14{more}}}\n"


def test_decisions_are_read_with_their_places(read):
    registry, problems = read(GOOD)
    assert problems == []
    assert registry.decisions == (
        Decision(
            "Orlaw", "places/orlau", Verdict.SAME, "Ada Lind", "2031-01-14", ("ferry", "rain"),
            "registry/decisions.yml", 7, 15,
        ),
        Decision("Wendt", "places/wend", Verdict.DISTINCT, "Kim Berg", "2031", (), "registry/decisions.yml", 9, 12),
    )  # fmt: skip


def test_the_same_name_becomes_one_of_the_entity_with_the_decision_as_its_source(read):
    registry, _ = read(GOOD)
    assert registry.by_id["places/orlau"].names[1:] == (
        Name("Orlaw", "und", "Latn", "decided by Ada Lind, 2031-01-14"),
    )
    assert len(registry.by_id["places/wend"].names) == 1


def test_a_name_that_the_entity_has_meanwhile_is_not_doubled(read):
    registry, problems = read(f"same:\n{entry('Orlau')}")
    assert (len(registry.by_id["places/orlau"].names), problems) == (1, [])


def test_letters_of_two_scripts_have_no_script(read):
    registry, _ = read(f"same:\n{entry('Orlауs')}")
    assert registry.by_id["places/orlau"].names[1].script == "Zyyy"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "same: []\ndistinct: []\n", "{}"])
def test_no_decisions_are_none(text, read):
    registry, problems = read(text)
    assert (registry.decisions, problems) == ((), [])


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (f"same:\n{entry(entity='places/nowhere')}", "2:27: decision-entity"),
        (f"same:\n{entry()}{entry()}", "3:12: decision-twice"),
        (f"same:\n{entry()}distinct:\n{entry()}", "4:12: decision-twice"),
        (f"distinct:\n{entry('Orlau')}", "2:12: decision-contradicts"),
        (f"same:\n{entry('Wend')}", "2:12: decision-contradicts"),
        (f"same:\n{entry()}{entry(entity='places/wend')}", "3:12: decision-contradicts"),
        (f"same:\n{entry(more=', when: now')}", "2:66: unknown-key"),
        ("same:\n  - {name: Orlaw, entity: places/orlau, by: A}\n", "2:5: missing-key"),
        (f"same:\n{entry(more=', date: 2031')}", "2:66: yaml-unusable"),
        (f"same:\n{entry().replace('2031-01-14', 'today')}", "2:54: bad-value"),
        (f"same:\n{entry('“”')}", "2:12: bad-value"),
        ("- same", "1:1: bad-value"),
        ("same: 'x", "1:7: yaml-syntax"),
    ],
)
def test_every_complaint_has_its_place(text, complaint, problems_of):
    assert problems_of(text) == [complaint]


def test_a_decision_with_a_problem_decides_nothing(read):
    registry, _ = read(f"same:\n{entry()}{entry()}")
    assert len(registry.by_id["places/orlau"].names) == 1


def test_the_schema_is_one_and_accepts_what_the_checker_does():
    schema = decisions_schema()
    Draft202012Validator.check_schema(schema)
    good = yaml.load(GOOD, yaml.BaseLoader)  # noqa: S506  # the loader of plain texts only
    Draft202012Validator(schema).validate(good)


def test_the_shipped_schema_is_that_of_the_code(project):
    shipped = project / "seeds" / "registry" / "decisions.schema.json"
    assert json.loads(shipped.read_text("utf-8")) == decisions_schema()


NEW = Decision("Orlov: x", "places/orlau", Verdict.SAME, 'Ada "A" Lind', "2031-01-15", ("ferry",))


@pytest.mark.parametrize(
    "file",
    [
        "",
        "# nothing yet",
        GOOD,
        GOOD.replace("\n", "\r\n"),
        "distinct:\n- {name: Wendt, entity: places/wend, by: B, date: 2031}",
        "same:\n\n# the first\n- {name: Orlaw, entity: places/orlau, by: B, date: 2031} # yes\n",
        "same:\ndistinct:\n",
    ],
)
def test_a_decision_is_written_without_a_change_to_the_rest(file, read):
    text = with_decision(read_yaml(file, "decisions.yml"), file, NEW)
    rest = iter(text.splitlines())
    assert all(line in rest for line in file.splitlines())
    before, after = read(file)[0].decisions, read(text)[0].decisions
    assert {one.name for one in after} == {one.name for one in before} | {"Orlov: x"}
    assert next(one for one in after if one.name == "Orlov: x").by == 'Ada "A" Lind'
    assert len(text.splitlines()) <= len(file.splitlines()) + 7


def test_a_list_in_brackets_takes_no_lines(problems_of):
    file = "same: [{name: Orlaw, entity: places/orlau, by: B, date: 2031}]\n"
    assert problems_of(with_decision(read_yaml(file, "decisions.yml"), file, NEW)) != []
