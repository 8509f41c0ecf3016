"""Words: what is one, which are equal, and where each stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.annotate.passages.apparatus import apparatus_of
from newsarchive.annotate.passages.words import words_of_few
from newsarchive.article import Block, BlockKind, Range, Span


def texts_of(words):
    return [words.text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("... — !", []),
        ("Baku's 143,000 or 11.8%, 'so' he.", ["Baku's", "143,000", "or", "11.8", "so", "he"]),
        ("Upper-Ostra end.Start", ["Upper", "Ostra", "end", "Start"]),
        ("Ağdam İzmir naïve", ["Ağdam", "İzmir", "naïve"]),
        ("拉萨 市 ไทย", ["拉", "萨", "市", "ไ", "ท", "ย"]),
        ("Ostrahttps://t.co/abc and @handle", ["Ostra", "https", "t", "co", "abc", "and", "handle"]),
        ("co\u00adoperate", ["co\u00adoperate"]),
    ],
)
def test_a_word_is_a_run_of_letters_and_digits(words, text, found):
    assert texts_of(words(text)) == found


@pytest.mark.parametrize(
    ("one", "two", "equal"),
    [
        ("Été", "ete", True),
        ("Baku’s", "baku's", True),
        ("ＡＢＣ", "abc", True),
        ("cooperate", "co\u00adoperate", True),
        ("Ostra", "Ostre", False),
        ("ab", "ba", False),
        ("", "a", False),
    ],
)
def test_words_are_equal_when_their_folded_letters_are(words, one, two, equal):
    assert (words(one).keys.tolist() == words(two).keys.tolist()) is equal


@given(st.lists(st.text(max_size=40), max_size=5))
def test_every_letter_stands_in_one_word_at_its_place(words, texts):
    found = words(*texts)
    spans = [found.spans(number, number + 1) for number in range(found.count)]
    assert all(len(span) == 1 for span in spans)
    told = [(span[0].block, found.article.text_of(span[0])) for span in spans]
    assert told == sorted(told, key=lambda each: int(each[0][1:]))
    for number, text in enumerate(texts, 1):
        inside = "".join(word for block, word in told if block == f"p{number}")
        assert [c for c in inside if counted(c)] == [c for c in text if counted(c)]


def counted(letter):
    return letter.isalnum() and letter != "ʼ"  # an apostrophe, and alone no word


@given(st.lists(st.text(max_size=30), min_size=1, max_size=4), st.data())
def test_the_spans_of_many_words_cover_them_block_by_block(words, texts, data):
    found = words(*texts)
    first = data.draw(st.integers(0, found.count))
    last = data.draw(st.integers(first, found.count))
    spans = found.spans(first, last)
    assert len({span.block for span in spans}) == len(spans)
    (parts,), _ = words_of_few([(found.article, spans)])
    assert parts.keys.tolist() == found.keys[first:last].tolist()


def test_addresses_bylines_and_credits_are_apparatus():
    post = Block("p1", BlockKind.POST, "Army enters https://t.co/x — NAME (@n) May 1, 2020", Range(0, 1), "NAME (@n)")
    caption = Block("p1", BlockKind.CAPTION, "A port. (Photo/Ann) Credit: Ann", Range(0, 1), "Ann", "Ann")
    plain = Block("p1", BlockKind.CAPTION, "A port.", Range(0, 1), "Ann")
    bare = Block("p1", BlockKind.POST, "No dash here NAME", Range(0, 1), "NAME")
    assert [post.text[slice(*span)] for span in apparatus_of(post)][-1] == "— NAME (@n) May 1, 2020"
    assert [caption.text[slice(*span)] for span in apparatus_of(caption)] == ["(Photo/Ann) Credit: Ann"]
    assert [plain.text[slice(*span)] for span in apparatus_of(plain)] == [""]
    assert [bare.text[slice(*span)] for span in apparatus_of(bare)] == [""]


def test_a_part_s_words_stand_where_they_stand_in_the_article(words):
    found = words("The ferry sailed again.", "It came back.")
    (part,), _ = words_of_few([(found.article, (Span("p1", 4, 16), Span("p2", 3, 12)))])
    assert texts_of(part) == ["ferry", "sailed", "came", "back"]
    assert part.spans(1, 3) == (Span("p1", 10, 16), Span("p2", 3, 7))
