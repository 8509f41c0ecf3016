"""The plugin: what is loaded before the workers begin to read, and what only where there is something to make."""

import subprocess
import sys


def loaded_with(module):
    script = f"import sys, {module}; print(*sys.modules)"
    return {*subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()}


def test_little_is_loaded_before_the_seeds_are_read():
    loaded = loaded_with("newsarchive.mkdocs.plugin")
    assert "newsarchive.reading.kept" in loaded
    assert not {"newsarchive.annotate.passages", "newsarchive.pages", "newsarchive.export", "numpy"} & loaded


def test_what_only_reads_and_describes_is_not_loaded_for_a_build_that_finds_all_made():
    loaded = loaded_with("newsarchive.mkdocs.building")
    assert {"newsarchive.export.data", "newsarchive.registry.kept"} <= loaded
    reading = {"newsarchive.reading.seed", "newsarchive.registry.files"}
    comparing = {"newsarchive.annotate.passages.words", "newsarchive.annotate.passages.alignment", "rapidfuzz"}
    assert not {*reading, *comparing, "newsarchive.export.items", "pydantic"} & loaded
