import logging
from pathlib import Path

from newsarchive.mkdocs.look import FOLDER, SCRIPT, add_look, look_files
from newsarchive.mkdocs.stylesheet import STYLESHEET


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


def test_the_script_is_there_and_the_style_is_made(tmp_path, site_config):
    config = site_config(tmp_path)
    add_look(config)
    (style,) = look_files(config)
    assert style.dest_uri == STYLESHEET
    assert ".na-page" in style.content_string
    assert Path(FOLDER, SCRIPT).is_file()


def test_another_theme_is_left_alone_with_a_warning(tmp_path, site_config, caplog):
    config = site_config(tmp_path, theme={"name": "mkdocs"})
    dirs = list(config.theme.dirs)
    add_look(config)
    assert config.theme.dirs == dirs
    assert config.extra_css == []
    assert list(look_files(config)) == []
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
