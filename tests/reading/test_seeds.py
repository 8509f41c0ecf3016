import shutil
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from newsarchive.article import BlockKind, Origin
from newsarchive.reading.files import find_files
from newsarchive.reading.seed import read_seed
from newsarchive.reading.seeds import read_seeds
from newsarchive.reading.together import read_together

SHIPPED = Path(__file__).parents[2] / "seeds"
TEXT = "The river rose over its banks on Monday night."


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_articles_are_sorted_by_id(tmp_path):
    put(tmp_path, b_txt=TEXT, a_txt=TEXT, a_yml="slug: z", sub__c_md=TEXT)
    articles, problems = read_seeds(tmp_path)
    assert problems == []
    assert [article.id for article in articles] == ["b", "c", "z"]
    assert [article.seed for article in articles] == ["b.txt", "sub/c.md", "a.txt"]


def test_the_same_seeds_give_the_same_articles(tmp_path):
    put(tmp_path, b_txt=TEXT, a_txt=TEXT, a_yml="slug: z", sub__c_md=TEXT)
    assert read_seeds(tmp_path) == read_seeds(tmp_path)


def test_no_seeds_are_no_articles(tmp_path):
    assert read_seeds(tmp_path) == ((), [])


def test_seeds_of_one_address_are_a_problem_at_each_that_names_the_others(tmp_path):
    put(tmp_path, a_txt=TEXT, a_md=TEXT, b_txt=TEXT, b_yml="title: x\nslug: a\n", c_txt=TEXT)
    articles, problems = read_seeds(tmp_path)
    assert [article.id for article in articles] == ["c"]
    assert [(problem.path, problem.line, problem.column, problem.code) for problem in problems] == [
        ("a.md", 1, 1, "seed-address"),
        ("a.txt", 1, 1, "seed-address"),
        ("b.yml", 2, 7, "seed-address"),
    ]
    assert problems[0].message == "the address articles/a/ is that of a.txt, b.txt too"
    assert problems[2].message == "the address articles/a/ is that of a.md, a.txt too"


def test_many_seeds_of_one_address_do_not_fill_the_message(tmp_path):
    for number in range(9):
        put(tmp_path, **{f"n{number}__a_txt": TEXT})
    assert read_seeds(tmp_path)[1][0].message.endswith("n1/a.txt, n2/a.txt, n3/a.txt and 5 more too")


def test_two_seeds_that_share_a_sidecar_with_a_slug_share_an_address(tmp_path):
    put(tmp_path, a_txt=TEXT, a_md=TEXT, a_yml="slug: x")
    assert [problem.code for problem in read_seeds(tmp_path)[1]] == ["seed-address", "seed-address"]


def test_an_address_is_taken_by_a_seed_with_problems_too(tmp_path):
    put(tmp_path, a_txt=TEXT, a_md="---\ncolour: red\n---\n" + TEXT)
    assert [problem.code for problem in read_seeds(tmp_path)[1]] == ["seed-address", "unknown-key", "seed-address"]


def test_every_problem_of_every_file_is_reported_sorted(tmp_path):
    put(tmp_path, a_txt="", b_txt=TEXT, b_yml="titel: x", c_docx="", d_yml="", e_txt=TEXT)
    articles, problems = read_seeds(tmp_path)
    assert [article.id for article in articles] == ["e"]
    assert [(problem.path, problem.code) for problem in problems] == [
        ("a.txt", "seed-empty"),
        ("b.yml", "unknown-key"),
        ("c.docx", "seed-format"),
        ("d.yml", "sidecar-alone"),
    ]


def test_seeds_may_be_read_one_by_one_and_anywhere(tmp_path):
    put(tmp_path, a_txt=TEXT, a_md=TEXT, b_txt=TEXT, b_yml="slug: z", c_txt="", d_docx="")
    files, problems = find_files(tmp_path)
    with ProcessPoolExecutor(2, get_context("spawn")) as elsewhere:
        readings = list(elsewhere.map(read_seed, files))
    articles, more = read_together(readings)
    assert (articles, sorted([*problems, *more])) == read_seeds(tmp_path)
    assert [problem.code for problem in more] == ["seed-empty", "seed-address", "seed-address"]


@pytest.fixture
def bare(tmp_path):
    """The shipped seeds without their sidecars."""
    for seed in SHIPPED.glob("*.txt"):
        shutil.copy(seed, tmp_path)
    return read_seeds(tmp_path)[0]


def test_the_shipped_seeds_are_three_retold_articles():
    articles, problems = read_seeds(SHIPPED)
    assert problems == []
    assert len(articles) >= 3
    retold = [article for article in articles if article.retold]
    assert {article.source.name for article in retold} == {"Daily Sabah", "The Associated Press"}
    assert all(article.title_origin is Origin.SIDECAR and article.rights and article.language for article in retold)


def test_an_inferred_date_shows_its_evidence():
    (article,) = (article for article in read_seeds(SHIPPED)[0] if article.seed.startswith("000_"))
    assert (article.date, article.date_origin) == ("2020-11-20", Origin.INFERRED)
    assert article.text_of(article.date_evidence) == "November 20, 2020"


def test_the_shipped_seeds_show_their_quirks_bare(bare):
    assert [article.id.partition("-")[0] for article in bare] == ["000", "001", "002"]
    assert [len(article.blocks) for article in bare] == [21, 16, 13]
    assert [article.date for article in bare] == ["2020-11-20", "2020-11-20", "2020-11-25"]
    assert [article.title_origin for article in bare] == [Origin.DERIVED] * 3
    posts = [block for article in bare for block in article.blocks if block.kind is BlockKind.POST]
    assert [block.by for block in posts] == ["DAILY SABAH (@DailySabah)"] * 3
    captions = [block for article in bare for block in article.blocks if block.kind is BlockKind.CAPTION]
    assert [(block.by, block.credit) for block in captions] == [
        ("AP Photo/Sergei Grits", "Sergei Grits"),
        ("AP Photo/Aziz Karimov", "Aziz Karimov"),
        ("Azerbaijan's Defense Ministry via AP", "Uncredited"),
        ("AP Photo/Sergei Grits", "Sergei Grits"),
    ]
