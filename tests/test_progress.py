"""Progress: what the log says of a step, and the bar of a terminal."""

import logging
import os
import pty
import subprocess
import sys

from newsarchive.progress import step

SCRIPT = """
import logging, time
logging.basicConfig(level=logging.{level})
from newsarchive.progress import step
with step("Reading", {count}, "seeds") as tell:
    for done in range({count}):
        tell(done)
        time.sleep(0.0005)
"""


def shown(count, level="INFO"):
    """Return what a step of so many shows on a terminal."""
    leader, follower = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    script = SCRIPT.format(level=level, count=count)
    with subprocess.Popen([sys.executable, "-c", script], stderr=follower, env=environment) as process:
        os.close(follower)
        seen = b""
        while True:
            try:
                more = os.read(leader, 4096)
            except OSError:  # the terminal closes with its last program
                break
            if not more:
                break
            seen += more
    os.close(leader)
    assert process.returncode == 0
    return seen.decode()


def test_the_log_says_what_is_done_and_how_long_it_took(caplog):
    caplog.set_level(logging.DEBUG, "newsarchive")
    with step("Reading", 12345, "seeds") as tell:
        tell(5)
    first, last = caplog.records
    assert (first.levelname, first.getMessage()) == ("INFO", "Reading 12,345 seeds.")
    assert last.levelname == "DEBUG"
    assert last.getMessage().startswith("Reading took 0.")


def test_a_terminal_shows_a_bar():
    assert "/500" in shown(500)


def test_what_is_done_at_once_has_no_bar():
    assert "/20" not in shown(20)


def test_a_quiet_build_has_no_bar():
    assert shown(500, "ERROR") == ""
