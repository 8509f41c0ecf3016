"""The commands `names` and `decide`, as a person uses them."""

import pytest
from click.testing import CliRunner

from newsarchive.cli import main

FERRY = "They sailed to Osterholm, to Osterholm.\n\nThey heard President Ada Lind speak of Orlaw, and of ICYX.\n"
PLACES = "- slug: orlau\n  kind: town\n  names:\n    - {text: Orlau, language: en, script: Latn, source: the map}\n"


@pytest.fixture
def seeds(tmp_path, write_files):
    files = {"ferry.txt": FERRY, "ferry.yml": "language: en\n", "registry/places.yml": PLACES}
    return write_files(tmp_path / "seeds", files)


@pytest.fixture
def run(seeds):
    return lambda *words, **more: CliRunner().invoke(main, [words[0], "--seeds", str(seeds), *words[1:]], **more)


def test_all_names_are_listed_the_most_frequent_first(run):
    result = run("names")
    assert (result.exit_code, result.stderr) == (0, "")
    heads = [line for line in result.stdout.splitlines() if line[:1].isdigit()]
    assert heads == [
        "4 names are not in the registry, the most frequent first.",
        "1. Osterholm: 2 times in one article",
        "2. Ada Lind: once in one article",
        "3. ICYX: once in one article",
        "4. Orlaw: once in one article",
    ]


def test_what_stands_seldom_may_be_left_out(run):
    assert "One name is not in the registry." in run("names", "--least", "2").stdout


def test_one_name_may_be_asked_for(run):
    assert "1. Ada Lind: once" in run("names", "Ada  Lind").stdout


def test_a_name_that_is_not_there_is_told(run):
    result = run("names", "Ada Lindt")
    assert result.exit_code == 2
    assert (
        "'Ada Lindt' is not among the names that the registry does not have; did you mean 'Ada Lind'?" in result.stderr
    )


def test_write_adds_all_and_says_so(run, seeds):
    result = run("names", "--write")
    assert result.exit_code == 0
    single = "(a guess, because it is a single word: change it there if it is wrong)"
    capitals = "(a guess, because it is all in capitals: change it there if it is wrong)"
    assert result.stdout.splitlines() == [
        f"added Osterholm to registry/places.yml, of the kind 'place' {single}",
        "added Ada Lind to registry/people.yml, of the kind 'person'",
        f"added ICYX to registry/organisations.yml, of the kind 'organisation' {capitals}",
        f"added Orlaw to registry/places.yml, of the kind 'place' {single}",
        "  like Orlau (places/orlau): a letter or two differ; if they are one, take the new entry out and decide",
        "4 names added, 0 not added",
    ]
    assert (seeds / "registry" / "places.yml").read_text("utf-8").startswith(PLACES)
    assert run("check").stdout == "All is well: 1 article, 5 entities.\n"
    assert run("names").stdout == "The registry has every name that was found in the articles.\n"


def test_the_kind_may_be_said(run, seeds):
    run("names", "Osterholm", "--kind", "island", "--write")
    assert "- slug: osterholm\n  kind: island\n" in (seeds / "registry" / "places.yml").read_text("utf-8")


def test_a_kind_that_has_no_file_is_told(run):
    result = run("names", "--kind", "thingummy")
    assert result.exit_code == 2
    assert "no registry file is known for 'thingummy'" in result.stderr


def test_ask_asks_only_for_guesses(run, seeds):
    result = run("names", "--ask", "--write", "Ada Lind", "Orlaw", input="person\n")
    assert result.exit_code == 0
    assert result.stderr.count("What is it?") == 1
    assert "slug: orlaw\n  kind: person" in (seeds / "registry" / "people.yml").read_text("utf-8")


def test_what_the_checker_is_against_is_said_and_not_written(run, seeds, write_files):
    write_files(
        seeds,
        {
            "registry/places.yml": PLACES
            + PLACES.replace("slug: orlau", "slug: orlaw").replace("text: Orlau", "text: Wend")
        },
    )
    before = (seeds / "registry" / "places.yml").read_bytes()
    result = run("names", "--write", "Orlaw")
    assert "not added: Orlaw: the address 'places/orlaw' is taken by the entity on line 5" in result.stdout
    assert (seeds / "registry" / "places.yml").read_bytes() == before


def test_seeds_with_a_problem_are_not_touched(run, seeds):
    (seeds / "empty.txt").write_text("")
    result = run("names", "--write")
    assert result.exit_code == 1
    assert "seed-empty" in result.stdout
    assert not (seeds / "registry" / "people.yml").exists()


def test_a_decision_makes_a_spelling_a_name_and_the_checker_warns_of_new_uses(run, seeds):
    result = run("decide", "Orlaw", "same", "places/orlau", "--by", "Kim Berg", "--date", "2031-01-14")
    assert result.stdout == "registry/decisions.yml: 'Orlaw' is the same as places/orlau, seen in 1 article\n"
    assert ". Orlaw:" not in run("names").stdout
    assert run("check").stdout == "All is well: 1 article, 1 entity.\n"
    (seeds / "rain.txt").write_text("It rains in Orlaw.\n", "utf-8")
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "registry/decisions.yml:7:15: decision-widened the name 'Orlaw' now stands also in 'rain'"
    )


def test_a_name_that_is_distinct_is_not_listed_any_more(run, seeds):
    result = run("decide", "Orlaw", "distinct", "places/orlau/", "--by", "Kim Berg")
    assert result.exit_code == 0, result.output
    assert "distinct from places/orlau, seen in 1 article" in result.stdout
    assert ". Orlaw:" not in run("names").stdout
    assert "distinct:\n  - name:" in (seeds / "registry" / "decisions.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("Orlaw", "same", "places/nowhere", "--by", "A"), "there is no entity 'places/nowhere'"),
        (("Orlaw", "same", "places/orlau", "--by", "A", "--date", "soon"), "Invalid value for '--date'"),
        (("Orlaw", "perhaps", "places/orlau", "--by", "A"), "'perhaps' is not one of 'same', 'distinct'"),
        (("Orlau", "distinct", "places/orlau", "--by", "A"), "'Orlau' is a name of places/orlau in the registry"),
        (("Orlaw", "same", "places/orlau", "--by", " "), "this cannot be decided so"),
        (("Orlaw", "same", "x: [", "--by", "A"), "this cannot be decided so"),
    ],
)
def test_what_cannot_be_decided_is_told_and_nothing_written(words, told, run, seeds):
    result = run("decide", *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not (seeds / "registry" / "decisions.yml").exists()
