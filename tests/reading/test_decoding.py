import pytest

from newsarchive.problem import Problem
from newsarchive.reading.decoding import decoded, line_and_column


def refused(data: bytes) -> Problem:
    problem = decoded(data, "a.txt")
    assert isinstance(problem, Problem)
    return problem


def test_text_stays_as_it_is_but_for_the_byte_order_mark():
    text = "\ufeffa\r\nb\rc\td\f\v\u2028\x85\u202e"
    assert decoded(("\ufeff" + text).encode(), "a.txt") == text


def test_a_byte_that_is_no_utf8_is_shown_where_it_stands():
    problem = refused("Zeile eins\r\nÄr".encode() + b"\xe4rger")
    assert (problem.line, problem.column, problem.code) == (2, 3, "file-not-utf8")
    assert problem.message == "the file is not UTF-8: byte 16 is 0xE4"
    assert "UTF-8" in problem.hint


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_not_read(encoding):
    data = "Ärger im Café".encode(encoding)
    assert "UTF-16" in refused(b"\xff\xfe" + data).message
    assert "UTF-16" in refused(b"\xfe\xff" + data).message


def test_a_file_cut_in_the_middle_of_a_letter_is_not_utf8():
    assert refused("a\nbé".encode()[:-1]).line == 2


def test_control_characters_are_counted_and_the_first_is_shown():
    problem = refused(b"ab\r\nc\x00d\x1b[0m\x7f")
    assert (problem.line, problem.column, problem.code) == (2, 2, "file-control-characters")
    assert problem.message == "the file holds 3 control characters, the first is U+0000"
    assert "1 control character," in refused(b"\x08").message


def test_what_a_wrong_decoding_left_behind_is_let_through():
    assert decoded("It wasn\xe2\x80\x99t".encode(), "a.txt") == "It wasn\xe2\x80\x99t"


@pytest.mark.parametrize(
    ("text", "at", "place"), [("", 0, (1, 1)), ("a\nb", 2, (2, 1)), ("a\rb\r\nc", 5, (3, 1)), ("😀b", 1, (1, 2))]
)
def test_lines_and_columns_count_as_editors_do(text, at, place):
    assert line_and_column(text, at) == place
