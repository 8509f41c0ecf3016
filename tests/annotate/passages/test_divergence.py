"""Divergence: each kind, where the witnesses differ in it."""

import pytest

from newsarchive.annotate.passages import find_passages
from newsarchive.annotation import Annotations, DateExpression, DateRole, Mention, Resolution
from newsarchive.article import Span

BEFORE = "when the old ferry left the harbour of the island at dawn with"
AFTER = "aboard and a cargo of salt, the keeper of the light wrote it into his book"


@pytest.fixture
def kinds(article):
    """Tell the kinds of the divergences of two texts; mentions and dates are (text, value) of either."""

    def find(one, two, mentions=(), dates=()):
        made = [article("a", one, date="2020-01-01"), article("b", two, date="2020-01-02")]
        spans = [
            (
                each.id,
                Span("p1", each.blocks[0].text.index(text), each.blocks[0].text.index(text) + len(text)),
                text,
                value,
            )
            for each in made
            for text, value in (*mentions, *dates)
            if text in each.blocks[0].text
        ]
        annotations = {
            each.id: Annotations(
                mentions=tuple(
                    Mention(a, s, t, v, t, Resolution.ONLY)
                    for a, s, t, v in spans
                    if a == each.id and (t, v) in mentions
                ),
                dates=tuple(
                    DateExpression(a, s, t, v, DateRole.PAST)
                    for a, s, t, v in spans
                    if a == each.id and (t, v) in dates
                ),
            )
            for each in made
        }
        (passage,) = find_passages(made, annotations).passages
        return [(each.kind.value, [reading.text for reading in each.readings]) for each in passage.divergences]

    return find


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("forty people", "fifty people", "number"),
        ("143,000 people", "134,000 people", "number"),
        ("3 people", "4 people", "number"),
        ("٣ people", "٤ people", "number"),
        ("happy people", "sad people", "word"),
        ("many happy people", "many people", "omission"),
        ("many people", "many happy people", "addition"),
    ],
)
def test_a_change_is_named_by_what_changed(kinds, one, two, kind):
    ((found, _),) = kinds(f"{BEFORE} {one} {AFTER}", f"{BEFORE} {two} {AFTER}")
    assert found == kind


def test_one_entity_under_two_names_is_another_kind_than_two_entities(kinds):
    same = [("Ostra", "places/ostra"), ("Upper-Ostra", "places/ostra")]
    other = [("Ostra", "places/ostra"), ("Wend", "places/wend")]
    assert kinds(f"{BEFORE} Upper-Ostra {AFTER}", f"{BEFORE} Ostra {AFTER}", same) == [
        ("name", ["Upper-Ostra", "Ostra"])
    ]
    assert kinds(f"{BEFORE} Wend {AFTER}", f"{BEFORE} Ostra {AFTER}", other) == [("entity", ["Wend", "Ostra"])]


def test_a_name_in_a_rewritten_clause_does_not_make_it_a_name(kinds):
    names = [("Ostra", "places/ostra"), ("Wend", "places/wend")]
    ((kind, _),) = kinds(
        f"{BEFORE} what sailors of Ostra knew {AFTER}", f"{BEFORE} some Wend never heard from {AFTER}", names
    )
    assert kind == "word"


def test_a_changed_date_is_a_date_even_where_a_number_changed(kinds):
    dates = [("Nov. 25", "2020-11-25"), ("Nov. 26", "2020-11-26")]
    assert kinds(f"{BEFORE} Nov. 25 {AFTER}", f"{BEFORE} Nov. 26 {AFTER}", dates=dates) == [("date", ["25", "26"])]


@pytest.mark.parametrize("marks", ["“{}”", "«{}»", '"{}"'])
def test_words_changed_in_a_quotation_are_named_so(kinds, marks):
    one, two = (marks.format(f"nobody was {word} on board that day") for word in ("hurt", "harmed"))
    assert kinds(f"{BEFORE} {one} {AFTER}", f"{BEFORE} {two} {AFTER}") == [("quotation", ["hurt", "harmed"])]


def test_a_number_in_a_quotation_is_a_number(kinds):
    ((kind, _),) = kinds(f"{BEFORE} “all 40 of us” {AFTER}", f"{BEFORE} “all 50 of us” {AFTER}")
    assert kind == "number"


def test_what_moved_is_told_at_both_places(kinds):
    first, second = (
        f"{BEFORE} many people {AFTER}.",
        "Then a storm rose out of the north and took the sails with it at noon.",
    )
    assert kinds(f"{first} {second}", f"{second} {first}") == [("order", [second.rstrip("."), second.rstrip(".")])]
