"""Cutting: a text is cut the same whatever texts are cut with it, and however long it is."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.annotate.passages import cutting
from newsarchive.annotate.passages.cutting import cut

ODD = "aé9'’., \n\u00ad\u0301\u064bﬁՀم拉市ไ가\ud800\U0001f600@-－"
TEXTS = st.lists(st.text(st.sampled_from(ODD), max_size=30), max_size=5)


def cut_words(text):
    """Return the words of `text` and their keys."""
    found = cut([text])
    return [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)], found.keys.tolist()


@given(TEXTS)
def test_texts_that_are_cut_together_are_cut_as_each_alone(texts):
    found = cut(texts)
    assert len(found.bounds) == len(texts) + 1
    assert len(found.keys) == found.bounds[-1]
    for text, start, end in zip(texts, found.bounds, found.bounds[1:], strict=False):
        alone = cut([text])
        for name in ("keys", "starts", "ends"):
            assert getattr(found, name)[start:end].tolist() == getattr(alone, name).tolist()


def test_a_batch_ends_between_two_texts(monkeypatch):
    texts = [f"the ferry {number} sailed" for number in range(10)]
    whole = cut(texts)
    monkeypatch.setattr(cutting, "_BATCH_LETTERS", 40)
    parted = cut(texts)
    assert np.array_equal(parted.keys, whole.keys)
    assert np.array_equal(parted.starts, whole.starts)
    assert parted.bounds.tolist() == whole.bounds.tolist() == list(range(0, 44, 4))


def test_no_texts_have_no_words():
    assert (cut([]).bounds.tolist(), len(cut([]).keys)) == ([0], 0)


@given(st.lists(st.text(st.sampled_from("aé9ﬁՀم"), min_size=1, max_size=5), min_size=1, max_size=8), st.data())
def test_what_is_silent_changes_no_key(words, data):
    silent = st.text(st.sampled_from("\u00ad\u0301\u200d"), max_size=2)
    soft = ["".join(letter + data.draw(silent) for letter in word) for word in words]
    assert cut_words(" ".join(soft)) == (soft, cut_words(" ".join(words))[1])


def test_an_apostrophe_that_joins_is_silent_and_any_other_parts():
    assert cut_words("Baku’s 11.8")[1] == cut_words("bakus 118")[1]
    assert cut_words("'a' 9. 9.a a’9")[0] == ["a", "9", "9", "a", "a", "9"]


def test_what_is_silent_beside_an_ideograph_is_a_word_of_its_own():
    assert cut_words("\u00ad拉\u00ad")[0] == ["\u00ad", "拉", "\u00ad"]
    assert cut_words("拉市")[1] == cut_words("拉 市")[1]


def test_a_very_long_text_and_a_very_long_word_are_cut_as_short_ones_are():
    text = "ferry " * 50_000
    assert set(cut([text]).keys.tolist()) == set(cut(["ferry"]).keys.tolist())
    long, soft = "ab" * 100_000, "a\u00adb" * 100_000
    assert cut_words(long)[1] == cut_words(soft)[1] != cut_words(long + "a")[1]


def test_texts_with_a_sign_of_an_address_are_marked():
    texts = ["a word", "see www.example.org", "by @ship", "", "at http://example.org"]
    assert cut(texts).addressed.tolist() == [False, True, True, False, True]
