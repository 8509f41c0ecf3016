"""The archive's templates, styles and scripts join the theme of the site."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

import newsarchive
from newsarchive.mkdocs.log import LOG
from newsarchive.mkdocs.stylesheet import STYLESHEET, site_stylesheet

THEME = "material"
FOLDER = Path(newsarchive.__file__).parent / "theme" / THEME
SCRIPT = "assets/newsarchive/newsarchive.js"


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


def look_files(config: MkDocsConfig) -> Iterator[File]:
    """Yield the files that the archive's look adds to the site and that stand in no theme folder."""
    if config.theme.name == THEME:
        yield File.generated(config, STYLESHEET, content=site_stylesheet(config.theme))
