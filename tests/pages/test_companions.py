from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from newsarchive.pages.companions import LIST_FROM, MOST_TIES, NEAREST

NAMES = st.frozensets(st.sampled_from("abcdefghijkl"))


def test_two_that_share_two_paragraphs(companions_in):
    found = companions_in([frozenset("ab"), frozenset("ab"), frozenset("ac")])
    assert [found.circle(name).nearest for name in "abc"] == [(("b", 2), ("c", 1)), (("a", 2),), (("a", 1),)]
    assert found.circle("a").beside == ()


def test_the_most_frequent_come_first_and_others_by_their_ids(companions_in):
    found = companions_in([("a", "d"), ("a", "b"), ("c", "a"), ("a", "c")])
    assert found.circle("a").nearest == (("c", 2), ("b", 1), ("d", 1))


def test_those_who_are_not_among_the_nearest_are_counted(companions_in):
    circle = companions_in(["abcdefghijk", "abcdefghijk", "ak"]).circle("a")
    assert circle.nearest == (("k", 3), *((name, 2) for name in "bcdefgh"))
    assert circle.more == 2


def test_a_long_list_brings_nobody_together(companions_in):
    crowd = [str(number) for number in range(LIST_FROM + 1)]
    assert companions_in([crowd]).circle("0") is None
    assert companions_in([]).circle("0") is None


def test_who_stands_alone_has_no_circle(companions_in):
    assert companions_in(["a", "bc"]).circle("a") is None


@given(st.lists(NAMES, max_size=20))
def test_a_circle_counts_the_blocks_that_name_both(companions_in, blocks):
    found = companions_in(blocks)
    for name in {name for block in blocks for name in block}:
        counts = {other: sum({name, other} <= block for block in blocks) for other in "abcdefghijkl" if other != name}
        listed = sorted(((other, count) for other, count in counts.items() if count), key=lambda one: (-one[1], one[0]))
        circle = found.circle(name)
        if not listed:
            assert circle is None
            continue
        assert circle.nearest == tuple(listed[:NEAREST])
        assert circle.more == len(listed) - len(circle.nearest)
        places = range(len(circle.nearest))
        times = {
            (one, other): sum({listed[one][0], listed[other][0]} <= block for block in blocks)
            for one, other in combinations(places, 2)
        }
        beside = [pair for pair, count in times.items() if count]
        strongest = sorted(beside, key=lambda pair: (-times[pair], [listed[place][0] for place in pair]))[:MOST_TIES]
        assert circle.beside == tuple(beside)
        assert circle.strongest == tuple(sorted(strongest))
