"""Setting: what every page is made with, and the templates."""

from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newsarchive.archive import Archive
from newsarchive.pages.page import Links

TEMPLATES = Path(__file__).parent.parent / "theme" / "pages"


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,  # the one place where text becomes HTML; what is HTML already is a `Markup`
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@dataclass(frozen=True)
class Setting:
    """The archive, the form of links, and the templates of the theme."""

    archive: Archive
    links: Links = Links()
    environment: Environment = field(default_factory=_environment)
