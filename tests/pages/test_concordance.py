from hypothesis import given
from hypothesis import strategies as st

from newsarchive.article import Article, Block, BlockKind, Origin, Range, Span
from newsarchive.pages.concordance import by_article, line_around, line_of, sentence_of


def article(text):
    block = Block("p1", BlockKind.PARAGRAPH, text, Range(0, len(text)))
    return Article("one", "one.txt", "One", Origin.SIDECAR, None, Origin.UNKNOWN, (block,))


def shown(line):
    return "".join(piece.text for piece in line.pieces)


def marked(line):
    return [piece.text for piece in line.pieces if piece.marked]


def test_a_mark_stands_in_its_own_sentence():
    line = line_around(article("It rained. The port closed early. It snowed."), Span("p1", 15, 19))
    assert shown(line) == "The port closed early."
    assert marked(line) == ["port"]
    assert not line.cut_before
    assert not line.cut_after


def test_several_marks_share_one_line():
    one = article("The port and the quay closed.")
    sentence = sentence_of(one, Span("p1", 4, 8))
    line = line_of(one, sentence, [Span("p1", 17, 21), Span("p1", 4, 8)], ["by default", "by default"])
    assert marked(line) == ["port", "quay"]
    assert line.notes == ("by default",)


def test_where_marks_overlap_no_letter_is_shown_twice():
    one = article("The port of Norvik closed.")
    line = line_of(one, sentence_of(one, Span("p1", 4, 8)), [Span("p1", 4, 18), Span("p1", 12, 18)])
    assert shown(line) == "The port of Norvik closed."
    assert marked(line) == ["port of Norvik"]


def test_a_sentence_without_end_is_cut_between_words():
    text = "word " * 2000 + "port" + " word" * 2000
    line = line_around(article(text), Span("p1", 10000, 10004))
    assert marked(line) == ["port"]
    assert line.cut_before
    assert line.cut_after
    assert len(shown(line)) < 700
    assert set(shown(line).split()) == {"word", "port"}


def test_a_word_without_end_is_cut_within():
    line = line_around(article("x" * 5000), Span("p1", 2500, 2504))
    assert len(shown(line)) < 700


@given(st.data())
def test_a_line_is_a_stretch_of_the_text_and_marks_what_it_was_given(data):
    text = data.draw(st.text("ab .\n“”\u05d0", min_size=1, max_size=2000))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    line = line_around(article(text), Span("p1", start, end))
    assert shown(line) in text
    assert marked(line) == [text[start:end]]


def test_lines_are_grouped_by_their_articles():
    one, other = (
        article("A port."),
        Article("other", "o.txt", "O", Origin.TEXT, None, Origin.TEXT, article("B port.").blocks),
    )
    lines = [
        line_around(one, Span("p1", 2, 6)),
        line_around(one, Span("p1", 0, 1)),
        line_around(other, Span("p1", 0, 1)),
    ]
    groups = by_article(lines)
    assert [(group.article.id, len(group.lines)) for group in groups] == [("one", 2), ("other", 1)]
