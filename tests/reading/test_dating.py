import pytest

from newsarchive.article import Origin
from newsarchive.reading.dating import date_of
from newsarchive.reading.metadata import Metadata
from newsarchive.reading.text import read_text

NONE = Metadata()
POST = "Water https://t.co/a pic.twitter.com/b — Town Hall (@townhall)"
TEXT = "The river rose on March 2, 2021, the mayor said."


def dated(text: str, sidecar: Metadata = NONE, front_matter: Metadata = NONE):
    body = read_text(text)
    date, origin, evidence = date_of(sidecar, front_matter, body)
    words = next(
        (b.text[evidence.start : evidence.end] for b in body.blocks if evidence and b.id == evidence.block), None
    )
    return date, origin, words


def test_the_sidecar_comes_before_front_matter_before_text():
    text = f" date 2021-03-04 {TEXT}"
    assert dated(text, Metadata(date="2021~"), Metadata(date="2020")) == ("2021~", Origin.SIDECAR, None)
    assert dated(text, NONE, Metadata(date="2020")) == ("2020", Origin.FRONT_MATTER, None)
    assert dated(text) == ("2021-03-04", Origin.TEXT, None)


@pytest.mark.parametrize("line", ["March 4 , 2021", "2021-03-04", "Thursday, 4 March 2021"])
def test_a_line_that_is_nothing_but_a_date_states_it_first_or_below_the_headline(line):
    assert dated(f"{line}\n{TEXT}") == ("2021-03-04", Origin.TEXT, None)
    assert dated(f"Flood in Oldtown\n{line}\n{TEXT}") == ("2021-03-04", Origin.TEXT, None)


def test_a_glued_date_comes_before_a_dateline():
    assert dated(f" date 2021-03-05 Flood in Oldtown\nMarch 4, 2021\n{TEXT}")[0] == "2021-03-05"


@pytest.mark.parametrize(
    "text", [TEXT, f"{TEXT}\nMarch 4, 2021\n{TEXT}", f"Flood in Oldtown\n{TEXT}\nMarch 4, 2021", "Flood\n3/4/2021\nx."]
)
def test_a_date_in_the_body_is_never_taken(text):
    assert dated(text) == (None, Origin.UNKNOWN, None)


def test_posts_of_one_day_are_evidence_of_it():
    text = f"{TEXT}\n{POST} March 4, 2021\n{TEXT}\n{POST} 4 March 2021"
    assert dated(text) == ("2021-03-04", Origin.INFERRED, "March 4, 2021")


def test_posts_of_several_days_leave_the_latest_uncertain():
    text = f"{POST} March 4, 2021\n{POST} March 6, 2021\n{POST} March 5, 2021"
    assert dated(text) == ("2021-03-06?", Origin.INFERRED, "March 6, 2021")


def test_a_post_whose_date_cannot_be_read_is_no_evidence():
    assert dated(f"{TEXT}\n{POST} 4 Mart 2021") == (None, Origin.UNKNOWN, None)
    assert dated(f"{TEXT}\n{POST} February 30, 2021") == (None, Origin.UNKNOWN, None)
