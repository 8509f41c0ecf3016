"""Files: which files of the seeds folder are seeds, and which sidecar belongs to which."""

import os
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from newsarchive.columns import rows
from newsarchive.problem import Problem

_NOT_ARTICLES = frozenset({"registry", "redirects.yml"})
_PAGES = frozenset({".html", ".htm"})
_PAGE_ENDINGS = tuple(sorted(_PAGES))
_SEEDS = frozenset({".txt", ".md"}) | _PAGES
_SEED_ENDINGS = tuple(sorted(_SEEDS))
_SIDECAR = ".yml"
_READ_ENDINGS = (*_SEED_ENDINGS, _SIDECAR)
_FOLDERS_OF_PAGES = ("_files", ".files")
_DOCUMENTS = frozenset({".doc", ".docx", ".epub", ".markdown", ".mhtml", ".odt", ".pages", ".pdf", ".rtf", ".text"})
_NO_SEEDS = frozenset({"README", "Readme", "readme", "LICENSE", "LICENCE"})
_AS_TEXT = "save its text as a plain text file that ends in .txt (UTF-8), or as Markdown that ends in .md"


class SeedFile(NamedTuple):
    """A seed and its sidecar: their paths below the seeds folder `root`, with `/`; `sidecar` is None where none is."""

    root: Path
    seed: str
    sidecar: str | None


def find_files(seeds: Path) -> tuple[list[SeedFile], list[Problem]]:
    """Return the seeds below the folder `seeds`, sorted by path, and the problems of what cannot be one.

    Left alone are what is hidden (`.name`), `registry` and `redirects.yml` at the top, `README`, `LICENSE` and
    `LICENCE` (in capitals) with any ending, the folder of a saved page (`NAME_files` beside `NAME.html`), and every
    file whose ending is not that of a document (`*.schema.json`, pictures). Links are followed to files inside `seeds`
    only.
    """
    if not seeds.is_dir():
        hint = "create it, or name another folder"
        return [], [Problem(".", 1, 1, "seeds-missing", f"there is no seeds folder '{seeds.name}'", hint)]
    names: list[str] = []
    problems: list[Problem] = []
    for found in _walk(str(seeds)):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            names.append(found)
    return _paired(seeds, sorted(names), problems)


def _paired(seeds: Path, names: list[str], problems: list[Problem]) -> tuple[list[SeedFile], list[Problem]]:
    texts = [name for name in names if name.endswith(_SEED_ENDINGS)]
    sidecars = {name.removesuffix(_SIDECAR): name for name in names if name.endswith(_SIDECAR)}
    others = [(name, *_split(name)) for name in names if not name.endswith(_READ_ENDINGS)]
    stems = [name.rpartition(".")[0] for name in texts]
    files = list(rows(SeedFile, repeat(seeds), texts, map(sidecars.get, stems)))
    known = set(stems)
    lone = [_lone_sidecar(name, stem, known) for stem, name in sidecars.items() if stem not in known]
    strange = [_strange_file(*kind) for kind in others if _is_strange(*kind[1:])]
    return files, [*problems, *lone, *strange]


def is_page(seed: str) -> bool:
    """Whether the seed is a saved web page, by its ending."""
    return seed.endswith(_PAGE_ENDINGS)


def _split(name: str) -> tuple[str, str]:
    """Return the path of a file that is not hidden without its ending, and the ending with its full stop, or ""."""
    stem, _, ending = name.rpartition(".")
    return (stem, f".{ending}") if stem and "/" not in ending else (name, "")


def _walk(root: str) -> Iterator[str | Problem]:
    """Yield the path of each file that may matter below `root`, or what is wrong with it, in no order."""
    real_root = os.path.realpath(root)
    folders = [""]
    while folders:
        below = folders.pop()
        try:
            entries = list(os.scandir(f"{root}/{below}"))
        except OSError as error:
            yield _unreadable(_shown(below), f"the folder cannot be read: {error.strerror}")
            continue
        beside = {entry.name for entry in entries}
        for entry in entries:
            name = entry.name
            if _is_left_alone(name, below) or (name.endswith(_FOLDERS_OF_PAGES) and _is_of_page(name, beside)):
                continue
            found = _entry(entry, below, real_root)
            if isinstance(found, str) and found.endswith("/"):
                folders.append(found)
            elif found is not None:
                yield found


def _is_left_alone(name: str, below: str) -> bool:
    return name.startswith(".") or (not below and name in _NOT_ARTICLES) or name.partition(".")[0] in _NO_SEEDS


def _is_of_page(name: str, beside: set[str]) -> bool:
    """Whether `name`, which ends as the folder does in which browsers put a page's pictures, has the page beside it."""
    stem = next(name.removesuffix(end) for end in _FOLDERS_OF_PAGES if name.endswith(end))
    return any(f"{stem}{ending}" in beside for ending in _PAGES)


def _entry(entry: os.DirEntry[str], below: str, real_root: str) -> str | Problem | None:
    """Return the path of a file, that of a folder with a closing `/`, what is wrong with it, or None to leave it."""
    path = f"{below}{entry.name}"
    if not path.isprintable():
        return Problem(_shown(path), 1, 1, "seed-name", "the name holds characters that cannot be shown", "rename it")
    if entry.is_file(follow_symlinks=False):
        return path
    if entry.is_symlink():
        return _linked(entry, path, real_root)
    if entry.is_dir():
        return f"{path}/"
    return _unreadable(path, "this is neither a file nor a folder") if _is_document(path) else None


def _linked(entry: os.DirEntry[str], path: str, real_root: str) -> str | Problem:
    target = os.path.realpath(entry.path)
    inside = target == real_root or target.startswith(f"{real_root}{os.sep}")
    if inside and Path(target).is_file():
        return path
    where = "to a folder" if inside and Path(target).is_dir() else "out of the seeds folder or to nothing"
    return Problem(path, 1, 1, "seed-link", f"this is a link {where}", "put a copy of what it links to in its place")


def _is_document(path: str) -> bool:
    ending = _split(path)[1].lower()
    return ending in _SEEDS | _DOCUMENTS or ending == _SIDECAR


def _is_strange(stem: str, ending: str) -> bool:
    """Whether a file that is neither seed nor sidecar was plainly meant to be one."""
    if not ending:
        return not stem.rpartition("/")[2].isupper()
    return _is_document(f"{stem}{ending}") or ending.lower() == ".yaml"


def _strange_file(name: str, stem: str, ending: str) -> Problem:
    small = ending.lower()
    if not ending:
        message, hint = "the file's name has no ending", "let it end in .txt, .md or .html, or in .yml for a sidecar"
    elif small in _SEEDS or small in {_SIDECAR, ".yaml"}:
        right = _SIDECAR if small == ".yaml" else small
        message, hint = f"the ending is '{ending}' and not '{right}'", f"rename it to {stem.rpartition('/')[2]}{right}"
    elif small == ".mhtml":
        message, hint = "a web archive is no seed", "run 'newsarchive add' with it, or save the page as HTML alone"
    else:
        message, hint = f"a file that ends in '{ending}' cannot be read", _AS_TEXT
    return Problem(name, 1, 1, "seed-format", message, hint)


def _lone_sidecar(name: str, stem: str, stems: set[str]) -> Problem:
    bare, ending = _split(stem)
    if ending in _SEEDS and bare in stems:
        hint = f"rename it to {bare.rpartition('/')[2]}{_SIDECAR}"
    else:
        hint = "put the seed beside it under the same name, with .txt, .md or .html, or remove it"
    return Problem(name, 1, 1, "sidecar-alone", "this sidecar has no seed", hint)


def _unreadable(path: str, message: str) -> Problem:
    return Problem(path or ".", 1, 1, "file-unreadable", message, "put a file there that you may read")


def _shown(path: str) -> str:
    """Return `path` with a replacement character for each that cannot be printed or is no Unicode."""
    return path if path.isprintable() else "".join(letter if letter.isprintable() else "\ufffd" for letter in path)
