from hypothesis import given
from hypothesis import strategies as st

from newsarchive.pages.parallel import _longest_rising, parallel


def _aligned(archive):
    alpha, beta = archive.article_by_id["alpha"], archive.article_by_id["beta"]
    return parallel(alpha, beta, [p for p in archive.passages if {w.article for w in p.witnesses} == {"alpha", "beta"}])


def test_what_stands_in_the_same_order_stands_side_by_side(harbour):
    rows = [(row.left, row.right, row.aligned) for row in _aligned(harbour).rows]

    assert rows == [
        ((), ("p1",), False),
        (("p1",), ("p2",), True),
        (("p2",), ("p3",), True),
        (("p3", "p4"), (), False),
    ]


def test_every_block_of_both_stands_in_one_row(harbour):
    aligned = _aligned(harbour)

    assert [block for row in aligned.rows for block in row.left] == [block.id for block in aligned.left.blocks]
    assert [block for row in aligned.rows for block in row.right] == [block.id for block in aligned.right.blocks]


def test_partners_are_the_blocks_that_share_words(harbour):
    aligned = _aligned(harbour)

    assert {block: list(found) for block, found in aligned.left_partners.items()} == {
        "p1": ["p2"], "p2": ["p3"], "p4": ["p1"],
    }  # fmt: skip
    assert {block: list(found) for block, found in aligned.right_partners.items()} == {
        "p2": ["p1"], "p3": ["p2"], "p1": ["p4"],
    }  # fmt: skip


@given(st.lists(st.integers(0, 12), max_size=12))
def test_the_rising_run_rises_and_none_is_longer(numbers):
    found = _longest_rising(numbers)
    longest = [0] * len(numbers)
    for position, number in enumerate(numbers):
        longest[position] = 1 + max((longest[at] for at in range(position) if numbers[at] < number), default=0)

    assert found == sorted(found)
    assert [numbers[at] for at in found] == sorted({numbers[at] for at in found})
    assert len(found) == max(longest, default=0)
