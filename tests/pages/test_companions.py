from hypothesis import given
from hypothesis import strategies as st

from newsarchive.pages.companions import LIST_FROM, Companions

NAMES = st.frozensets(st.sampled_from("abcdef"))


def test_two_that_share_two_paragraphs(companions_in):
    found = companions_in([frozenset("ab"), frozenset("ab"), frozenset("ac")])
    assert found.of == {"a": [("b", 2), ("c", 1)], "b": [("a", 2)], "c": [("a", 1)]}
    assert (found.together("b", "a"), found.together("a", "c"), found.together("b", "c")) == (2, 1, 0)


def test_the_most_frequent_come_first_and_others_by_their_ids(companions_in):
    found = companions_in([("a", "d"), ("a", "b"), ("c", "a"), ("a", "c")])
    assert found.of["a"] == [("c", 2), ("b", 1), ("d", 1)]


def test_a_long_list_brings_nobody_together(companions_in):
    crowd = frozenset(str(number) for number in range(LIST_FROM + 1))
    assert companions_in([crowd]) == companions_in([]) == Companions()


@given(st.lists(NAMES, max_size=20))
def test_together_is_mutual_and_never_with_oneself(companions_in, blocks):
    found = companions_in(blocks)
    for one, listed in found.of.items():
        assert one not in dict(listed)
        for other, count in listed:
            assert (one, count) in found.of[other]
            assert count == found.together(one, other) == sum({one, other} <= block for block in blocks)
