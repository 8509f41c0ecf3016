import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from newsarchive.archive import Archive
from newsarchive.pages.page import Links
from newsarchive.pages.setting import Here, Setting


def test_here_makes_links_in_the_form_of_the_site():
    here = Here("articles/a/", Setting(Archive(()), Links(index="")))

    assert here.link("articles/b/", "p1") == "../b/#p1"
    assert here.link("") == "../../"
    assert here.file("data/articles.json") == "../../data/articles.json"


def test_only_foreign_languages_are_tagged():
    here = Here("", Setting(Archive(()), language="hy"))

    assert [here.foreign(tag) for tag in ("hy", "en", None)] == [None, "en", None]


def test_what_a_template_lacks_is_an_error_and_not_a_gap():
    with pytest.raises(UndefinedError):
        Setting(Archive(())).render("articles.html", "articles/")


def test_a_page_is_markup_and_what_it_shows_is_escaped():
    html = Setting(Archive(())).render("passages.html", "passages/", entries=())

    assert isinstance(html, Markup)
