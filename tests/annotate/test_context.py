"""Context: the words around a name that several entities have."""

import pytest

from newsarchive.annotation import Resolution

CONTEXT, DEFAULT = Resolution.CONTEXT, Resolution.DEFAULT


@pytest.mark.parametrize(
    ("text", "id_", "cue"),
    [
        ("the Orlau district", "districts/orlau", "district"),
        ("the Orlau-district", "districts/orlau", "-district"),
        ("the Orlau region", "districts/orlau", "region"),
        ("the Orlau (district) and", "districts/orlau", "(district"),
        ("the district of Orlau", "districts/orlau", "district of"),
        ("The District of Orlau", "districts/orlau", "District of"),
        ("the town of Orlau", "places/orlau", "town of"),
        ("Orlau town", "places/orlau", "town"),
        ("the town Orlau", "places/orlau", "town"),
        ("Orlau’s town", "places/orlau", "'s town"),
        ("a town called Orlau", "places/orlau", "town called"),
        ("towns such as Paris and Orlau", "places/orlau", "towns such as"),
        ("the districts of Paris, Hollin and Orlau", "districts/orlau", "districts of"),
        ("the Orlau and Hollin districts", "districts/orlau", "districts"),
        ("the Orlau, New Paris, or Hollin districts", "districts/orlau", "districts"),
        ("Orlau and other districts", "districts/orlau", "districts"),
        ("Orlau, Paris and other small districts", "districts/orlau", "districts"),
        ("Orlau, Paris and Rome, three northern districts that fell", "districts/orlau", "districts"),
        ("Orlau, the first district to be given up", "districts/orlau", "district"),
        ("Orlau, a small town in the north", "places/orlau", "town"),
        ("Orlau — the district's main town — slept", "places/orlau", "town"),
        ("Orlau was a town of weavers", "places/orlau", "town"),
        ("Two districts change hands: Orlau, on Nov. 25, and Hollin", "districts/orlau", "districts"),
        ("Two districts change hands: Hollin, on Nov. 25, and Orlau", "districts/orlau", "districts"),
        ("Three districts (Paris, Orlau and Rome) fell", "districts/orlau", "districts"),
        ("three districts — the Orlau, Paris and Rome — fell", "districts/orlau", "districts"),
        ("The districts: Paris — the first — and Orlau", "districts/orlau", "districts"),
        ("the town of Orlau district", "districts/orlau", "district"),
        ("Orlau in Orlau District", "places/orlau", "in Orlau District"),
    ],
)
def test_the_words_around_decide(text, id_, cue, found):
    mention = next(mention for mention in found(text).mentions if mention.text == "Orlau")
    assert (mention.entity, mention.resolution, mention.cue) == (id_, CONTEXT, cue)


@pytest.mark.parametrize(
    "text",
    [
        "Orlau fell.",
        "Orlau and Hollin district",
        "Orlau and the Hollin district",
        "Orlau, the town of Paris and the district of Hollin",
        "in the district, Orlau slept",
        "Hollin's district council met Orlau",
        "the Hollin district of Orlau",
        "Three districts met. Then this: Orlau won",
        "Is it the districts? The answer: Orlau",
        "the Orlau, which",
        "Orlau, Paris, the districts of Rome",
        "Orlau and Paris, where districts fell",
        "Orlau, three districts away",
        "He saw the districts and left — Orlau fell",
        "districts. (Orlau)",
        "Orlau left when the town fell",
    ],
)
def test_words_that_speak_of_something_else_leave_the_default(text, found):
    mention = next(mention for mention in found(text).mentions if mention.text == "Orlau")
    assert (mention.entity, mention.resolution, mention.cue) == ("places/orlau", DEFAULT, None)


def test_words_that_speak_of_both_decide_nothing(found):
    (ambiguous,) = found("the town and district of Orlau").ambiguous
    assert ambiguous.candidates == ("districts/orlau", "places/orlau")


def test_without_a_default_nothing_is_guessed(found):
    finds = found("He left Wend.", "Later the city of Wend fell.", "Wend again.")
    assert [(mention.span.block, mention.entity) for mention in finds.mentions] == [("p2", "places/wend")]
    assert [(one.span.block, one.candidates) for one in finds.ambiguous] == [
        ("p1", ("districts/wend", "places/wend")),
        ("p3", ("districts/wend", "places/wend")),
    ]


def test_what_a_place_is_part_of_tells_two_of_a_kind_apart(found):
    finds = found("In Varn, Hollin, and Varn in the Orlau District, but not in the village of Varn.")
    assert [(one.entity, one.cue) for one in finds.mentions if one.text == "Varn"] == [
        ("places/varn-in-hollin", "Hollin"),
        ("places/varn", "in the Orlau District"),
    ]
    assert [one.candidates for one in finds.ambiguous] == [("places/varn", "places/varn-in-hollin")]


def test_a_town_beside_the_word_district_is_not_the_town(found, words):
    finds = found("the Naples district, and the town of Naples")
    assert [mention.span.start for mention in finds.mentions] == [37]
    (suppressed,) = finds.suppressed
    assert (suppressed.kind, suppressed.reason, suppressed.text, suppressed.detail) == (
        "mention",
        "no-district",
        "Naples",
        "places/naples",
    )
    assert words("the Naples and San Marco districts") == []
    assert words("in Naples district lines do not count")[:1] == []
    assert words("Naples and the Hollin district") == ["Naples", "Hollin"]
