from bs4 import BeautifulSoup

from newsarchive.pages.divergence_html import divergences_html


def test_a_table_has_its_heads_and_rows():
    table = BeautifulSoup(divergences_html(("Kind", "First"), ["<tr><td>date</td></tr>"], 1, "None."), "lxml")

    assert [head.get_text() for head in table.select("thead th")] == ["Kind", "First"]
    assert [cell.get_text() for cell in table.select("tbody td")] == ["date"]
    assert not table.select("p")


def test_what_is_not_listed_is_counted():
    assert divergences_html(("Kind",), ["<tr></tr>"] * 2, 5, "None.").endswith('<p class="na-from">And 3 more.</p>')


def test_where_there_are_none_words_say_so():
    assert divergences_html(("Kind",), [], 0, "None.") == "<p>None.</p>"
