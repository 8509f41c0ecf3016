from hypothesis import given
from hypothesis import strategies as st

from newsarchive.pages.companions import LIST_FROM, companions

NAMES = st.frozensets(st.sampled_from("abcdef"))


def test_two_that_share_two_paragraphs():
    together = companions([frozenset("ab"), frozenset("ab"), frozenset("ac")])
    assert together["a"] == {"b": 2, "c": 1}
    assert together["b"] == {"a": 2}


def test_a_long_list_brings_nobody_together():
    crowd = frozenset(str(number) for number in range(LIST_FROM + 1))
    assert companions([crowd]) == {}


@given(st.lists(NAMES, max_size=20))
def test_together_is_mutual_and_never_with_oneself(blocks):
    together = companions(blocks)
    for one, counts in together.items():
        assert counts[one] == 0
        for other, count in counts.items():
            assert together[other][one] == count
            assert count == sum({one, other} <= block for block in blocks)
