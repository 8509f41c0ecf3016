"""Redirects: a small page at each address that was given up, which leads to the new one with no script."""

from collections.abc import Collection, Iterator

from newsarchive.archive import Archive
from newsarchive.pages.setting import Setting
from newsarchive.problem import Problem
from newsarchive.reading.redirects import FILE, Redirect


def redirect_files(setting: Setting) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of each redirect's page."""
    for redirect in setting.archive.redirects:
        html = setting.render("redirect.html", redirect.old, redirect=redirect)
        yield f"{redirect.old}index.html", f"{html}\n".encode()


def redirect_problems(archive: Archive, addresses: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong with the archive's redirects, `addresses` being all that the site has."""
    for redirect in archive.redirects:
        if redirect.old in addresses:
            message = f"'{redirect.old}' is the address of a page, so it cannot lead elsewhere"
            yield _problem(redirect, "redirect-taken", message, "remove this line")
        if redirect.new not in addresses:
            message = f"'{redirect.new}' is the address of no page"
            yield _problem(redirect, "redirect-nowhere", message, "name the address of a page that the site has")


def _problem(redirect: Redirect, code: str, message: str, hint: str) -> Problem:
    return Problem(FILE, redirect.line, redirect.column, code, message, hint)
