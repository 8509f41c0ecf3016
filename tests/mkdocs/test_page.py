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


def outline(links):
    return [(link.title, link.id, outline(link.children)) for link in links]


def test_a_page_keeps_the_html_that_it_brings(tmp_path, site_config):
    html = Markup("<h1>One</h1>\n<p id='p1'># not *Markdown* {{ config }}</p>")
    page = Page("articles/one/", "One", html, headings=(Heading(2, "text", "Text"),))
    assert page_of(page, site_config(tmp_path)).content == html


def test_a_page_without_headings_has_a_place_to_skip_to(tmp_path, site_config):
    made = page_of(Page("search/", "Search", Markup("<h1>Search</h1>")), site_config(tmp_path))
    assert made.content == '<div id="content"><h1>Search</h1></div>'
    assert outline(made.toc) == [("Search", "content", [])]


def test_a_page_knows_every_anchor_that_others_may_link_to(tmp_path, site_config):
    page = Page("articles/one/", "One", Markup("<p>"), headings=(Heading(2, "text", "Text"),), anchors=("p1", "p2"))
    assert page_of(page, site_config(tmp_path)).present_anchor_ids == {"text", "p1", "p2"}


def test_titles_and_descriptions_are_escaped_once_for_themes_that_print_them_as_html(tmp_path, site_config):
    made = page_of(Page("articles/one/", HOSTILE, Markup("<p>"), description=HOSTILE), site_config(tmp_path))
    assert (made.title, made.meta["title"], made.meta["description"]) == (ESCAPED, ESCAPED, ESCAPED)


def test_the_label_of_the_nav_stands_in_the_nav_and_the_title_in_the_page(tmp_path, site_config):
    made = page_of(Page("articles/", "All 3 articles", Markup("<p>")), site_config(tmp_path), label="Articles")
    assert (made.title, made.meta["title"]) == ("Articles", "All 3 articles")


def test_a_page_without_a_description_leaves_the_site_description_in_force(tmp_path, site_config):
    assert "description" not in page_of(Page("a/", "A", Markup("<p>")), site_config(tmp_path)).meta


def test_headings_hang_below_the_nearest_earlier_heading_of_a_lower_level():
    levels = [(2, "a"), (3, "b"), (3, "c"), (2, "d"), (4, "e"), (3, "f")]
    toc = table_of_contents(Heading(level, id_, id_.upper()) for level, id_ in levels)
    assert outline(toc) == [
        ("A", "a", [("B", "b", []), ("C", "c", [])]),
        ("D", "d", [("E", "e", []), ("F", "f", [])]),
    ]


def test_a_first_heading_that_is_deeper_than_the_next_stands_at_the_root():
    toc = table_of_contents([Heading(4, "a", "<a>"), Heading(2, "b", "B")])
    assert outline(toc) == [("&lt;a&gt;", "a", []), ("B", "b", [])]
