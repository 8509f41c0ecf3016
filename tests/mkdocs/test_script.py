import pytest

from newsarchive.mkdocs.script import bare_script


@pytest.mark.parametrize(
    ("script", "bare"),
    [
        ("/* Why. */\nf();\n", "f();"),
        ("f();   g();", "f(); g();"),
        ("f();\n\n    g(); // why\n\th();", "f();\ng();\nh();"),
        ("return /* one\n two */ a", "return\na"),  # a comment that ends a line ends the statement too
        ("a /* b */ + c", "a + c"),
        ("a/**/in b", "a in b"),
        ("", ""),
    ],
)
def test_comments_and_spaces_go(script, bare):
    assert bare_script(script) == bare


@pytest.mark.parametrize(
    "script",
    [
        'f("a  /* b */  // c")',
        "f('it\\'s  // so')",
        "f(`a\n    /* b */ ${c}  // d`)",
        r"f(/.*\//, `../${a}/`)",
        "f(/[/*]  +/u)",
        r"a = /  \/\* x/; b = 'y  z'",
        "a / 2 / b",
        'a = "unended\nb = c',
    ],
)
def test_what_is_written_stays_letter_by_letter(script):
    assert bare_script(script) == script


def test_bare_stays_bare(project):
    for path in project.glob("plugins/newsarchive/theme/material/assets/newsarchive/*.js"):
        bare = bare_script(path.read_text("utf-8"))
        assert bare_script(bare) == bare
        assert "/*" not in bare
