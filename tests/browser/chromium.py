"""The Chromium that the tests open pages with.

`chromium.py` prints the path of the one that is there, or fails and says what to do; `chromium.py install` gets one
first if there is none: Playwright's own, else the system's.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAYWRIGHT_INSTALL = (sys.executable, "-m", "playwright", "install", "--with-deps", "chromium")
APT_COMMANDS = (("apt-get", "update"), ("apt-get", "install", "--yes", "--no-install-recommends", "chromium"))


def main(arguments):
    """Print the browser's path; the exit code is 1 if there is none."""
    browser = find() or (install() if arguments == ["install"] else None)
    click.echo(browser or "There is no Chromium to open pages with; `make test` installs one where it can.")
    return 0 if browser else 1


def find():
    """Return the path of a Chromium: one on PATH, else Playwright's own, else None."""
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or _playwrights_own()


def install():
    """Install a Chromium and return its path, or None if neither Playwright nor the system has one to give."""
    if not succeeds(PLAYWRIGHT_INSTALL):
        all(succeeds((*_as_root(), *command)) for command in APT_COMMANDS)
    return find()


def succeeds(command):
    """Run a command, its output on standard error, and return whether it did its work."""
    click.echo(f"$ {' '.join(command)}", err=True)
    try:
        return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0
    except FileNotFoundError:
        return False


def _playwrights_own():
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _as_root():
    return () if os.geteuid() == 0 else ("sudo",)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
