from pathlib import Path

import pytest

from newsarchive.article import BlockKind, Origin, Source
from newsarchive.digest import digest
from newsarchive.reading.files import SeedFile
from newsarchive.reading.seed import read_seed
from newsarchive.reading.together import SeedReading

TEXT = "The river rose over its banks on Monday night.\nNobody was hurt.\n"
POST = "Water https://t.co/a pic.twitter.com/b\n— Town Hall (@townhall) March 4, 2021\n"


def reading(folder: Path, seed: str | bytes, sidecar: str | None = None, name: str = "a.txt") -> SeedReading:
    (folder / name).write_bytes(seed if isinstance(seed, bytes) else seed.encode())
    if sidecar is not None:
        (folder / "a.yml").write_text(sidecar, "utf-8")
    return read_seed(SeedFile(folder, name, None if sidecar is None else "a.yml"))


def codes(found: SeedReading) -> list[str]:
    assert found.article is None
    return [problem.code for problem in found.problems]


def test_a_bare_text_becomes_an_article(tmp_path):
    article = reading(tmp_path, TEXT + POST).article
    assert (article.id, article.seed) == ("a", "a.txt")
    assert (article.title, article.title_origin) == ("The river rose over its banks on Monday night.", Origin.DERIVED)
    assert (article.date, article.date_origin) == ("2021-03-04", Origin.INFERRED)
    assert article.text_of(article.date_evidence) == "March 4, 2021"
    assert [block.kind for block in article.blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.POST]
    assert (article.source, article.language, article.rights, article.retold) == (None, None, None, False)
    assert article.digest == digest(((TEXT + POST).encode(), b"")).hex()


def test_a_sidecar_states_what_the_text_does_not(tmp_path):
    sidecar = (
        "title: Flood\ndate: 2021-03\nslug: flood\nlanguage: en\nrights: Ours.\nretold: true\n"
        "source:\n  name: Gazette\n  url: https://example.org/\n  author: Ann Example\n  agency: EPA\n"
        "notes:\n  - {quote: river, text: Which?, by: Bob Example}\n"
    )
    article = reading(tmp_path, f" date 2021-03-04 {TEXT}", sidecar).article
    assert (article.id, article.title, article.title_origin) == ("flood", "Flood", Origin.SIDECAR)
    assert (article.date, article.date_origin, article.date_evidence) == ("2021-03", Origin.SIDECAR, None)
    assert article.source == Source("Gazette", "https://example.org/", "Ann Example", "EPA")
    assert (article.language, article.rights, article.retold) == ("en", "Ours.", True)
    assert [(note.quote, note.path, note.line) for note in article.notes] == [("river", "a.yml", 13)]
    assert article.digest == digest((f" date 2021-03-04 {TEXT}".encode(), sidecar.encode())).hex()


def test_front_matter_states_what_the_sidecar_does_not(tmp_path):
    seed = f"---\ntitle: Front\nslug: front\nlanguage: en\nnotes:\n- {{quote: a, text: b, by: c}}\n---\n\n{TEXT}"
    article = reading(tmp_path, seed, "title: Side\n", name="a.md").article
    assert (article.id, article.title, article.language) == ("front", "Side", "en")
    assert [(note.path, note.line) for note in article.notes] == [("a.md", 6)]
    assert article.fields[0].name == "front matter"


def test_front_matter_in_a_text_seed_is_text(tmp_path):
    assert reading(tmp_path, f"---\ntitle: Front\n---\n{TEXT}").article.blocks[0].text == "---"


@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_ranges_count_from_behind_the_byte_order_mark(tmp_path, mark):
    article = reading(tmp_path, mark + "😀 rose.\r\nSo it was.").article
    assert [(block.range.start, block.range.end) for block in article.blocks] == [(0, 7), (9, 19)]


@pytest.mark.parametrize(
    ("seed", "code", "place"),
    [
        ("", "seed-empty", (1, 1)),
        (" \r\n\t\n", "seed-empty", (1, 1)),
        (" date 2021-03-04 ", "seed-empty", (1, 1)),
        (b"ok\nnot \xff ok", "file-not-utf8", (2, 5)),
        (b"ok\nnot \x00 ok", "file-control-characters", (2, 5)),
        (b"x" * 2_000_001, "file-too-big", (1, 1)),
        ("a\n" * 40_001, "seed-too-long", (1, 1)),
        ("a b\n" * 20_001, "seed-too-long", (1, 1)),
        (f"\n date 2021-02-30 {TEXT}", "seed-date", (2, 2)),
    ],
)
def test_a_seed_that_cannot_be_an_article_is_one_problem(tmp_path, seed, code, place):
    found = reading(tmp_path, seed)
    assert codes(found) == [code]
    assert (found.problems[0].path, found.problems[0].line, found.problems[0].column) == ("a.txt", *place)


def test_ten_thousand_lines_are_read_whatever_ends_them(tmp_path):
    for end in ("\n", "\r\n", "\n\n", "\r\n\r\n"):
        assert len(reading(tmp_path, f"One sentence stands here.{end}" * 10_000).article.blocks) == 10_000


@pytest.mark.parametrize(
    ("seed", "code", "line"),
    [
        (f"---\ntitle: x\n{TEXT}", "front-matter-open", 1),
        (f"---\n# {'x' * 256_000}\n---\n{TEXT}", "front-matter-too-big", 1),
        (f"---\nslug: No\n---\n{TEXT}", "bad-value", 2),
        (f"---\ntitle: 'x\n---\n{TEXT}", "yaml-syntax", 2),
        (f"---\nFlood in Oldtown\n---\n{TEXT}", "bad-value", 2),
        ("---\ntitle: x\n---\n", "seed-empty", 1),
    ],
)
def test_front_matter_that_is_wrong_is_one_problem(tmp_path, seed, code, line):
    found = reading(tmp_path, seed, name="a.md")
    assert [(problem.path, problem.code, problem.line) for problem in found.problems] == [("a.md", code, line)]
    assert found.article is None


def test_all_that_is_wrong_is_said_at_once(tmp_path):
    found = reading(tmp_path, "---\ncolour: red\n---\n date 2021-02-30 \n", "titel: x\ndate: today\n", name="a.md")
    assert sorted(codes(found)) == ["bad-value", "seed-date", "seed-empty", "unknown-key", "unknown-key"]


def test_a_sidecar_that_cannot_be_read_is_a_problem_beside_those_of_the_seed(tmp_path):
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "a.yml").write_bytes(b"title: \xff")
    found = read_seed(SeedFile(tmp_path, "a.txt", "a.yml"))
    assert codes(found) == ["file-not-utf8", "seed-empty"]
    assert found.address is None


def test_a_name_without_letters_gives_no_address(tmp_path):
    found = reading(tmp_path, TEXT, name="!!!.txt")
    assert codes(found) == ["seed-slug"]
    assert found.address is None
    assert reading(tmp_path, TEXT, "slug: flood", name="!!!.txt").article.id == "flood"


@pytest.mark.parametrize(
    "seed",
    ["(@a) May 5, 2020 ", "— a (@a) May 5, 2020 ", "— ", "#", "# ", "* ", "Credit: ", "(", "Photo: ", "`", " ", "date ",
     ". ", "”", "x", "pic.twitter.com/", "- a (@", "word and ", "é"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_seed_of_one_sign_over_and_over_is_read(tmp_path, seed, name):
    found = reading(tmp_path, seed * (600_000 // len(seed.encode())), name=name)
    assert found.article or found.problems
