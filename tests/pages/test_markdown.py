import re

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import escape

from newsarchive.archive import build_archive
from newsarchive.cli import main
from newsarchive.pages.addresses import site_addresses
from newsarchive.pages.markdown import markdown_files, page_markdown
from newsarchive.pages.page import Page
from newsarchive.pages.setting import Setting

HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) # h *a* _b_ `c` &amp; 1. d | e ~~f~~ ![g](h) <img src=x>"
LINK = re.compile(r"\]\(([^)\s]+)")


def shown(markdown):
    """Return what a reader sees of Markdown, as a parse tree."""
    text = markdown.split("---\n", 2)[2]
    return BeautifulSoup(MarkdownIt("commonmark").enable("table").render(text), "lxml")


@pytest.fixture(scope="module")
def files(project):
    archive = build_archive(project / "seeds")
    return archive, dict(markdown_files(Setting(archive)))


def test_each_page_is_a_file(files):
    archive, written = files
    assert set(written) == {f"{address}index.md" for address in site_addresses(archive)}


def test_every_link_leads_to_a_file_and_an_anchor(files):
    _, written = files
    texts = {path: content.decode() for path, content in written.items()}
    for path, text in texts.items():
        for link in LINK.findall(text):
            if re.match(r"[a-z]+:", link):
                continue
            target, _, anchor = link.partition("#")
            there = joined(path, target) if target else path
            assert there in texts or there.startswith(("data/", "feed")), (path, link)
            assert not anchor or f'<a id="{anchor}"></a>' in texts[there], (path, link)


def joined(path, link):
    steps = path.split("/")[:-1]
    for step in link.split("/"):
        if step == "..":
            steps.pop()
        else:
            steps.append(step)
    return "/".join(steps)


def test_a_text_stands_whole_in_its_file(files):
    archive, written = files
    for article in archive.articles:
        text = "".join(shown(written[f"{article.address}index.md"].decode()).get_text().split())
        for block in article.blocks:
            assert "".join(block.text.split()) in text


def test_a_hostile_text_stays_a_text():
    page = Page("articles/x/", 'T: "x"', escape(HOSTILE))
    tree = shown(page_markdown(page))
    assert not tree.find(["script", "img", "a", "em", "strong", "code", "h1", "table", "ol"])
    assert tree.get_text().strip() == HOSTILE


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp"]), min_size=1))
def test_no_text_becomes_an_element(text):
    tree = shown(page_markdown(Page("x/", "t", escape(f"a {text} b"))))
    assert tree.find(["script", "img", "a", "em", "strong", "code", "h1", "h2", "table", "ol", "ul"]) is None


def test_front_matter_is_yaml_whatever_the_title():
    assert page_markdown(Page("x/", 'a: "b" #c', escape("text"))).startswith('---\ntitle: "a: \\"b\\" #c"\n---\n')


def test_the_command_writes_pages_and_data(tmp_path, project):
    result = CliRunner().invoke(main, ["export", "--seeds", str(project / "seeds"), str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out/index.md").is_file()
    assert (tmp_path / "out/data/articles.json").is_file()
