"""Index: from how many articles on a text is a formula, and how their words are loaded."""

import pytest

from newsarchive.annotate.passages.formula import limit
from newsarchive.annotate.passages.words import Texts


def test_the_limit_grows_by_doubling():
    assert [limit(count) for count in (3, 1000, 1599, 1600, 3200, 10_000, 50_000)] == [10, 10, 10, 16, 32, 64, 256]
    changes = [count for count in range(1, 60_000) if limit(count) != limit(count - 1)]
    assert changes == [1600, 3200, 6400, 12_800, 25_600, 51_200]


def test_texts_are_loaded_once_and_only_when_asked_for(words):
    asked = []
    texts = Texts(3, lambda number: asked.append(number) or words("a"))
    assert (texts[2], len(texts)) == (texts[2], 3)
    assert asked == [2]
    with pytest.raises(IndexError):
        texts[3]
