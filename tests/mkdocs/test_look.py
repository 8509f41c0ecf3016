import logging
from pathlib import Path

from newsarchive.mkdocs.look import FOLDER, SCRIPT, STYLES, add_look


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
    assert config.extra_css == [*STYLES, "mine.css"]
    assert [str(script) for script in config.extra_javascript] == ["mine.js", SCRIPT]


def test_the_styles_and_the_script_are_there():
    assert all(Path(FOLDER, file).is_file() for file in (*STYLES, SCRIPT))


def test_another_theme_is_left_alone_with_a_warning(tmp_path, site_config, caplog):
    config = site_config(tmp_path, theme={"name": "mkdocs"})
    dirs = list(config.theme.dirs)
    add_look(config)
    assert config.theme.dirs == dirs
    assert config.extra_css == []
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
