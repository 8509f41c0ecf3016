"""The one stylesheet of the site: the theme's own, the icons that this site chose, and the archive's."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from mkdocs.theme import Theme

STYLESHEET = "assets/newsarchive/site.css"
PARTS = tuple(f"assets/newsarchive/{name}.css" for name in ("newsarchive", "frame", "indexes"))

_MATERIAL = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
# What shows an icon: its selector, its name among the theme's icons, and what it is unless the site says otherwise.
_ICONS = (
    (".na-menu", "menu", "material/menu"),
    (".md-header__title:not(:has(img,svg))", "logo", "material/library"),
    ("[for=na-find]", "search", "material/magnify"),
    (".md-source", "repo", "fontawesome/brands/git-alt"),
    ("[rel=edit]", "edit", "material/file-edit-outline"),
    (".md-path li+li", "next", "material/chevron-right"),
)
# What Material's script draws or moves, and the trees of the nav: a third of its style.
_ABSENT = re.compile(
    r"\.md-(?:annotation|author|clipboard|code__|consent|dialog|feedback|footer|input|nav|option|overlay|post|progress|search"
    r"|sidebar|source-file|source__|status|suggest|toggle|tooltip|top|version)|^\.js "
)
_RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
_SLATE, _ANY_SCHEME = re.compile(r'\[data-md-color-scheme="?slate"?\]'), "[data-md-color-scheme]"
_IN_URL = " '/:=(),.-"


def site_stylesheet(theme: Theme) -> str:
    """Return all that the pages need in one file, so that a page names, and a reader waits for, no more than one.

    Icons are masks, so that their bytes are not in every page; raises FileNotFoundError for one that is not there.
    """
    own = (minified(theme_file(theme, path).read_text("utf-8")) for path in PARTS)
    styles = "\n".join((*(_of_use(theme_file(theme, path).read_text("utf-8")) for path in _MATERIAL), *own))
    return "\n".join((styles, _dark_without_scripts(styles), *_icons(theme)))


def _of_use(style: str) -> str:
    """Return a style of the theme's without the rules of what no page has."""
    bare = style.partition("/*# sourceMappingURL=")[0]
    return _RULE.sub(lambda rule: "" if all(map(_ABSENT.search, rule[1].split(","))) else rule[0], bare)


def _dark_without_scripts(styles: str) -> str:
    """Return the rules of the dark colours for where no script can put them on, and only the system's wish counts."""
    rules = (rule.rpartition("{") for rule in styles.split("}"))
    own = ((selector.rpartition("{")[2], values) for selector, _, values in rules)
    dark = "".join(f"{selector}{{{values}}}" for selector, values in own if _SLATE.search(selector))
    return f"@media screen and (scripting:none) and (prefers-color-scheme:dark){{{_SLATE.sub(_ANY_SCHEME, dark)}}}"


def minified(style: str) -> str:
    """Return a style sheet without comments, and without the spaces, zeros and quotation marks that say nothing."""
    bare = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL))
    close = re.sub(r"\s*([{};,>])\s*|\s*(:)\s+|\s+(?=!)", r"\1\2", bare)
    plain = re.sub(r'="([a-zA-Z][\w-]*)"\]', r"=\1]", close.replace(" ~ ", "~").replace(";}", "}"))
    return re.sub(r"(?<=[\s:,(-])0(?=\.\d)", "", plain).strip()


def theme_file(theme: Theme, pattern: str) -> Path:
    """Return the first file of the theme's folders at the path `pattern`, which may have a `*`."""
    found = next((path for folder in theme.dirs for path in sorted(Path(folder).glob(pattern))), None)
    if found is None:
        message = f"The theme '{theme.name}' has no '{pattern}'."
        raise FileNotFoundError(message)
    return found


def _icons(theme: Theme) -> Iterator[str]:
    chosen = theme.get("icon") or {}
    for selector, name, usual in _ICONS:
        yield _icon(theme, selector, chosen.get(name) or usual)
    for number, option in enumerate(_options(theme.get("palette"))):
        if toggle := option.get("toggle"):
            yield _icon(theme, f'.na-colours[value="{number}"]', toggle["icon"])


def _options(palette: object) -> Iterable[dict[str, dict[str, str]]]:
    return palette if isinstance(palette, list) else ()


def _icon(theme: Theme, selector: str, name: str) -> str:
    drawing = theme_file(theme, f".icons/{name}.svg").read_text("utf-8").strip().replace('"', "'")
    return f'{selector}{{--na-icon:url("data:image/svg+xml,{quote(drawing, safe=_IN_URL)}")}}'
