"""The command `newsarchive add`, run as a contributor runs it."""

import pytest
from click.testing import CliRunner

from newsarchive.cli import main

TEXT = """The ferry to Osterholm sailed again on Monday after five days of ice.

“We carried 40 passengers,” said Captain Ada Lind, who had waited in Norvik since the harbour closed.

The island's shop had been out of bread since Thursday, and the mayor thanked the crew of the ferry.
"""
PAGE = """<html lang="en"><head><title>The ferry sails again | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><meta property="og:title" content="The ferry sails again">
<meta property="article:published_time" content="2031-01-13T08:00:00Z"><meta name="author" content="Kim Berg">
<link rel="canonical" href="https://example.org/ferry"></head><body><nav><a href="/">Home</a></nav><article>
<h1>The ferry sails again</h1>%s</article></body></html>""" % "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))  # noqa: UP031


def run(*arguments, answers=None):
    return CliRunner().invoke(main, ["add", *map(str, arguments)], input=answers)


@pytest.fixture
def folder(tmp_path, write_files):
    places = "- slug: norvik\n  kind: town\n  names:\n    - {text: Norvik, language: en, script: Latn, source: a map}\n"
    seeds = {"seeds/bridge.txt": "A bridge is to be built.\n", "seeds/registry/places.yml": places}
    return write_files(tmp_path, {**seeds, "ferry.txt": TEXT, "page.html": PAGE})


@pytest.fixture
def add(folder):
    return lambda *arguments, **options: run("--seeds", folder / "seeds", *arguments, **options)


def added(folder):
    kept = {"bridge.txt", "registry"}
    return {path.name: path.read_text("utf-8") for path in (folder / "seeds").iterdir() if path.name not in kept}


def well(folder):
    result = CliRunner().invoke(main, ["check", "--seeds", str(folder / "seeds")])
    return result.stdout.startswith("All is well")


def test_a_page_is_added_with_what_it_states(folder, add):
    result = add(folder / "page.html")
    assert result.exit_code == 0
    assert "the publisher's own wording" in result.stderr
    assert added(folder) == {
        "the-ferry-sails-again.txt": TEXT,
        "the-ferry-sails-again.yml": (
            "title: The ferry sails again\ndate: '2031-01-13'\nlanguage: en\nsource:\n  name: The Harbour Post\n"
            "  url: https://example.org/ferry\n  author: Kim Berg\n"
        ),
    }
    assert well(folder)


def test_all_that_the_article_will_be_is_shown(folder, add):
    lines = dict(line.split(":", 1) for line in add(folder / "page.html").stdout.splitlines())
    assert lines["Title"].strip() == "The ferry sails again  (the page: og:title)"
    assert lines["Date"].endswith("2031-01-13  (the page: article:published_time)")
    assert lines["Author"].endswith("Kim Berg  (the page: author)")
    assert "3 paragraphs" in lines["Text"]
    assert "Norvik (1)" in lines["Names"]
    assert "Osterholm (1)" in lines["New names"]
    assert "no passage" in lines["Shared"]


def test_a_text_is_added_with_what_its_contributor_says(folder, add):
    flags = ["--title", "Ice: over", "--date", "2031-01", "--source", "Post", "--url", "https://example.org/x"]
    more = ["--author", "Kim", "--agency", "HP", "--language", "en", "--rights", "Ours.", "--retold", "--slug", "ice"]
    assert add(folder / "ferry.txt", *flags, *more).exit_code == 0
    assert added(folder) == {
        "ice.txt": TEXT,
        "ice.yml": (
            "title: 'Ice: over'\ndate: 2031-01\nlanguage: en\nrights: Ours.\nretold: true\nslug: ice\nsource:\n"
            "  name: Post\n  url: https://example.org/x\n  author: Kim\n  agency: HP\n"
        ),
    }
    assert well(folder)


def test_a_text_of_which_nothing_is_known_is_added_and_says_what_is_missing(folder, add):
    result = add(folder / "ferry.txt")
    assert "say it with --date" in result.stdout
    assert list(added(folder)) == ["the-ferry-to-osterholm-sailed-again-on-monday-after-five.txt"]
    assert well(folder)


def test_standard_input_is_read(folder, add):
    assert add("-", "--slug", "ferry", answers=TEXT).exit_code == 0
    assert added(folder)["ferry.txt"] == TEXT


def test_only_what_was_not_found_is_asked_for(folder, add):
    assert add(folder / "page.html", "--ask", "--dry-run", answers="").exit_code == 0
    result = add(folder / "ferry.txt", "--ask", answers="Post\n\nIce\n13.1.2031\n13 January 2031\nen\ny\n")
    assert "it is not a date" in result.stderr
    assert added(folder)["ice.yml"] == (
        "title: Ice\ndate: '2031-01-13'\nlanguage: en\nretold: true\nsource:\n  name: Post\n"
    )


def test_who_does_not_know_presses_enter(folder, add):
    assert add(folder / "ferry.txt", "--ask", answers="\n" * 9).exit_code == 0
    assert len(added(folder)) == 1


def test_a_dry_run_writes_nothing(folder, add):
    result = add(folder / "page.html", "--dry-run")
    assert result.exit_code == 0
    assert "Nothing is written" in result.stdout
    assert added(folder) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Kim Berg", "Kim Berg"),
        ("https://example.org/ferry", "https://example.com/2031/ferry"),
        ("40 passengers", "45 travellers"),
        ("<p>", "<p><b></b>"),
    ],
)
def test_the_same_article_again_is_named_and_not_added(folder, add, old, new):
    add(folder / "page.html")
    before = added(folder)
    (folder / "again.html").write_text(PAGE.replace(old, new), "utf-8")
    result = add(folder / "again.html", "--title", "Another headline")
    assert result.exit_code == 1
    assert "Not added: the archive has it as the-ferry-sails-again.txt" in result.stdout
    assert added(folder) == before
    assert add(folder / "again.html", "--again").exit_code == 0
    assert "the-ferry-sails-again-2.txt" in added(folder)


def test_a_text_too_short_for_a_passage_is_known_again(add):
    assert add("-", answers="The ferry sails.").exit_code == 0
    assert "word for word" in add("-", answers="The ferry sails!\n").stdout


def test_a_page_may_be_kept_as_it_is(folder, add):
    assert add(folder / "page.html", "--keep-page").exit_code == 0
    assert added(folder) == {"the-ferry-sails-again.html": PAGE}
    assert well(folder)


def test_a_stub_is_added_with_a_word_of_warning(folder, add):
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    (folder / "stub.html").write_text(PAGE.replace("</head>", f"{data}</head>"), "utf-8")
    assert "must be paid for" in add(folder / "stub.html").stderr


def test_an_archive_with_problems_can_be_added_to(folder, add):
    (folder / "seeds" / "empty.txt").write_text("")
    result = add(folder / "ferry.txt")
    assert (result.exit_code, result.stderr) == (
        0,
        "Note: the archive has 1 problem already, which 'newsarchive check' lists.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nowhere.txt"], 2, "does not exist"),
        (["ferry.txt", "--date", "13.1.2031"], 2, "it is not a date; write it year first"),
        (["ferry.txt", "--url", "javascript:alert(1)"], 2, "a web address begins with"),
        (["ferry.txt", "--slug", "No Slug"], 2, "a slug has small letters"),
        (["ferry.txt", "--slug", "bridge"], 2, "already"),
        (["ferry.txt", "--author", "Kim"], 2, "--source"),
        (["seeds/bridge.txt"], 2, "in the archive's folder already"),
        (["empty.html"], 1, "no article was found"),
        (["empty.txt"], 1, "there is no text"),
        (["front.md"], 1, "Not added: front.md, line 2: the key 'colour' is not known"),
    ],
)
def test_a_mistake_is_one_message_and_writes_nothing(folder, arguments, code, said):
    (folder / "empty.html").write_text("<html><body>Sign in</body></html>")
    (folder / "empty.txt").write_text("")
    (folder / "front.md").write_text("---\ncolour: red\n---\nText.\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = run(*arguments)
    assert result.exit_code == code
    assert said in result.output
    assert "Traceback" not in result.output
    assert added(folder) == {}


def test_a_hostile_page_cannot_steer_the_terminal(folder, add):
    hostile = PAGE.replace('content="The ferry sails again"', 'content="Fer\x1b[31mry&#27;[2J&#8238; \u202e"')
    (folder / "hostile.html").write_text(hostile, "utf-8")
    result = add(folder / "hostile.html")
    assert result.exit_code == 0
    assert not {"\x1b", "\u202e"} & set(result.output)
    assert well(folder)
