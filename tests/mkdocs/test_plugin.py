"""The plugin: what its module loads before the workers begin to read."""

import subprocess
import sys

LOADED = "import sys, newsarchive.mkdocs.plugin; print(*sys.modules)"


def test_little_is_loaded_before_the_seeds_are_read():
    loaded = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True).stdout.split()
    assert "newsarchive.reading.seed" in loaded
    assert not {"newsarchive.annotate.passages", "newsarchive.pages", "newsarchive.export", "numpy"} & set(loaded)
