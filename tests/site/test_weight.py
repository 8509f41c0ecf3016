"""What a reader has to load: the pages, styles and scripts that are our own stay light."""

import gzip
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import newsarchive
from newsarchive.mkdocs.stylesheet import minified

ASSETS = Path(newsarchive.__file__).parent / "theme/material/assets/newsarchive"


def test_styles_are_at_most_20_kilobytes():
    assert sum(len(minified(path.read_text("utf-8")).encode()) for path in ASSETS.glob("*.css")) <= 20_000


def test_scripts_are_at_most_15_kilobytes(project_site):
    assert sum(path.stat().st_size for path in project_site.glob("assets/newsarchive/*.js")) <= 15_000


def test_the_site_holds_no_script_or_style_that_no_page_loads(project_site):
    pages = "".join(path.read_text("utf-8") for path in project_site.rglob("*.html"))
    files = [path for ending in ("js", "css", "map") for path in project_site.glob(f"assets/**/*.{ending}")]
    assert len(files) == 3
    assert all(path.name in pages for path in files)


def test_no_page_loads_a_script_that_is_not_ours(project_site):
    for path in project_site.rglob("*.html"):
        scripts = BeautifulSoup(path.read_text("utf-8"), "lxml").find_all("script", src=True)
        assert all("assets/newsarchive/" in script["src"] for script in scripts), path


@pytest.fixture(scope="module")
def article_pages(project_site):
    return sorted(project_site.glob("articles/*/index.html"))


def per_500_words(size, html):
    """Return what `size` comes to for 500 words of the article itself; what is shorter counts as 500."""
    blocks = BeautifulSoup(html, "lxml").select(".na-text > div > :first-child")
    return size / max(500, sum(len(block.get_text().split()) for block in blocks)) * 500


def test_five_hundred_words_make_at_most_20_kilobytes_of_our_own(article_pages):
    for path in article_pages:
        html = path.read_text("utf-8")
        own = html[html.index('<div class="na-page') : html.index("</article>")]
        assert per_500_words(len(own.encode()), html) <= 20_000, path


def test_a_page_of_five_hundred_words_is_at_most_12_kilobytes_over_the_wire(article_pages):
    for path in article_pages:
        content = path.read_bytes()
        assert per_500_words(len(gzip.compress(content)), content) <= 12_000, path


def test_the_first_paint_waits_for_no_script_of_ours(article_pages):
    soup = BeautifulSoup(article_pages[0].read_text("utf-8"), "lxml")
    assert not soup.head.find_all("script", src=True)
