"""A seed that tries to be more than text shows as the text that it is."""

import re

import pytest

PARAGRAPHS = (
    "The council of Arden met. <script>alert(1)</script> </p></div></body></html> It went home.",
    "A link [x](javascript:alert(1)) and <a href='javascript:alert(1)'>another</a> and <img src=x onerror=alert(1)>.",
    "Templates {{ config }} {% raw %} ${config} #{config} <%= config %> stay as they are.",
    "# h is no heading and *this* is _not_ **bold**, said nobody.",
    "&amp; &lt;b&gt; &#60; &copy; are letters like any others.",
    "``` a fence ``` and ~~~ another ~~~ and `code`.",
    "One " + "w" * 5000 + " word.",
    "Right \u200fto\u200f left \u202eהפוך\u202c and \u2067שלום\u2069 marks.",
    '"Quoted <b>bold</b>," said Ada <i>Byron</i> on Nov. 25.',
)
SIDECAR = """\
title: "</title><script>alert('title')</script> & {{ config }}"
source: {name: "<b>The \\"Daily\\"</b>", author: "</p><script>alert(2)</script>"}
slug: hostile
"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory, build_project, write_files, read_site):
    folder = write_files(
        tmp_path_factory.mktemp("hostile"), {"seeds/x.txt": "\n\n".join(PARAGRAPHS), "seeds/x.yml": SIDECAR}
    )
    return read_site(build_project(folder / "site", folder / "seeds"))


@pytest.fixture(scope="module")
def hostile_page(hostile_site):
    return hostile_site.pages["articles/hostile/index.html"]


@pytest.mark.parametrize("number", range(len(PARAGRAPHS)))
def test_a_paragraph_shows_its_text_letter_by_letter(hostile_page, number):
    assert PARAGRAPHS[number] in hostile_page.soup.find(id=f"p{number + 1}").get_text()


def test_no_script_or_handler_comes_from_a_seed(hostile_site):
    for page in hostile_site.pages.values():
        assert "alert(" not in "".join(script.get_text() for script in page.soup.find_all("script"))
        assert [
            tag for tag in page.soup.find_all(name=re.compile(".")) if any(name.startswith("on") for name in tag.attrs)
        ] == []
        assert [href for _, href in page.references if href.lower().startswith("javascript:")] == []


def test_the_title_shows_as_it_was_written(hostile_page):
    title = "</title><script>alert('title')</script> & {{ config }}"
    assert hostile_page.soup.title.get_text().startswith(title)
    assert title in hostile_page.soup.h1.get_text()


def test_every_page_ends_where_its_template_ends(hostile_site):
    for page in hostile_site.pages.values():
        assert len(page.soup.find_all("body")) == 1, page.path
        assert page.html.count("</html>") == 1, page.path
