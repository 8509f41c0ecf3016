"""`mkdocs serve` shows a seed or a name as soon as it is saved."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

import pytest

PATIENCE = 30  # seconds; a build takes one or two, the server looks for changes twice a second
PLACES = "- slug: arden\n  kind: town\n  names:\n    - {text: Arden, language: en, script: Latn, source: the map}\n"


@contextmanager
def serving(folder):
    """Serve the site of `folder` on a free port, and give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", address]
    with subprocess.Popen(command, cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}) as server:
        try:
            yield f"http://{address}/"
        finally:
            server.send_signal(signal.SIGINT)


def wait_for(text, address):
    """Ask for a page until it holds `text`."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  the address is the test's own server
                if text in answer.read().decode():
                    return
        except URLError:
            pass  # the server is not there yet, or has no such page yet
        time.sleep(0.1)
    pytest.fail(f"{address} did not show '{text}' within {PATIENCE} seconds")


@pytest.mark.usefixtures("interruptible")
def test_a_changed_seed_and_a_changed_registry_show_without_a_restart(tmp_path, site_config, write_files):
    seed = {"seeds/one.txt": "The bridge at Arden was opened.\n", "seeds/one.yml": "slug: one\n"}
    site_config(write_files(tmp_path, seed))
    with serving(tmp_path) as address:
        wait_for("The bridge at ", f"{address}articles/one/")
        write_files(tmp_path, {"seeds/one.txt": "The ferry at Arden was sunk.\n"})
        wait_for("The ferry at ", f"{address}articles/one/")
        write_files(tmp_path, {"seeds/registry/places.yml": PLACES})
        wait_for("Arden", f"{address}places/arden/")
