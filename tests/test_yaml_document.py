import textwrap
from enum import StrEnum
from typing import Annotated

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from newsarchive import yaml_document
from newsarchive.problem import Problem
from newsarchive.yaml_document import YamlDocument, read_yaml, validated


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def _loader(request, monkeypatch):
    """Both of PyYAML's loaders: the second is what a machine without libyaml has."""
    monkeypatch.setattr(yaml_document, "_LOADER", getattr(yaml, request.param))


def read(text: str) -> YamlDocument:
    document = read_yaml(textwrap.dedent(text), "a.yml")
    assert isinstance(document, YamlDocument)
    return document


def refused(text: str, first_line: int = 1) -> Problem:
    problem = read_yaml(text, "a.yml", first_line=first_line)
    assert isinstance(problem, Problem)
    assert problem.path == "a.yml"
    return problem


def test_scalars_are_what_was_written_and_nothing_else():
    document = read("{a: no, b: 2020-11-20, c: 1_0, d: 012, e: true, f: '', g: 'null', h: 1:30, i: 1e3, j: 0x1F}")
    assert document.data == {
        "a": "no", "b": "2020-11-20", "c": "1_0", "d": "012", "e": "true", "f": "", "g": "null", "h": "1:30",
        "i": "1e3", "j": "0x1F",
    }  # fmt: skip


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none(nothing):
    assert read(f"a: {nothing}\nb: x").data == {"a": None, "b": "x"}


@pytest.mark.parametrize("text", ["", "\n", "# a remark\n", "---\n", "---\n...\n"])
def test_an_empty_document_holds_nothing(text):
    assert read(text).data is None


def test_every_value_and_key_knows_its_place():
    document = read(
        """\
        title: 😀 a title
        source:
          name: Gazette
        notes:
          - quote: one
          - text: >-
              folded
              words
        """
    )
    assert document.data["notes"][1]["text"] == "folded words"
    assert document.places[()] == (1, 1)
    assert document.places["title",] == (1, 8)
    assert document.places["source", "name"] == (3, 9)
    assert document.places["notes", 1] == (6, 5)
    assert document.key_places["source", "name"] == (3, 3)
    assert document.key_places["notes", 1, "text"] == (6, 5)


def test_a_column_counts_code_points():
    assert read("{😀é: x}").key_places["😀é",] == (1, 2)
    assert read("{😀é: x}").places["😀é",] == (1, 6)


def test_lines_count_from_the_line_on_which_the_text_begins():
    document = read_yaml("a: b\nc: d\n", "a.md", first_line=2)
    assert isinstance(document, YamlDocument)
    assert document.places["c",] == (3, 4)
    assert refused("a: b\na: d\n", first_line=2).line == 3
    assert refused("a: b\nc: '\n", first_line=2).line == 3
    assert refused("a: b\nc: \x07\n", first_line=2).line == 3


def test_a_problem_without_a_place_stands_at_the_nearest_value_around_it():
    document = read("a:\n  b: c\n")
    assert document.problem(("a", "b", "c", 3), "code", "m", "h") == Problem("a.yml", 2, 6, "code", "m", "h")
    assert document.problem(("x",), "code", "m", "h") == Problem("a.yml", 1, 1, "code", "m", "h")


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 1, "the key 'a' stands twice"),
        ("a: *b\n", 1, 4, "begins with '*'"),
        ("a: &b c\n", 1, 4, "begins with '&'"),
        ("a: !b c\n", 1, 4, "begins with '!'"),
        ("a: !!python/object:os.system x\n", 1, 4, "begins with '!'"),
        ("a: 1\n---\nb: 2\n", 2, 1, "a second document"),
        ("{a: b}: c\n", 1, 1, "a key is not a single word"),
        ("? [a, b]\n: c\n", 1, 3, "a key is not a single word"),
        ("'': x\n", 1, 1, "a key is missing"),
    ],
)
def test_what_nobody_means_is_refused_where_it_stands(text, line, column, said):
    problem = refused(text)
    assert (problem.line, problem.column, problem.code) == (line, column, "yaml-unusable")
    assert said in problem.message


@pytest.mark.parametrize(
    ("text", "line", "column", "said", "advised"),
    [
        ("title: Oldtown: the day after\n", 1, 15, "a colon stands here", "between quotes"),
        ('a: b\ntitle: "Oldtown\n', 2, 8, "never closed", "close it"),
        ("a: b\n\tc: d\n", 2, 1, "a tab", "spaces"),
        ("title: @oldtown\n", 1, 8, "cannot begin with '@'", "between quotes"),
        ("title: `oldtown`\n", 1, 8, "cannot begin with '`'", "between quotes"),
        ("title: 'it's'\n", 1, 12, "does not belong", "the other quotes"),
        ('title: "Old" town\n', 1, 14, "does not belong", "the other quotes"),
        ("a: b\ntitle Oldtown\n", 2, 1, "no colon", "key: value"),
        ("a: b\nc: \x07\n", 2, 4, "U+0007", "delete it"),
        ("a: b\r\nc\ufffe: d\r\n", 2, 2, "U+FFFE", "delete it"),
        ("- a\nb: c\n", 2, 1, "does not belong", "same column"),
    ],
)
def test_what_is_no_yaml_is_explained_where_it_stands(text, line, column, said, advised):
    problem = refused(text)
    assert (problem.line, problem.column, problem.code) == (line, column, "yaml-syntax")
    assert said in problem.message
    assert advised in problem.hint


def test_a_backslash_between_double_quotes_is_explained():
    assert "a backslash" in refused('a: "C:\\Users"\n').message


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\x1b", "\\x7f", "\\uFFFE"])
@pytest.mark.parametrize("text", ['a: "b{}"', '"b{}": a'])
def test_an_escape_brings_in_nothing_that_may_not_stand_in_the_file(escape, text):
    problem = refused(text.format(escape))
    assert problem.code == "yaml-unusable"
    assert "written with a backslash" in problem.message


def test_a_lone_surrogate_cannot_be_written_with_an_escape():
    assert refused('a: "\\ud800"').code in {"yaml-unusable", "yaml-syntax"}


def test_an_escape_of_a_letter_is_that_letter():
    assert read(r'a: "\u0259\n\t\\"').data == {"a": "ə\n\t\\"}


def test_what_has_no_explanation_of_ours_is_told_in_the_parsers_words():
    problem = refused("%YAML 9.9\n---\na: b\n")
    assert problem.message.startswith("this is not valid YAML: found incompatible YAML")


@pytest.mark.parametrize("deep", ["[" * 5_000, "{a: " * 5_000, "- " * 5_000, "[{a: " * 3_000])
def test_a_deep_nesting_is_refused_and_ends_nothing(deep):
    assert refused(deep).message == "the nesting is deeper than 32"


def test_a_nesting_of_thirty_is_read():
    assert read("[" * 30 + "]" * 30).data


def test_a_long_key_is_shown_short():
    key = "k" * 900
    assert len(refused(f"? {key}\n: 1\n? {key}\n: 2\n").message) < 120


SIGNS = [
    "a", "b: ", "- ", "\n", "\n  ", "'", '"', "[", "]", "{", "}", ",", "|", ">-", "#", "&a", "*a", "!t", "? ", ": ",
    "---", "...", "%", "@", "\t", "\r", "\x85", "\u2028", "\ufeff", "\ud800",
]  # fmt: skip


@settings(max_examples=300)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(SIGNS),
            st.text(max_size=5),
        ),
        max_size=20,
    ).map("".join)
)
def test_any_text_is_a_document_or_one_problem(text):
    found = read_yaml(text, "a.yml")
    assert isinstance(found, YamlDocument | Problem)
    if isinstance(found, Problem):
        assert found.line >= 1
        assert found.column >= 1
        assert str(found).isprintable()


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def even(text: str) -> str:
    if len(text) % 2:
        message = "it has an odd number of letters"
        raise ValueError(message)
    return text


class Wheel(BaseModel):
    model_config = ConfigDict(extra="forbid")

    spokes: str
    rim: str | None = None


class Cart(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=10)]
    colour: Colour = Colour.RED
    owner: Annotated[str, AfterValidator(even)] = ""
    weight: int = 0
    wheels: tuple[Wheel, ...] | None = None
    spare: Wheel | None = None


def problems_of(text: str) -> list[Problem]:
    found = validated(read(text), Cart)
    assert isinstance(found, list)
    return found


def test_what_is_right_becomes_the_model():
    cart = validated(read("name: Old one\nwheels:\n  - spokes: ten\n"), Cart)
    assert cart == Cart(name="Old one", wheels=(Wheel(spokes="ten"),))


def test_a_part_of_a_document_becomes_the_model():
    document = read("carts:\n  - name: a\n  - name: b\n    weihgt: 3\n")
    assert validated(document, Cart, ("carts", 0)) == Cart(name="a")
    (problem,) = validated(document, Cart, ("carts", 1))
    assert (problem.line, problem.column, problem.hint) == (4, 5, "did you mean 'weight'?")


def test_an_empty_document_is_a_model_without_keys():
    (problem,) = problems_of("")
    assert (problem.line, problem.column, problem.code) == (1, 1, "missing-key")
    assert problem.message == "'name' is missing"


@pytest.mark.parametrize(
    ("text", "place", "code", "said", "advised"),
    [
        ("name: a\nnam: b", (2, 1), "unknown-key", "'nam' is not known", "did you mean 'name'?"),
        ("name: a\nzzz: b", (2, 1), "unknown-key", "'zzz' is not known", "the keys are name, colour, owner"),
        ("name: a\nspare:\n  spokes: b\n  rym: c", (4, 3), "unknown-key", "'rym'", "did you mean 'rim'?"),
        ("name: a\nwheels:\n- spokes: b\n  x: c", (4, 3), "unknown-key", "'x'", "the keys are spokes, rim"),
        ("name: a\nspare:\n  rim: b", (3, 3), "missing-key", "'spare.spokes' is missing", "add the key 'spokes'"),
        ("name: ''", (1, 7), "bad-value", "'name' is empty", "write a text"),
        ("name:", (1, 6), "bad-value", "'name' is not a plain text", "behind the colon"),
        ("name: [a]", (1, 7), "bad-value", "'name' is not a plain text", "behind the colon"),
        ("name: elevenwords", (1, 7), "bad-value", "longer than 10 characters", "shorten it"),
        ("name: a\ncolour: green", (2, 9), "bad-value", "is none of 'red' or 'blue'", "write one of these"),
        ("name: a\nowner: {b}", (2, 8), "bad-value", "'owner' is not a plain text", "behind the colon"),
        ("name: a\nowner: abc", (2, 8), "bad-value", "it has an odd number of letters", "correct the value"),
        ("name: a\nweight: '{x}'", (2, 9), "bad-value", "'weight' is not right: input should be", "correct the value"),
        ("name: a\nwheels: b", (2, 9), "bad-value", "'wheels' is not a list", "- "),
        ("name: a\nspare: b", (2, 8), "bad-value", "'spare' is not made of 'key: value' lines", "line of its own"),
        ("just words", (1, 1), "bad-value", "the document is not made of 'key: value' lines", "line of its own"),
        ("- a\n- b", (1, 1), "bad-value", "the document is not made of 'key: value' lines", "line of its own"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(text, place, code, said, advised):
    (problem,) = problems_of(text)
    assert ((problem.line, problem.column), problem.code) == (place, code)
    assert said in problem.message
    assert advised in problem.hint


def test_all_that_is_wrong_is_said_at_once():
    found = problems_of("colour: green\nx: 1\nspare:\n  y: 2\n")
    assert sorted((problem.code, problem.line) for problem in found) == [
        ("bad-value", 1),
        ("missing-key", 1),
        ("missing-key", 4),
        ("unknown-key", 2),
        ("unknown-key", 4),
    ]
