"""The written pages are true: their examples pass the checker, and they name every key and option that there is."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsarchive.archive import Archive, build_archive
from newsarchive.article import Origin
from newsarchive.cli import COMMANDS, main
from newsarchive.export.data import data_files
from newsarchive.export.feeds import feed_files
from newsarchive.mkdocs.config import NewsArchiveConfig
from newsarchive.pages.setting import Setting
from newsarchive.pages.site import site_pages

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
CONTRIBUTING = sorted((DOCS / "contributing").rglob("*.md"))
ARTICLE = (DOCS / "contributing" / "article" / "index.md").read_text("utf-8")
NAMES = (DOCS / "contributing" / "names" / "index.md").read_text("utf-8")
NAMED_FENCE = re.compile(r"`(seeds/[^`]+)`:\n\n```\w+\n(.*?)```", re.DOTALL)
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


@pytest.fixture
def example(tmp_path):
    for path, content in NAMED_FENCE.findall(ARTICLE + NAMES):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    return tmp_path / "seeds"


def section(page, heading):
    _, found, rest = (DOCS / page / "index.md").read_text("utf-8").partition(f"\n## {heading}\n")
    assert found, f"docs/{page}/index.md has no section {heading}"
    return rest.split("\n## ")[0]


def test_the_example_passes_the_checker(example):
    assert {path.relative_to(example).as_posix() for path in example.rglob("*.*")} == {
        "ferry-sails-again.txt",
        "ferry-sails-again.yml",
        "redirects.yml",
        "registry/decisions.yml",
        "registry/places.yml",
    }
    result = CliRunner().invoke(main, ["check", "--seeds", str(example)])
    assert (result.exit_code, result.stdout) == (0, "All is well: 1 article, 1 entity.\n")


def test_the_example_becomes_what_the_page_says(example):
    archive = build_archive(example)
    (article,) = archive.articles
    assert (article.address, article.title_origin) == ("articles/ferry-sails-again/", Origin.SIDECAR)
    assert [block.text.split()[0] for block in article.blocks] == ["The", "“We", "The"]
    assert {mention.text for mention in archive.mentions} == {"Osterholm"}


def test_the_message_that_the_page_shows_is_the_checker_s(example):
    sidecar = example / "ferry-sails-again.yml"
    sidecar.write_text(sidecar.read_text("utf-8").replace("2031-01-13", "13.1.2031"), "utf-8")
    result = CliRunner().invoke(main, ["check", "--seeds", str(example)])
    (shown,) = re.findall(r"^ferry-sails-again\.yml:\d+:\d+: .*$", ARTICLE, re.MULTILINE)
    begin, end = shown.split(" … ")
    assert result.stdout.startswith(begin)
    assert result.stdout.endswith(f"{end}\n")


def test_the_note_that_the_page_shows_is_anchored(example):
    (note,) = re.findall(r"```yaml\n(notes:\n.*?)```", ARTICLE, re.DOTALL)
    with (example / "ferry-sails-again.yml").open("a", encoding="utf-8") as sidecar:
        sidecar.write(note)
    (found,) = build_archive(example).notes
    assert (found.span.block, found.by, found.motive) == ("p1", "Ada Lind", "assessing")


@pytest.mark.parametrize(
    ("file", "kind", "page"),
    [
        ("sidecar.schema.json", None, ARTICLE),
        ("sidecar.schema.json", "StatedNote", ARTICLE),
        ("registry/registry.schema.json", "EntityEntry", NAMES),
    ],
)
def test_every_line_of_a_file_is_explained(file, kind, page):
    schema = json.loads((ROOT / "seeds" / file).read_text("utf-8"))
    keys = (schema["$defs"][kind] if kind else schema)["properties"]
    rows = "\n".join(re.findall(r"^\| (`.*?) \|", page, re.MULTILINE))
    assert [key for key in keys if f"`{key}`" not in rows] == []


def test_every_motive_is_listed():
    motives = json.loads((ROOT / "seeds" / "sidecar.schema.json").read_text("utf-8"))["$defs"]["Motive"]["enum"]
    assert [motive for motive in motives if f"`{motive}`" not in ARTICLE] == []


def test_the_page_for_contributors_leads_to_every_problem():
    page = (DOCS / "contributing" / "index.md").read_text("utf-8")
    codes = sorted(path.parent.name for path in (DOCS / "problems").glob("*/index.md"))
    assert re.findall(r"^\[`([\w-]+)`\]\(\.\./problems/\1/index\.md\)[,.]$", page, re.MULTILINE) == codes


@pytest.mark.parametrize("path", CONTRIBUTING, ids=lambda path: path.parent.name)
def test_every_command_that_a_contributor_reads_of_is_there(path):
    text = path.read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    words = re.findall(r"(?:^|`)newsarchive ([a-z]+)", text, re.MULTILINE)
    assert [word for word in words if word not in COMMANDS] == []
    targets = re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE)
    assert [word for word in targets if not re.search(rf"^{word}:", makefile, re.MULTILINE)] == []


DATA = {path: json.loads(content) for path, content in data_files(Archive(())) if path.endswith(".schema.json")}


@pytest.mark.parametrize("path", DATA)
def test_every_key_of_the_data_is_explained(path):
    name = path.removeprefix("data/").replace(".schema", "")
    text = section("data", name)
    assert [key for key in keys_of(DATA[path]) if f"`{key}`" not in text] == []


def keys_of(schema):
    for name, value in schema.items():
        if name == "properties":
            yield from value
        if isinstance(value, dict):
            yield from keys_of(value)
        if isinstance(value, list):
            for one in value:
                yield from keys_of(one) if isinstance(one, dict) else ()


@pytest.mark.parametrize(("name", "option"), NewsArchiveConfig._schema)  # noqa: SLF001  MkDocs has no other list
def test_every_option_is_explained_with_its_default(name, option):
    default = option.default if isinstance(option.default, str) else json.dumps(option.default)
    assert f"`{default}`" in section("options", name)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_files_of_the_repository_lead_somewhere(path):
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8"))
    files = [*data_files(Archive(())), *feed_files(Archive(()), "")]
    made = [f"{page.address}index.md" for page in site_pages(Setting(Archive(())))]
    published = {(DOCS / name).resolve() for name in (*made, *(name for name, _ in files))}
    found = {target: (path.parent / target).resolve() for target in targets}
    assert [target for target, file in found.items() if not file.exists() and file not in published] == []


@pytest.mark.parametrize(
    ("page", "commands"), [("README.md", "site test check"), ("CONTRIBUTING.md", "serve lint lock")]
)
def test_every_make_command_that_a_page_names_is_there(page, commands):
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in commands.split():
        assert f"make {command}" in (ROOT / page).read_text("utf-8")
        assert re.search(rf"^{command}:", makefile, re.MULTILINE)


def test_the_package_is_licensed_as_it_says():
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")
    assert "CC BY 4.0" in (ROOT / "CONTENT-RIGHTS.md").read_text("utf-8")
