"""Real builds: what they write, and what they leave alone."""

import logging

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort

from newsarchive.export import data

SEED = 'date 2020-11-20 The bridge at Arden was opened on Thursday. "It carries," said the engineer Ada Byron.\n'
OLD = {"site/index.html": "the old site", "site/articles/old/index.html": "an old article"}


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def errors(caplog):
    return [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]


def test_the_same_seeds_give_the_same_bytes_at_any_time(tmp_path, build_project, project, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    settings = {"site_url": "https://archive.example/"}
    then = build_project(tmp_path / "then", project / "seeds", **settings)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    now = build_project(tmp_path / "now", project / "seeds", **settings)
    assert contents(then) == contents(now)


def test_the_sitemap_names_permanent_addresses_and_no_day(tmp_path, build_project, project):
    site = build_project(tmp_path, project / "seeds", site_url="https://archive.example/a/")
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://archive.example/a/</loc>" in sitemap
    assert "<loc>https://archive.example/a/articles/</loc>" in sitemap
    assert "index.html" not in sitemap
    assert "lastmod" not in sitemap


@pytest.mark.parametrize(
    "seeds",
    [
        {"empty.txt": ""},
        {"latin.txt": b"caf\xe9 au lait\n"},
        {"one.txt": SEED, "one.yml": "titel: One\n"},
        {"one.txt": SEED, "registry/people.yml": "- what is this\n"},
    ],
    ids=["empty", "not UTF-8", "unknown key", "bad registry"],
)
def test_a_build_that_fails_on_a_seed_says_where_and_leaves_the_old_site_as_it_was(
    tmp_path, build_site, write_files, caplog, seeds
):
    write_files(tmp_path, OLD | {f"seeds/{name}": content for name, content in seeds.items()})
    with pytest.raises(Abort):
        build_site(tmp_path)
    (problem, summary) = errors(caplog)
    assert problem.startswith(tuple(f"newsarchive: {name}:1:" for name in seeds))
    assert summary == "The seeds have 1 problem; the site is left as it was."
    assert contents(tmp_path / "site") == {path.removeprefix("site/"): text.encode() for path, text in OLD.items()}


def test_a_page_of_the_docs_at_an_address_of_the_archive_fails_before_the_old_site_is_touched(
    tmp_path, build_site, write_files, caplog
):
    write_files(tmp_path, OLD | {"seeds/one.txt": SEED, "docs/people.md": "# Mine\n"})
    with pytest.raises(Abort):
        build_site(tmp_path)
    assert len(errors(caplog)) == 1
    assert "'people.md'" in errors(caplog)[0]
    assert contents(tmp_path / "site") == {path.removeprefix("site/"): text.encode() for path, text in OLD.items()}


def test_a_page_that_people_write_links_to_pages_and_anchors_of_the_archive(tmp_path, build_site, write_files):
    write_files(
        tmp_path,
        {
            "seeds/one.txt": SEED,
            "seeds/one.yml": "slug: one\n",
            "docs/method/index.md": "[One](../articles/one/index.md#p1)\n",
        },
    )
    site = build_site(tmp_path, validation={"links": {"anchors": "warn"}})
    assert 'href="../articles/one/#p1"' in (site / "method/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", ["articles/two/index.md", "articles/one/index.md#p99"])
def test_a_page_that_people_write_may_not_link_to_what_the_archive_lacks(tmp_path, build_site, write_files, target):
    write_files(
        tmp_path,
        OLD | {"seeds/one.txt": SEED, "seeds/one.yml": "slug: one\n", "docs/method/index.md": f"[It](../{target})\n"},
    )
    with pytest.raises(Abort, match="1 warnings"):
        build_site(tmp_path, validation={"links": {"anchors": "warn"}})
    assert contents(tmp_path / "site") == {path.removeprefix("site/"): text.encode() for path, text in OLD.items()}
    assert not list(tmp_path.glob(".site.*"))


def test_a_build_that_is_not_strict_is_published_with_its_warnings(tmp_path, build_site, write_files):
    write_files(tmp_path, OLD | {"seeds/one.txt": SEED, "docs/method/index.md": "[It](../two/index.md)\n"})
    assert (build_site(tmp_path, strict=False) / "method/index.html").is_file()


def test_the_edit_link_of_an_article_leads_to_its_seed(tmp_path, build_project, project):
    repository = {"repo_url": "https://github.com/owner/archive", "edit_uri": "edit/main/docs/"}
    site = build_project(tmp_path, project / "seeds", **repository)
    seeds = sorted(path.name for path in (project / "seeds").glob("*.txt"))
    edited = {
        link["href"]
        for page in (site / "articles").glob("*/index.html")
        for link in BeautifulSoup(page.read_text(encoding="utf-8"), "lxml").select("a[rel=edit]")
    }
    assert sorted(edited) == [f"https://github.com/owner/archive/edit/main/seeds/{name}" for name in seeds]


def test_an_archive_without_seeds_is_a_site(tmp_path, build_project):
    (tmp_path / "seeds").mkdir()
    site = build_project(tmp_path / "site", tmp_path / "seeds")
    assert (site / "articles/index.html").is_file()


def test_a_link_to_a_data_file_leads_to_what_is_published_of_it(tmp_path, build_site, write_files, monkeypatch):
    monkeypatch.setattr(data, "MOST_TABLED", 0)
    monkeypatch.setattr(data, "MOST_PLAIN", 300)
    files = {
        "seeds/one.txt": SEED,
        "docs/data/index.md": "# Data\n",
        "docs/about.md": "[long](data/articles.json) [short](data/passages.json) [none](data/blocks.csv)\n",
    }
    site = build_site(write_files(tmp_path, files), use_directory_urls=False)
    soup = BeautifulSoup((site / "about.html").read_text("utf-8"), "lxml")
    hrefs = {link.get_text(): link["href"] for link in soup.article.find_all("a")}
    assert hrefs == {
        "long": "data/articles.json.gz",
        "short": "data/passages.json",
        "none": "data/index.html",
    }
    assert (site / "data/articles.json.gz").exists()
    assert (site / "data/passages.json").exists()
