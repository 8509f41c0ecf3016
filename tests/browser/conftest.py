"""The built site in a real browser: served over HTTP, and opened as files."""

import subprocess
import sys
from collections import defaultdict
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import sync_playwright

FINDER = Path(__file__).parent / "chromium.py"
# In a container there is no sandbox to be had, no graphics card, and little shared memory.
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def chromium_path():
    """The path of the Chromium that is there; without one the tests fail and say how to get one."""
    found = subprocess.run([sys.executable, FINDER], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
    return found.stdout.strip()


@pytest.fixture(scope="session")
def browser(chromium_path):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def http_address(project_site):
    """The address under which the project's site is served while the tests run."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(project_site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def file_address(project_site):
    return f"{project_site.as_uri()}/"


@pytest.fixture(params=["http_address", "file_address"])
def address(request):
    """Where the site stands: on a server, and in a folder that is opened without one."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def one_page_of_each_kind(project, project_site):
    """The path of one page of each kind: the largest, on which there is most to see."""
    kinds = defaultdict(list)
    for page in sorted(project_site.rglob("*.html")):
        path = page.relative_to(project_site)
        kinds[_kind(path, project)].append(path)
    del kinds["404.html"]  # its addresses are counted from the root of a server
    largest = (max(paths, key=lambda path: (project_site / path).stat().st_size) for paths in kinds.values())
    return [path.as_posix() for path in largest]


def _kind(path, project):
    """What kind of page stands at a path: one that people wrote, a period of days, an index, or an item of a part."""
    part, *rest = path.parts
    if (project / "docs" / path.with_suffix(".md")).is_file():
        return "written"
    return (part, len(rest), len(rest[0])) if part == "dates" else (part, len(rest)) if rest else part
