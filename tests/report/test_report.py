import subprocess

import pytest
from click.testing import CliRunner

from newsarchive.archive import build_archive
from newsarchive.cli import main
from newsarchive.report.change import change_between
from newsarchive.report.markdown import code, report_markdown
from newsarchive.report.revision import RevisionError, seeds_at

SHARED = "The old stone bridge over the river Lorn was closed to all carts on the first day of the spring fair."
FIRST = f" date 2021-03-01 {SHARED}\n\nNobody in the valley of Eastmere had expected that.\n"
SECOND = f" date 2021-03-04 Officials came on Tuesday.\n\n{SHARED}\n"
PLACES = """\
- slug: eastmere
  kind: district
  names:
    - {text: Eastmere, language: en, script: Latn, source: a map}
"""


def git(folder, *words):
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *settings, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def seeds(tmp_path, write_files):
    """A repository whose first commit holds one article, and whose working tree holds two and a district."""
    folder = write_files(tmp_path / "seeds", {"first.txt": FIRST})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one article")
    return write_files(folder, {"second.txt": SECOND, "registry/places.yml": PLACES})


def report(seeds, revision="HEAD"):
    with seeds_at(seeds, revision) as earlier:
        before, after = build_archive(earlier), build_archive(seeds)
    return change_between(before, after), report_markdown(change_between(before, after), before, after)


def test_what_is_new_is_told(seeds):
    change, markdown = report(seeds)
    assert [article.id for article in change.added] == ["second"]
    assert [(one.entity.id, one.articles[0][0].id) for one in change.links] == [("districts/eastmere", "first")]
    assert len(change.new_passages) == 1
    assert change.new_passages[0].words == 21
    assert "dates/2021-03-04/" in change.new_days
    assert [entity.id for entity in change.new_districts] == ["districts/eastmere"]
    assert change.vanished == ()
    assert "### Articles added (1)" in markdown
    assert "### New shared passages (1)" in markdown


def test_names_that_are_new_and_not_in_the_registry_are_told(seeds, write_files):
    write_files(seeds, {"third.txt": " date 2021-03-05 They saw `Ada Lind` and Eastmere there.\n"})
    change, markdown = report(seeds)
    assert [(name.text, name.count) for name in change.unknown] == [("Ada Lind", 1)]
    assert "### Names that are not in the registry (1)" in markdown
    assert "- `Ada Lind` × 1, in `third`: ``They saw `Ada Lind` and Eastmere there.``" in markdown


def test_names_that_were_unknown_before_are_not_told(seeds):
    change, _ = report(seeds)
    assert "Lorn" not in {name.text for name in change.unknown}


def test_nothing_changed_is_said(seeds):
    git(seeds, "add", ".")
    git(seeds, "commit", "-qm", "two articles")
    change, markdown = report(seeds)
    assert change.added == change.changed == change.removed == ()
    assert "Nothing that a reader would see." in markdown


def test_an_article_that_goes_takes_addresses_with_it(seeds):
    (seeds / "first.txt").unlink()
    change, markdown = report(seeds)
    assert [article.id for article in change.removed] == ["first"]
    assert ("articles/first/", None) in change.vanished
    assert "### Addresses that would vanish" in markdown


def test_a_redirect_keeps_an_address_alive(seeds):
    (seeds / "first.txt").unlink()
    (seeds / "redirects.yml").write_text("articles/first/: articles/second/\n", "utf-8")
    change, _ = report(seeds)
    assert "articles/first/" not in dict(change.vanished)


def test_a_passage_under_a_new_address_is_named(seeds, write_files):
    git(seeds, "add", ".")
    git(seeds, "commit", "-qm", "two articles")
    write_files(
        seeds, {"first.txt": FIRST.replace("the old stone", "the old wooden").replace("The old", "The grand old")}
    )
    change, markdown = report(seeds)
    lost, new = change.lost_passages[0], change.new_passages[0]
    assert (f"passages/{lost.id}/", f"passages/{new.id}/") in change.vanished
    assert f"passages/{lost.id}/: passages/{new.id}/" in markdown


def test_an_edited_article_is_changed(seeds):
    (seeds / "first.txt").write_text(FIRST + "\nOne more line for the record.\n", "utf-8")
    change, _ = report(seeds)
    assert [article.id for article in change.changed] == ["first"]


def test_a_revision_without_seeds_is_an_empty_archive(tmp_path, write_files):
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-qm", "nothing", "--allow-empty")
    seeds = write_files(tmp_path / "seeds", {"first.txt": FIRST})
    change, _ = report(seeds)
    assert [article.id for article in change.added] == ["first"]


def test_a_revision_that_is_none_is_told(seeds):
    with pytest.raises(RevisionError, match="git knows no revision 'nowhere'"), seeds_at(seeds, "nowhere"):
        pass


def test_a_folder_outside_a_repository_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(RevisionError, match="in no git repository"), seeds_at(tmp_path, "HEAD"):
        pass


def test_an_option_is_no_revision(seeds):
    with pytest.raises(RevisionError, match="git knows no revision '--output=x'"), seeds_at(seeds, "--output=x"):
        pass


def test_hostile_text_stays_in_a_code_span():
    assert code("`` @team ![x](y)\n# h") == "``` `` @team ![x](y) # h ```"
    assert code("") == "`  `"
    assert len(code("x" * 1000)) == 162


def test_the_command_prints_the_report(seeds):
    result = CliRunner().invoke(main, ["report", "--seeds", str(seeds), "--base", "HEAD"])
    assert result.exit_code == 0, result.output
    assert result.output.startswith("## What this change does to the archive")


def test_the_command_fails_where_an_address_would_vanish(seeds):
    (seeds / "first.txt").unlink()
    result = CliRunner().invoke(main, ["report", "--seeds", str(seeds), "--base", "HEAD"])
    assert result.exit_code == 1


def test_the_command_cannot_run_without_the_revision(seeds):
    result = CliRunner().invoke(main, ["report", "--seeds", str(seeds), "--base", "nowhere"])
    assert result.exit_code == 2
    assert "git knows no revision 'nowhere'" in result.output


def test_seeds_with_problems_give_a_report_of_these_and_end_with_1(seeds, write_files):
    write_files(seeds, {"a`b.txt": "", "registry/places.yml": f"{PLACES}  colour: '@red ![](x)'\n"})
    result = CliRunner().invoke(main, ["report", "--seeds", str(seeds), "--base", "HEAD"])
    first, *items = [line for line in result.stdout.splitlines() if line.startswith(("#", "-"))]
    assert (result.exit_code, first) == (1, "## This change cannot become an archive yet")
    assert items[0] == (
        "- ``a`b.txt:1:1`` seed-empty: `the seed holds no text`; `put the article's text into it, or remove the file`"
    )
    assert items[1].startswith("- `registry/places.yml:5:3` unknown-key: `the key 'colour' is not known`; ")


def test_of_many_problems_the_first_are_listed(seeds, write_files):
    write_files(seeds, {f"{number:03}.txt": "" for number in range(60)})
    result = CliRunner().invoke(main, ["report", "--seeds", str(seeds), "--base", "HEAD"])
    assert result.stdout.endswith("\n- … and 10 more\n")


def test_a_change_that_mends_the_archive_is_no_failure(seeds, write_files):
    write_files(seeds, {"empty.txt": ""})
    git(seeds, "add", ".")
    git(seeds, "commit", "-qm", "an empty article")
    (seeds / "empty.txt").unlink()
    result = CliRunner().invoke(main, ["report", "--seeds", str(seeds), "--base", "HEAD"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("## This change makes an archive of seeds that were none")
