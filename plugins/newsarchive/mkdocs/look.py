"""The archive's templates, styles and scripts join the theme of the site."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import newsarchive
from newsarchive.mkdocs.log import LOG
from newsarchive.mkdocs.script import bare_script
from newsarchive.mkdocs.stylesheet import PARTS, STYLESHEET, site_stylesheet, theme_file

THEME = "material"
FOLDER = Path(newsarchive.__file__).parent / "theme" / THEME
SCRIPT = "assets/newsarchive/newsarchive.js"
SCRIPTS = (SCRIPT, "assets/newsarchive/search.js")

_MATERIAL = ("assets/javascripts/", "assets/stylesheets/")  # its scripts, their workers and maps, and its styles


def add_look(config: MkDocsConfig) -> None:
    """Let the site find the archive's theme folder, after the user's own and before the theme's.

    Another theme than Material shows the same pages without the archive's styles, and a warning says so.
    """
    if config.theme.name != THEME:
        LOG.warning("The theme '%s' shows the pages without styles of their own; use '%s'.", config.theme.name, THEME)
        return
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(FOLDER))
    config.extra_css.insert(0, STYLESHEET)  # before the user's own, so that theirs win
    config.extra_javascript.append(SCRIPT)


def dress(files: Files, config: MkDocsConfig) -> None:
    """Add what the archive's look has in no theme folder as it is served, and drop what no page loads.

    Dropped are the parts that the one stylesheet joins, and Material's own scripts and styles: our frame does without,
    so they stay for a site that brings another frame, and where the site's configuration names them.
    """
    if config.theme.name != THEME:
        return
    served = {STYLESHEET: site_stylesheet(config.theme)}
    served |= {path: bare_script(theme_file(config.theme, path).read_text("utf-8")) for path in SCRIPTS}
    for file in [*_of_theme(files, (*served, *PARTS), config), *_unloaded(files, config)]:
        files.remove(file)
    for path, content in served.items():
        if files.get_file_from_path(path) is None:  # the site's own docs may have another
            files.append(File.generated(config, path, content=content))


def _of_theme(files: Files, paths: Iterable[str], config: MkDocsConfig) -> Iterator[File]:
    for path in paths:
        file = files.get_file_from_path(path)
        if file and file.src_dir in config.theme.dirs:
            yield file


def _unloaded(files: Files, config: MkDocsConfig) -> Iterator[File]:
    if theme_file(config.theme, "base.html").parent != FOLDER:
        return
    named = {*config.extra_css, *map(str, config.extra_javascript)}
    folders = {*config.theme.dirs} - {config.theme.custom_dir}
    for file in files:
        if file.src_dir in folders and file.src_uri.startswith(_MATERIAL) and file.src_uri not in named:
            yield file
