import pytest

from newsarchive.pages.counted import counted


@pytest.mark.parametrize(("number", "words"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles")])
def test_one_is_no_plural(number, words):
    assert counted(number, "article") == words
