import logging

import pytest
from mkdocs.structure.files import Files, get_files

from newsarchive.mkdocs.look import FOLDER, SCRIPT, SCRIPTS, add_look, dress
from newsarchive.mkdocs.script import bare_script
from newsarchive.mkdocs.stylesheet import PARTS, STYLESHEET


def test_the_archives_theme_stands_before_material(tmp_path, site_config):
    config = site_config(tmp_path)
    add_look(config)
    assert config.theme.dirs[0] == str(FOLDER)


def test_the_users_own_theme_and_style_win(tmp_path, site_config):
    (tmp_path / "mine").mkdir()
    theme = {"name": "material", "font": False, "custom_dir": str(tmp_path / "mine")}
    config = site_config(tmp_path, theme=theme, extra_css=["mine.css"], extra_javascript=["mine.js"])
    add_look(config)
    assert config.theme.dirs[:2] == [str(tmp_path / "mine"), str(FOLDER)]
    assert config.extra_css == [STYLESHEET, "mine.css"]
    assert [str(script) for script in config.extra_javascript] == ["mine.js", SCRIPT]


@pytest.fixture
def dressed(tmp_path, site_config):
    """Dress the files that a site has by its settings and theme, and return their contents by their paths."""

    def made(**settings):
        config = site_config(tmp_path, **settings)
        add_look(config)
        files = get_files(config)
        files.add_files_from_theme(config.theme.get_env(), config)
        dress(files, config)
        return {file.src_uri: file.content_bytes for file in files}

    return made


def test_styles_are_joined_and_scripts_are_bare(dressed):
    files = dressed()
    assert b".na-page" in files[STYLESHEET]
    assert b".md-grid" in files[STYLESHEET]
    assert not any(part in files for part in PARTS)
    for path in SCRIPTS:
        assert files[path] == bare_script((FOLDER / path).read_text("utf-8")).encode()


def test_what_no_page_loads_is_dropped(dressed):
    files = dressed()
    assert not [path for path in files if path.startswith(("assets/javascripts/", "assets/stylesheets/"))]
    assert "assets/images/favicon.png" in files


def test_files_of_the_theme_that_the_site_names_stay(dressed):
    named = "assets/javascripts/lunr/tinyseg.js"
    files = dressed(extra_javascript=[named])
    assert [path for path in files if path.startswith("assets/javascripts/")] == [named]


def test_the_users_own_files_win_and_stay(dressed, tmp_path, write_files):
    own = {
        "mine/assets/stylesheets/mine.css": "b {}",
        f"mine/{SCRIPT}": "/* Mine. */ f();",
        f"docs/{SCRIPTS[1]}": "/**/",
    }
    write_files(tmp_path, own)
    files = dressed(theme={"name": "material", "font": False, "custom_dir": str(tmp_path / "mine")})
    assert files["assets/stylesheets/mine.css"] == b"b {}"
    assert files[SCRIPT] == b"f();"
    assert files[SCRIPTS[1]] == b"/**/"


def test_another_frame_keeps_the_files_of_material(dressed, tmp_path, write_files):
    write_files(tmp_path, {"mine/base.html": "<p>Mine.</p>"})
    files = dressed(theme={"name": "material", "font": False, "custom_dir": str(tmp_path / "mine")})
    assert any(path.startswith("assets/javascripts/bundle.") for path in files)
    assert any(path.startswith("assets/stylesheets/main.") for path in files)
    assert STYLESHEET in files


def test_another_theme_is_left_alone_with_a_warning(tmp_path, site_config, caplog):
    config = site_config(tmp_path, theme={"name": "mkdocs"})
    dirs = list(config.theme.dirs)
    add_look(config)
    assert config.theme.dirs == dirs
    assert config.extra_css == []
    files = Files([])
    dress(files, config)
    assert list(files) == []
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
