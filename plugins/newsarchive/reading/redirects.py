"""Redirects: the addresses that articles once had, kept alive by the file `redirects.yml` of the seeds folder."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsarchive.problem import Problem
from newsarchive.reading.contents import read_contents

if TYPE_CHECKING:
    from newsarchive.yaml_document import YamlDocument

FILE = "redirects.yml"
_ADDRESS = re.compile(r"(?:[a-z0-9]+(?:-{1,2}[a-z0-9]+)*/){1,4}")
_LONGEST = 300
_HINT = "write it as 'articles/old-slug/: articles/new-slug/', without the site's own address"


@dataclass(frozen=True, slots=True, order=True)
class Redirect:
    """An address that was given up, the address that it leads to, and where `redirects.yml` states it."""

    old: str
    new: str
    line: int
    column: int


def read_redirects(seeds: Path) -> tuple[tuple[Redirect, ...], list[Problem]]:
    """Return the redirects of the folder `seeds`, sorted, and every problem of their file; it may be missing."""
    if not (seeds / FILE).is_file():
        return (), []
    from newsarchive.yaml_document import read_yaml  # noqa: PLC0415  # most archives have no redirects to load it for

    contents = read_contents(seeds, FILE, "redirects")
    if contents.problems:
        return (), list(contents.problems)
    document = read_yaml(contents.text, FILE)
    if isinstance(document, Problem):
        return (), [document]
    if document.data is None:
        return (), []
    if not isinstance(document.data, dict):
        return (), [document.problem((), "bad-value", "the file is not a list of 'old: new' lines", _HINT)]
    return _redirects(document)


def _redirects(document: "YamlDocument") -> tuple[tuple[Redirect, ...], list[Problem]]:
    problems = [
        Problem(FILE, *place, "redirect-address", f"'{address}' is not an address of the site", _HINT)
        for old, new in document.data.items()
        for address, place in ((old, document.key_places[(old,)]), (str(new or ""), document.places[(old,)]))
        if not _is_address(address)
    ]
    redirects = (
        Redirect(old, str(new), *document.key_places[(old,)])
        for old, new in document.data.items()
        if _is_address(old) and _is_address(str(new or ""))
    )
    return tuple(sorted(redirects)), problems


def _is_address(text: str) -> bool:
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None
