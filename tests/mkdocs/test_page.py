from markupsafe import Markup
from mkdocs.structure.files import File

from newsarchive.mkdocs.page import ArchivePage, table_of_contents
from newsarchive.pages.page import Heading, Page

HOSTILE = '</title><script>alert(1)</script> & "quoted"'
ESCAPED = "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;quoted&#34;"


def page_of(page, config, label=None):
    file = File.generated(config, f"{page.address}index.md", content="")
    made = ArchivePage(page, label, file, config)
    made.read_source(config)
    made.render(config, files=None)
    return made


def test_a_page_keeps_the_html_that_it_brings(tmp_path, site_config):
    html = Markup("<h1>One</h1>\n<p id='p1'># not *Markdown* {{ config }}</p>")
    page = Page("articles/one/", "One", html, headings=(Heading(2, "text", "Text"),))
    assert page_of(page, site_config(tmp_path)).content == html


def test_a_page_knows_every_anchor_that_others_may_link_to(tmp_path, site_config):
    html = Markup('<h2 id="text">Text</h2><p id="p1"><p class="a" id="p2"><p id=p3><p class=a id=p4-a>')
    page = Page("articles/one/", "One", html, headings=(Heading(2, "text", "Text"),))
    assert page_of(page, site_config(tmp_path)).present_anchor_ids == {"text", "p1", "p2", "p3", "p4-a"}


def test_titles_and_descriptions_are_escaped_once_for_themes_that_print_them_as_html(tmp_path, site_config):
    made = page_of(Page("articles/one/", HOSTILE, Markup("<p>"), description=HOSTILE), site_config(tmp_path))
    assert (made.title, made.meta["title"], made.meta["description"]) == (ESCAPED, ESCAPED, ESCAPED)


def test_the_label_of_the_nav_stands_in_the_nav_and_the_title_in_the_page(tmp_path, site_config):
    made = page_of(Page("articles/", "All 3 articles", Markup("<p>")), site_config(tmp_path), label="Articles")
    assert (made.title, made.meta["title"]) == ("Articles", "All 3 articles")


def test_a_page_without_a_description_leaves_the_site_description_in_force(tmp_path, site_config):
    assert "description" not in page_of(Page("a/", "A", Markup("<p>")), site_config(tmp_path)).meta


def test_headings_stand_one_below_the_other_whatever_their_levels():
    toc = table_of_contents([Heading(2, "a", "<a>"), Heading(3, "b", "B"), Heading(2, "c", "C")])
    assert [(link.title, link.id, link.children) for link in toc] == [
        ("&lt;a&gt;", "a", []),
        ("B", "b", []),
        ("C", "c", []),
    ]
