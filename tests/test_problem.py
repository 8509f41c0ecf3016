from hypothesis import given
from hypothesis import strategies as st

from newsarchive.problem import Problem, SeedsError, quoted


def test_a_problem_is_one_line():
    problem = Problem("a.yml", 3, 7, "unknown-key", "the key 'x' is not known", "remove it")
    assert str(problem) == "a.yml:3:7: unknown-key the key 'x' is not known (remove it)"


def test_an_error_of_the_seeds_sorts_its_problems_and_prints_a_line_for_each():
    late, early = Problem("b.txt", 1, 1, "c", "m", "h"), Problem("a.txt", 2, 1, "c", "m", "h")
    error = SeedsError([late, early])
    assert error.problems == (early, late)
    assert str(error) == f"{early}\n{late}"


def test_what_a_file_holds_is_quoted_on_one_line():
    assert quoted("a\n b") == "'a b'"
    assert quoted("a\u202eb\x00") == "'a\ufffdb\ufffd'"


def test_what_a_file_holds_is_cut():
    assert quoted("x" * 61) == f"'{'x' * 59}…'"
    assert quoted("x" * 60) == f"'{'x' * 60}'"
    assert quoted("x " * 100_000).endswith("…'")


@given(st.text(max_size=400))
def test_a_quotation_is_always_short_and_printable(words):
    assert quoted(words).isprintable()
    assert len(quoted(words)) <= 62
