import hashlib
import json

import pytest

from newsarchive.article import Article, Block, BlockKind, Origin, Range, Source
from newsarchive.export.citation import bibtex, cited_as, csl_json, ris, sentence

DIGEST = hashlib.sha256("Ä b.\n\nC.".encode()).hexdigest()


@pytest.fixture
def cite():
    """Make a citation of an article with the given values."""

    def make(**values):
        blocks = tuple(
            Block(f"p{n}", BlockKind.PARAGRAPH, text, Range(0, 0)) for n, text in enumerate(("Ä b.", "C."), 1)
        )
        plain = {"title": "Rain & {wind} 100%", "title_origin": Origin.SIDECAR, "date": "1920-05-04"}
        source = Source("The\nGazette", "https://g.example", "Ada Holm")
        article = Article(
            "tale", "tale.txt", blocks=blocks, **{"date_origin": Origin.SIDECAR, "source": source} | plain | values
        )
        return cited_as(article, "https://x.example/articles/tale/", "An archive")

    return make


def test_the_digest_is_that_of_the_blocks_joined_by_a_blank_line(cite):
    assert cite().note == f"SHA-256 of the text: {DIGEST}"


def test_every_form_has_the_address_the_date_and_the_digest(cite):
    citation = cite()

    for form in (sentence, csl_json, bibtex, ris):
        text = form(citation)
        assert citation.address in text
        assert DIGEST in text
    assert "1920-05-04" in sentence(citation)


def test_the_sentence_reads_as_one(cite):
    assert sentence(cite()) == (
        "Ada Holm, The Gazette. “Rain & {wind} 100%”. 1920-05-04. An archive. https://x.example/articles/tale/. "
        f"SHA-256 of the text: {DIGEST}."
    )
    assert sentence(cite(date=None, source=None)).startswith("“Rain & {wind} 100%”. no date. An archive.")


def test_guesses_are_noted_in_a_citation_too(cite):
    citation = cite(title_origin=Origin.DERIVED, date_origin=Origin.INFERRED, retold=True)

    assert citation.note.startswith(
        "wording by the archive, facts by the source; date inferred; title derived; SHA-256"
    )


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("1920-05-04", {"date-parts": [[1920, 5, 4]]}),
        ("1920-05", {"date-parts": [[1920, 5]]}),
        ("1920~", {"date-parts": [[1920]], "circa": True}),
        ("192X", {"literal": "192X"}),
        (None, None),
    ],
)
def test_csl_json_has_the_date_as_its_schema_wants_it(cite, date, issued):
    (item,) = json.loads(csl_json(cite(date=date)))

    assert item.get("issued") == issued
    assert item["author"] == [{"literal": "Ada Holm"}]


def test_bibtex_escapes_what_tex_would_read(cite):
    lines = bibtex(cite()).splitlines()

    assert lines[0] == "@misc{tale,"
    assert r"  title = {Rain \& \{wind\} 100\%}," in lines
    assert "  author = {{Ada Holm}}," in lines
    assert [line for line in lines if "year" in line or "month" in line] == ["  year = {1920},", "  month = {5},"]


def test_bibtex_escapes_a_brace_in_a_name_and_a_backslash(cite):
    text = bibtex(cite(source=Source("A~B", None, r"C}\D")))

    assert r"author = {{C\}\textbackslash{}D}}" in text
    assert r"howpublished = {A\textasciitilde{}B}" in text


def test_a_date_that_is_no_calendar_date_has_no_year(cite):
    assert "year" not in bibtex(cite(date="192X"))
    assert "date = {192X}" in bibtex(cite(date="192X"))
    assert "date" not in bibtex(cite(date=None))


def test_ris_has_one_field_a_line(cite):
    lines = ris(cite(title="Two\nlines", date="1920-05", source=None, language="fr")).splitlines()

    assert lines[:2] == ["TY  - NEWS", "TI  - Two lines"]
    assert "DA  - 1920/05//" in lines
    assert "LA  - fr" in lines
    assert lines[-1] == "ER  - "
    assert not any(line.startswith("DA") for line in ris(cite(date=None)).splitlines())
