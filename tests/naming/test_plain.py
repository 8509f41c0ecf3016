"""Plain text: what a person reads, and lines that can be pasted."""

import re

import yaml

from newsarchive.naming.plain import plain_text, times


def test_no_name_is_said():
    assert plain_text([]) == "The registry has every name that was found in the articles.\n"


def test_each_name_has_its_count_sentence_and_lines(seeds, suggested):
    text = plain_text(list(suggested(seeds).values()))
    assert text.startswith(
        "5 names are not in the registry, the most frequent first.\n\n1. Ada Lind: 2 times in one article\n"
    )
    assert "   President Ada Lind came by.\n   (from the article 'ferry')\n" in text
    assert "   Near it: Orlau (places/orlau): a letter or two differ\n" in text
    assert "The kind 'organisation' is a guess, because it is all in capitals" in text
    assert "newsarchive decide NAME same ENTITY --by YOU" in text


def test_the_lines_to_paste_are_yaml(seeds, suggested):
    text = plain_text(list(suggested(seeds).values()))
    pasted = re.findall(r"^- slug: (?:.+\n)+", text, re.MULTILINE)
    assert [yaml.safe_load(lines)[0]["slug"] for lines in pasted] == [
        "ada-lind",
        "osterholm",
        "shusha",
        "icyx",
        "orlaw",
    ]


def test_a_sentence_cannot_steer_a_terminal_nor_fill_a_screen(seeds, write_files, suggested):
    write_files(seeds, {"ferry.txt": f"They saw\u202e Osterholm {'and so on ' * 100}."})
    text = plain_text(list(suggested(seeds).values()))
    assert "\u202e" not in text
    assert max(map(len, text.splitlines())) < 260


def test_once_and_often():
    assert [times(1), times(1200)] == ["once", "1,200 times"]
