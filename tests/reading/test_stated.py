import pytest

from newsarchive.article import QuotedNote, Source
from newsarchive.reading.metadata import Metadata, StatedSource
from newsarchive.reading.stated import Stated, merged, read_stated, source_of

NOTES = """\
slug: flood
notes:
  - quote: the river
    text: Which one?
    by: Ann Example
    motive: questioning
  - {quote: a, text: b, by: c, prefix: d, suffix: e, date: 2021-03}
"""


def test_notes_know_where_they_are_stated():
    assert read_stated(NOTES, "a.md", first_line=2).notes == (
        QuotedNote("the river", "Which one?", "Ann Example", motive="questioning", path="a.md", line=4, column=5),
        QuotedNote("a", "b", "c", "d", "e", "2021-03", path="a.md", line=8, column=5),
    )


def test_a_slug_knows_where_it_is_stated():
    stated = read_stated(NOTES, "a.md", first_line=2)
    assert (stated.metadata.slug, stated.slug_place, stated.path) == ("flood", (2, 7), "a.md")


def test_nothing_is_stated_by_an_empty_text():
    assert read_stated("", "a.yml") == Stated(path="a.yml")


def test_a_slug_is_known_beside_other_problems():
    stated = read_stated("slug: flood\ncolour: red\n", "a.yml")
    assert stated.metadata == Metadata(slug="flood")
    assert [problem.code for problem in stated.problems] == ["unknown-key"]


@pytest.mark.parametrize("yaml", ["slug: No Slug\n", "slug: [a]\n", "- a\n", "words"])
def test_no_slug_is_known_where_it_is_no_slug(yaml):
    stated = read_stated(yaml, "a.yml")
    assert stated.metadata == Metadata()
    assert stated.problems


def test_a_text_that_is_no_yaml_is_not_read():
    stated = read_stated("title: 'x\n", "a.yml")
    assert not stated.is_read
    assert [problem.code for problem in stated.problems] == ["yaml-syntax"]


def test_every_wrong_value_is_a_problem_at_its_place():
    text = "title: ''\ndate: yesterday\nsource: {url: x}\nlanguage: '!'\nretold: yes\nslug: A\nnotes: [{motive: x}]\n"
    problems = read_stated(text, "a.yml").problems
    assert {problem.line for problem in problems} == {1, 2, 3, 4, 5, 6, 7}
    assert [problem.line for problem in problems].count(7) == 4


def test_a_sidecar_beats_front_matter_key_by_key():
    sidecar = Metadata(title="Side", source=StatedSource(name="a"))
    front = Metadata(title="Front", language="en", source=StatedSource(name="b", agency="c"))
    assert merged(sidecar, front) == Metadata(title="Side", language="en", source=StatedSource(name="a"))


def test_a_source_is_what_is_stated():
    assert source_of(StatedSource(name="a", agency="b")) == Source("a", agency="b")
    assert source_of(None) is None
