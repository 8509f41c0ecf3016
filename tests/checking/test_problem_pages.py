"""Every code that the package gives has a page; its wrong example has that problem alone, its right one none."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from newsarchive.checking.finding import find_problems

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "newsarchive"
PAGES = ROOT / "docs" / "problems"
CODES = sorted(path.parent.name for path in PAGES.glob("*/index.md"))
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
EXAMPLE = re.compile(r"(?:`(seeds/[^`\n]+)`:\n\n)?```(\w+)\n(.*?)```", re.DOTALL)


def codes_in(source):
    """Yield the codes that a module gives to problems: arguments of what makes one, and values of a name `code`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and re.search(r"roblem|_refused|_unreadable", ast.unparse(node.func)):
            yield from (text for text in map(constant, node.args) if text and CODE.fullmatch(text))
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Tuple)
            and isinstance(node.targets[0], ast.Tuple)
        ):
            pairs = zip(node.targets[0].elts, node.value.elts, strict=False)
            yield from (constant(value) for name, value in pairs if ast.unparse(name) == "code")


def constant(node):
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def examples(code, heading):
    page = (PAGES / code / "index.md").read_text("utf-8")
    section = re.split(r"^## ", page.split(f"\n## {heading}\n")[1], flags=re.MULTILINE)[0]
    found = EXAMPLE.findall(section)
    assert found, f"{code} has no {heading.lower()} example"
    return found


@pytest.fixture
def problems(tmp_path):
    """Lay out the example of a code and check it."""

    def check(code, heading):
        (tmp_path / "seeds").mkdir()
        for path, language, content in examples(code, heading):
            if language == "sh":
                subprocess.run(["bash", "-e", "-c", content], cwd=tmp_path, check=True)
            else:
                (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / path).write_text(content, "utf-8")
        return find_problems(tmp_path / "seeds").problems

    return check


def test_every_code_has_a_page_and_every_page_a_code():
    given = {code for path in PACKAGE.rglob("*.py") for code in codes_in(path.read_text("utf-8"))}
    assert sorted(given) == CODES


def test_codes_are_found_wherever_they_stand():
    source = """
yield draft.problem(where, "name-twice", message, "remove one of the two")
return _refused(path, "file-too-big", f"too {big}", hint)
code, message = "note-quote-missing", "none-of-these"
value = "utf-8-sig"
"""
    assert list(codes_in(source.replace("return ", ""))) != []
    assert set(codes_in(source.replace("return ", ""))) == {"name-twice", "file-too-big", "note-quote-missing"}


def test_the_index_lists_every_page_once():
    index = (PAGES / "index.md").read_text("utf-8")
    listed = re.findall(r"^\| \[([\w-]+)\]\(([\w-]+)/index\.md\) \| .+ \|$", index, re.MULTILINE)
    assert sorted(code for code, _ in listed) == CODES
    assert all(code == folder for code, folder in listed)


@pytest.mark.parametrize("code", CODES)
def test_the_page_is_called_by_its_code_and_says_what_it_means(code):
    page = (PAGES / code / "index.md").read_text("utf-8")
    title, _, rest = page.partition("\n\n")
    assert title == f"# {code}"
    assert rest.partition("\n## Wrong\n")[0].strip().endswith(".")


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_has_this_problem_and_no_other(problems, code):
    assert {problem.code for problem in problems(code, "Wrong")} == {code}


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_has_none(problems, code):
    assert [str(problem) for problem in problems(code, "Right")] == []
