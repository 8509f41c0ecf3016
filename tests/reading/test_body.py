from newsarchive.article import BlockKind, Range
from newsarchive.reading.body import Piece, as_blocks, recognised

POST = "Water in the streets https://t.co/a1 pic.twitter.com/b2"
BYLINE = "— Town Hall (@townhall) March 4, 2021"
CAPTION = "A street in Oldtown. (AP Photo/Ann Example)"


def told(*paragraphs: str) -> list[tuple[BlockKind, str, str | None, str | None]]:
    text = "\n".join(paragraphs)
    starts = [sum(len(one) + 1 for one in paragraphs[:number]) for number in range(len(paragraphs))]
    ranges = [Range(start, start + len(one)) for start, one in zip(starts, paragraphs, strict=True)]
    pieces = recognised(text, [Piece(BlockKind.PARAGRAPH, where) for where in ranges])
    return [(block.kind, block.text, block.by, block.credit) for block in as_blocks(text, pieces)]


def test_a_byline_on_its_own_line_belongs_to_the_post_before_it():
    assert told("Before.", POST, BYLINE, "After.") == [
        (BlockKind.PARAGRAPH, "Before.", None, None),
        (BlockKind.POST, f"{POST}\n{BYLINE}", "Town Hall (@townhall)", None),
        (BlockKind.PARAGRAPH, "After.", None, None),
    ]


def test_a_byline_belongs_to_a_post_without_links_too():
    assert told("The bridge is closed.", BYLINE)[0][1] == f"The bridge is closed.\n{BYLINE}"


def test_a_byline_on_the_same_line_closes_a_post():
    assert told(f"{POST} {BYLINE}") == [(BlockKind.POST, f"{POST} {BYLINE}", "Town Hall (@townhall)", None)]


def test_text_that_runs_on_behind_a_byline_is_a_paragraph_of_its_own():
    assert [(kind, text) for kind, text, _, _ in told(f"{POST} {BYLINE} The mayor spoke. {POST} {BYLINE}")] == [
        (BlockKind.POST, f"{POST} {BYLINE}"),
        (BlockKind.POST, f"The mayor spoke. {POST} {BYLINE}"),
    ]
    assert told(f"{POST} {BYLINE} The mayor spoke.")[1] == (BlockKind.PARAGRAPH, "The mayor spoke.", None, None)


def test_two_bylines_do_not_share_a_post():
    assert [kind for kind, *_ in told(POST, BYLINE, BYLINE)] == [BlockKind.POST, BlockKind.POST]


def test_a_byline_that_opens_the_text_is_a_post():
    assert told(BYLINE) == [(BlockKind.POST, BYLINE, "Town Hall (@townhall)", None)]


def test_a_post_that_lost_its_byline_is_a_post_of_nobody():
    assert told(POST, "After.") == [(BlockKind.POST, POST, None, None), (BlockKind.PARAGRAPH, "After.", None, None)]


def test_a_credit_on_its_own_line_belongs_to_the_caption_before_it():
    assert told(CAPTION, "Credit: Ann Example") == [
        (BlockKind.CAPTION, f"{CAPTION}\nCredit: Ann Example", "AP Photo/Ann Example", "Ann Example")
    ]


def test_a_credit_behind_a_credited_caption_stays_alone():
    assert len(told(f"{CAPTION} Credit: Ann Example", "Credit: Bob Example")) == 2


def test_headings_are_left_as_they_are():
    piece = Piece(BlockKind.HEADING, Range(0, len(POST)))
    assert recognised(POST, [piece]) == [piece]
