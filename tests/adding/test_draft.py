import pytest
import yaml

from newsarchive.adding.brought import Form, read_brought
from newsarchive.adding.draft import article_of, drafted, sidecar_of, stem_of
from newsarchive.article import Origin
from newsarchive.problem import SeedsError

PAGE = (
    "<html lang=en><head><title>The ferry | Post</title><meta property=og:site_name content=Post>"
    '<meta property=og:title content="Ferry: &quot;no&quot; {{ config }} # - [x]">'
    "<meta property=article:published_time content=2031-01-13T08:00:00Z></head><body><article>"
    "<p>The ferry to Osterholm sailed again on Monday after five days of ice, and carried forty passengers.</p>"
    "<h2>Bread</h2><p>On the island the shop had been out of bread, said Ada Lind, and the oven was cold.</p>"
    "</article></body></html>"
)


def test_a_page_becomes_paragraphs_with_blank_lines_and_a_sidecar():
    draft = drafted(read_brought("a.html", PAGE.encode()))
    assert draft.form is Form.TEXT
    assert draft.seed.decode().split("\n\n")[1] == "Bread"
    article = article_of(draft, "ferry")
    assert (article.id, article.seed) == ("ferry", "ferry.txt")
    assert (article.title, article.title_origin) == ('Ferry: "no" {{ config }} # - [x]', Origin.SIDECAR)
    assert (article.date, article.source.name, article.language) == ("2031-01-13", "Post", "en")
    assert draft.places["title"] == "og:title"


def test_a_page_that_is_kept_states_itself():
    draft = drafted(read_brought("a.html", PAGE.encode()), is_page_kept=True)
    assert (draft.seed, draft.facts) == (PAGE.encode(), {})
    article = article_of(draft)
    assert (article.title_origin, article.date_origin) == (Origin.PAGE, Origin.PAGE)
    assert article_of(draft.with_facts({"title": "Mine"})).title_origin is Origin.SIDECAR


def test_what_a_person_says_beats_what_the_page_says():
    draft = drafted(read_brought("a.html", PAGE.encode())).with_facts({"title": "Mine"})
    assert article_of(draft).title == "Mine"
    assert "title" not in draft.places


@pytest.mark.parametrize("value", ["a: b", "- x", "#", "no", "2031", "&a", "*a", "!x", "'", '"', "{", "%", "ё", "😀"])
def test_every_title_comes_back_as_it_was(value):
    written = sidecar_of({"title": value}, has_schema=True).decode()
    assert written.startswith("# yaml-language-server: $schema=sidecar.schema.json\n")
    assert yaml.safe_load(written) == {"title": value}
    text = drafted(read_brought("a.txt", b"A river rose over its banks.\n"))
    assert article_of(text.with_facts({"title": value})).title == value


def test_a_source_without_a_name_has_that_of_its_address():
    assert yaml.safe_load(sidecar_of({"url": "https://www.example.org/x"}, has_schema=False)) == {
        "source": {"name": "example.org", "url": "https://www.example.org/x"}
    }
    with pytest.raises(ValueError, match="--source"):
        sidecar_of({"author": "Kim Berg"}, has_schema=False)


def test_line_ends_become_those_of_unix_and_markdown_stays():
    draft = drafted(read_brought("a.md", b"\xef\xbb\xbf# Ferry\r\n\r\nIt sails.\r"))
    assert (draft.form, draft.seed) == (Form.MARKDOWN, b"# Ferry\n\nIt sails.\n")
    assert article_of(draft).title == "Ferry"


def test_what_the_archive_would_refuse_is_refused():
    with pytest.raises(SeedsError):
        article_of(drafted(read_brought("a.md", b"---\ncolour: red\n---\nText.\n")))


def test_files_are_named_in_ascii_and_never_twice():
    assert stem_of("Ağdam — “back”!", set()) == "agdam-back"
    assert stem_of("The ferry", {"the-ferry", "the-ferry-2"}) == "the-ferry-3"
    assert stem_of("!!!", set()) == "article"
    assert len(stem_of("word " * 40, set())) <= 60
    assert stem_of("x" * 100, set()) == "x" * 60
