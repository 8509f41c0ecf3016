"""The house stands as DESIGN has it: arrows one way, MkDocs in one room, everything public explained."""

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugins" / "newsarchive"
MODULES = sorted(PACKAGE.rglob("*.py"))

# In pieces, so that this file holds none of them.
INDEXES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("anaconda", "org"),
        ("crates", "io"),
    )
] + ["-".join(parts) for parts in (("-", "index", "url"), ("extra", "index", "url"), ("-", "find", "links"))]
MACHINE = ["/".join(parts) for parts in (("", "work", ""), ("", "root", ""), ("", "home", ""), ("", "Users", ""))]


def lint_imports(folder=ROOT / "plugins"):
    command = [
        Path(sys.executable).with_name("lint-imports"),
        "--config",
        ROOT / "pyproject.toml",
        "--no-cache",
        "--no-logo",
    ]
    search = {"PYTHONPATH": str(folder)}
    return subprocess.run(command, env=os.environ | search, cwd=folder, capture_output=True, text=True, check=False)


def tracked_files():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in os.fsdecode(listed).split("\0") if (ROOT / name).is_file()]


def test_every_arrow_points_one_way():
    result = lint_imports()
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_part_of_the_package_is_left_out_of_the_contract_on_mkdocs():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    contract = next(one for one in settings["contracts"] if one["id"] == "no-mkdocs")
    parts = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES} - {"__init__", "mkdocs"}
    assert set(contract["source_modules"]) == {f"newsarchive.{part}" for part in parts}


@pytest.mark.parametrize(
    ("module", "wrong", "broken"),
    [
        ("article.py", "import mkdocs", "Only the adaptor knows MkDocs"),
        ("cli.py", "from properdocs import config", "Only the adaptor knows MkDocs"),
        ("pages/page.py", "import material", "Only the adaptor knows MkDocs"),
        ("reading/seeds.py", "import newsarchive.archive", "Every arrow points one way"),
        ("registry/entity.py", "import newsarchive.reading.seeds", "Every arrow points one way"),
        ("export/data.py", "import newsarchive.pages.page", "Every arrow points one way"),
        ("newcomer.py", "", "Every arrow points one way"),
        ("annotate/dates.py", "import newsarchive.annotate.mentions", "No annotator knows another"),
    ],
)
def test_a_wrong_arrow_is_seen(module, wrong, broken, tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "newsarchive", ignore=shutil.ignore_patterns("theme", "__pycache__"))
    with (tmp_path / "newsarchive" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{wrong}\n")
    result = lint_imports(tmp_path)
    assert result.returncode == 1
    assert f"{broken} BROKEN" in result.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_everything_public_is_explained(path):
    assert list(unexplained(ast.parse(path.read_text("utf-8")))) == []


def unexplained(module):
    """Yield the public modules, classes and functions without a docstring; a constructor's is its class's."""
    if not ast.get_docstring(module):
        yield "the module"
    waiting = list(module.body)
    while waiting:
        one = waiting.pop()
        if isinstance(one, ast.ClassDef | ast.FunctionDef) and not one.name.startswith("_"):
            if not ast.get_docstring(one) and not is_stub(one):
                yield one.name
            if isinstance(one, ast.ClassDef):
                waiting.extend(one.body)


def is_stub(one):
    decorators = {ast.unparse(decorator) for decorator in one.decorator_list}
    return bool(decorators & {"overload", "typing.overload"})


def test_a_public_name_without_explanation_is_seen():
    text = '"""A module."""\nclass Kind:\n    """A class."""\n    def method(self): ...\ndef function(): ...\n'
    assert set(unexplained(ast.parse(text))) == {"method", "function"}


@pytest.mark.parametrize("word", [*INDEXES, *MACHINE])
def test_no_file_names_a_package_index_or_this_machine(word):
    holders = [path for path in tracked_files() if word.encode() in path.read_bytes()]
    assert [path.relative_to(ROOT).as_posix() for path in holders] == []


def test_no_function_is_longer_than_a_screen():
    long = [
        f"{path.relative_to(PACKAGE)}:{one.lineno} {one.name}"
        for path in MODULES
        for one in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(one, ast.FunctionDef) and one.end_lineno - one.lineno >= 50
    ]
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_file_is_longer_than_400_lines(path):
    assert len(path.read_text("utf-8").splitlines()) < 400
