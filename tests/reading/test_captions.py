import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.reading.captions import Credit, may_hold_credits, photo_credit

WORDS = "A street in Oldtown under water, Thursday, March 4, 2021."


@pytest.mark.parametrize(
    ("end", "by", "credit"),
    [
        ("(AP Photo/Ann Example) Credit: Ann Example Credit: Ann Example", "AP Photo/Ann Example", "Ann Example"),
        (
            "(Oldtown Fire Brigade via AP) Credit: Uncredited Credit: Uncredited",
            "Oldtown Fire Brigade via AP",
            "Uncredited",
        ),
        ("(AP Photo/Ann Example, File)", "AP Photo/Ann Example, File", None),
        ("(Photo by Ann Example/Getty Images)", "Photo by Ann Example/Getty Images", None),
        ("(Ann Example/AFP)", "Ann Example/AFP", None),
        ("(REUTERS/Ann Example)", "REUTERS/Ann Example", None),
        ("[EPA/Ann Example].", "EPA/Ann Example", None),
        ("(Handout photo)", "Handout photo", None),
        ("(Town Hall via Xinhua News Agency)", "Town Hall via Xinhua News Agency", None),
        ("Photo: Ann Example", "Ann Example", None),
        ("Photo: Ann Example / Reuters", "Ann Example / Reuters", None),
        ("Photo by Ann van Example", "Ann van Example", None),
        ("Picture: AFP.", "AFP", None),
        ("Credit: Ann Example", None, "Ann Example"),
        ("Photo credit: Ann Example", None, "Ann Example"),
        ("Credit: Ann Example Credit: Bob Example", None, "Ann Example; Bob Example"),
        ("(a screenshot) Credit: Ann  Example", "a screenshot", "Ann Example"),
    ],
)
def test_a_caption_closes_with_its_credit(end, by, credit):
    assert photo_credit(f"{WORDS} {end}") == Credit(by, credit)
    assert photo_credit(end) == Credit(by, credit)


@given(st.lists(st.sampled_from(["(AP Photo/Ann)", "Photo by Ann", "Foto: Ann", "Credit: Ann", "Rain.", " ", "."])))
def test_where_no_credit_may_be_held_none_is(parts):
    text = "".join(parts)
    assert may_hold_credits(text, [(0, len(text))]) or photo_credit(text) is None
    assert not may_hold_credits(f"{WORDS}\n{WORDS}", [(0, len(WORDS)), (len(WORDS) + 1, 2 * len(WORDS) + 1)])


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        "",
        "The brigade is run by Associated Rescue (AR)",
        "He flew home (via Istanbul).",
        "She spoke to the Example Press Agency (EPA).",
        "The photo: it shows a street that nobody who lives there would know again",
        "They were shown. Images by drones of the valley were shown as well",
        "The bank asks for a letter of credit: it was refused twice in the last year by the ministry",
        "He took the picture (the one with the bridge)",
        "Credit: the bank refused it to every farmer in the valley",
        "Photo:",
        "Credit:",
        "Credit: Credit:",
    ],
)
def test_a_paragraph_is_no_caption(text):
    assert photo_credit(text) is None
