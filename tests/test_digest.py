from hypothesis import given
from hypothesis import strategies as st

from newsarchive.digest import digest

PARTS = st.lists(st.text() | st.binary() | st.integers() | st.none())


@given(PARTS, PARTS)
def test_what_differs_has_another_digest(one, other):
    assert (digest(one) == digest(other)) is (one == other)


def test_a_digest_tells_where_a_part_ends_and_what_it_is():
    lists = [[b"ab", b"c"], [b"a", b"bc"], [b"abc"], ["abc"], ["abc", None], ["abc", ""], [1], ["1"], [], ["a\ud800"]]
    assert len({digest(parts) for parts in lists}) == len(lists)
    assert {len(digest(parts)) for parts in lists} == {16}


def test_equal_parts_have_one_digest_whether_they_are_one_object_or_two():
    assert digest(["ab" * 9, "ab" * 9]) == digest(["ab" * 9, "".join(["ab"] * 9)])
