import threading

import pytest

from newsarchive.mkdocs.config import NewsArchiveConfig, worker_count
from newsarchive.workers import usable_workers


def options(tmp_path, **stated):
    config = NewsArchiveConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    config.load_dict(stated)
    errors, warnings = config.validate()
    return config, [str(error) for _, error in errors], warnings


def test_paths_are_relative_to_the_folder_of_the_configuration(tmp_path):
    (tmp_path / "seeds").mkdir()
    config, errors, warnings = options(tmp_path)
    assert (errors, warnings) == ([], [])
    assert (config.seeds, config.cache) == (str(tmp_path / "seeds"), str(tmp_path / ".cache/newsarchive"))
    assert config.publish_data is True


def test_null_keeps_nothing_between_builds(tmp_path):
    (tmp_path / "seeds").mkdir()
    config, errors, _ = options(tmp_path, cache=None)
    assert errors == []
    assert config.cache is None


@pytest.mark.parametrize("workers", ["auto", 1, 12])
def test_workers_are_a_number_or_as_many_as_help(tmp_path, workers, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # other tests may have left a server's
    (tmp_path / "seeds").mkdir()
    config, errors, _ = options(tmp_path, workers=workers)
    assert errors == []
    assert worker_count(config) == (usable_workers() if workers == "auto" else workers)


@pytest.mark.parametrize(
    "stated",
    [
        {"seeds": "nowhere"},
        {"seeds": "seeds", "cache": 3},
        {"seeds": "seeds", "publish_data": "yes"},
        {"seeds": "seeds", "workers": 0},
        {"seeds": "seeds", "workers": True},
        {"seeds": "seeds", "workers": "two"},
    ],
)
def test_a_wrong_option_is_one_error(tmp_path, stated):
    (tmp_path / "seeds").mkdir()
    _, errors, _ = options(tmp_path, **stated)
    assert len(errors) == 1
