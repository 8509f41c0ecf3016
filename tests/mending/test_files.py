import codecs

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsarchive.checking.finding import find_problems
from newsarchive.cli import main
from newsarchive.mending.files import Mending, mend

TEXT = "The ferry – the old one – sails.\n\n“It rains,” she said.\n"


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def mended(tmp_path, write_files):
    """Mend a tree of files twice: return it, what was done, and hold that the second time does nothing."""

    def run(files):
        write_files(tmp_path, files)
        done = mend(tmp_path)
        after = contents(tmp_path)
        assert mend(tmp_path) == ()
        assert contents(tmp_path) == after
        return after, {one.path: one.words for one in done}

    return run


@pytest.mark.parametrize("encoding", ["UTF-16", "UTF-32"])
@pytest.mark.parametrize("order", ["LE", "BE"])
def test_utf_16_and_32_become_utf_8(mended, encoding, order):
    data = getattr(codecs, f"BOM_{encoding.replace('-', '')}_{order}") + TEXT.encode(f"{encoding}-{order}")
    after, done = mended({"a.txt": data})
    assert after == {"a.txt": TEXT.encode()}
    assert done == {"a.txt": (f"its encoding {encoding} changed to UTF-8",)}


def test_a_mark_line_ends_and_a_closing_sign_go(mended):
    data = codecs.BOM_UTF8 + TEXT.replace("\n", "\r\n").encode() + b"\x1a\0\0"
    after, done = mended({"a.txt": data})
    assert after == {"a.txt": TEXT.encode()}
    assert done["a.txt"] == (
        "its byte order mark removed",
        "control characters removed from its end",
        "its line ends changed to those of Unix",
    )


@pytest.mark.parametrize("data", [b"wasn\x19t", "Größe".encode("cp1252"), b"\xff\xfea", b"ok\n"])
def test_what_has_several_answers_or_is_well_stays(mended, data):
    assert mended({"a.txt": data}) == ({"a.txt": data}, {})


@pytest.mark.parametrize(
    "path", ["a.txt", "a.md", "a.yml", "redirects.yml", "registry/people.yml", "registry/decisions.yml"]
)
def test_every_kind_of_file_is_mended(mended, path):
    after, _ = mended({"a.txt": TEXT, path: b"\xef\xbb\xbf# a\r\n"})
    assert after[path] == b"# a\n"


def test_a_saved_page_is_left_as_it_was_saved(mended):
    page = "<meta charset=windows-1251>\r\n<p>Паром".encode("cp1251")
    assert mended({"a.html": page}) == ({"a.html": page}, {})


def test_endings_are_put_right_and_the_sidecar_is_found(mended, tmp_path):
    after, done = mended({"news/a.TXT": TEXT, "news/a.yaml": "title: A\r\n", "registry/places.yaml": "[]\n"})
    assert after == {"news/a.txt": TEXT.encode(), "news/a.yml": b"title: A\n", "registry/places.yml": b"[]\n"}
    assert done["news/a.yaml"] == ("renamed to a.yml", "its line ends changed to those of Unix")
    assert find_problems(tmp_path).problems == ()


def test_no_file_takes_the_place_of_another(mended):
    files = {"a.TXT": "one\n", "a.txt": "two\n", "b.YML": "title: A\n", "b.yaml": "title: B\n", "b.txt": "three\n"}
    after, done = mended(files)
    assert len(after) == len(files)
    assert sorted(after.values()) == sorted(content.encode() for content in files.values())
    assert set(done) == {"b.YML"}


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Ferry Sails", "ferry-sails"),
        ("'Ferry  Sails' # so it is", "ferry-sails # so it is"),
        ('"Ferry_Sails"', "ferry-sails"),
        ("Östholm # its name", "ostholm # its name"),
        ("ferry-sails", "ferry-sails"),
    ],
)
def test_slugs_get_their_form_in_sidecar_front_matter_and_registry(mended, written, right):
    after, _ = mended(
        {
            "a.txt": TEXT,
            "a.yml": f"title: A\nslug: {written}\n",
            "b.md": f"---\nslug: {written}\n---\nslug: Not This\n",
            "registry/places.yml": f"- slug: {written}\n  kind: town\n- kind: town\n  slug: {written}\n",
        }
    )
    assert after["a.yml"] == f"title: A\nslug: {right}\n".encode()
    assert after["b.md"] == f"---\nslug: {right}\n---\nslug: Not This\n".encode()
    assert after["registry/places.yml"] == f"- slug: {right}\n  kind: town\n- kind: town\n  slug: {right}\n".encode()


@pytest.mark.parametrize(
    "sidecar", ["slug: '!!'\n", "slug: >-\n  Ferry\n  Sails\n", "{slug: A B, title: A}\n", "slug:\n"]
)
def test_a_slug_that_cannot_be_mended_for_sure_stays(mended, sidecar):
    after, _ = mended({"a.txt": TEXT, "a.yml": sidecar})
    assert after["a.yml"] == sidecar.encode()


def test_keys_get_their_order_and_keep_their_comments(mended):
    sidecar = """\
# schema: this archive's

slug: a
# the publisher
source:
  name: B # of the town
  # no address is known
rights: |
  All.

  # not a comment
date: 2021-03-01

# as the paper has it
title: C
# the end
"""
    after, done = mended({"a.txt": TEXT, "a.yml": sidecar})
    assert (
        after["a.yml"].decode()
        == """\
# schema: this archive's


# as the paper has it
title: C
date: 2021-03-01
# the publisher
source:
  name: B # of the town
  # no address is known
rights: |
  All.

  # not a comment
slug: a
# the end
"""
    )
    assert done == {"a.yml": ("its keys put in the order of all sidecars",)}


@pytest.mark.parametrize(
    "sidecar",
    ["{slug: a, title: B}\n", "slug: a\ncolour: red\ntitle: B\n", "- slug\n", "title: B\n", "", "slug: a\n---\n"],
)
def test_a_sidecar_that_cannot_be_ordered_for_sure_stays(mended, sidecar):
    after, done = mended({"a.txt": TEXT, "a.yml": sidecar})
    assert (after["a.yml"], done) == (sidecar.encode(), {})


def test_links_stay_links(tmp_path, write_files):
    write_files(tmp_path, {"out/a.txt": b"x\r\n", "seeds/b.txt": b"y\r\n"})
    (tmp_path / "seeds" / "a.txt").symlink_to(tmp_path / "out" / "a.txt")
    (tmp_path / "seeds" / "c.txt").symlink_to(tmp_path / "seeds" / "b.txt")
    (tmp_path / "seeds" / "registry").symlink_to(tmp_path / "out")
    assert mend(tmp_path / "seeds") == (Mending("b.txt", ("its line ends changed to those of Unix",)),)
    assert (tmp_path / "out" / "a.txt").read_bytes() == b"x\r\n"
    assert (tmp_path / "seeds" / "c.txt").is_symlink()


YAML = st.lists(
    st.sampled_from(
        [
            "slug: A-b",
            "title: 'x",
            "title: x",
            "# so",
            "",
            "notes:",
            "  - quote: a",
            "date: 2021",
            "  b",
            "rights: |",
            "- a",
        ]
    ),
    max_size=9,
).map("\n".join)


@settings(max_examples=120)
@example("a\x85", b"", "\n")
@given(YAML | st.text(max_size=60), st.binary(max_size=60), st.sampled_from(["\n", "\r\n", "\r"]))
def test_whatever_the_files_hold_no_text_is_lost_and_twice_is_once(tmp_path_factory, yaml, seed, line_end):
    folder = tmp_path_factory.mktemp("seeds")
    (folder / "a.txt").write_bytes(seed)
    (folder / "a.yml").write_bytes(yaml.replace("\n", line_end).encode())
    mend(folder)
    after = contents(folder)
    assert mend(folder) == ()
    assert contents(folder) == after
    words = [word for word in yaml.split() if word.isalpha() and word.islower() and word.isascii()]
    assert set(words) <= set(after["a.yml"].decode().split())


def test_the_command_says_what_it_did_and_then_checks(tmp_path, write_files):
    write_files(tmp_path, {"a.TXT": TEXT.encode("utf-16"), "b.txt": ""})
    result = CliRunner().invoke(main, ["check", "--seeds", str(tmp_path), "--fix"])
    first, second = result.stdout.splitlines()
    assert (result.exit_code, first) == (1, "a.TXT: renamed to a.txt, its encoding UTF-16 changed to UTF-8")
    assert second.startswith("b.txt:1:1: seed-empty")


def test_for_programs_the_command_says_it_apart(tmp_path, write_files):
    write_files(tmp_path, {"a.txt": "x\r\n"})
    result = CliRunner().invoke(main, ["check", "--seeds", str(tmp_path), "--fix", "--format", "json"])
    assert (result.exit_code, result.stdout) == (0, "[]\n")
    assert result.stderr == "a.txt: its line ends changed to those of Unix\n"
