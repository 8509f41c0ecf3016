"""What the tests of every folder share: the project, trees of files, and sites that are really built."""

import signal
from pathlib import Path

import pytest
import yaml
from hypothesis import settings
from mkdocs.commands.build import build
from mkdocs.config import load_config

PROJECT = Path(__file__).parent.parent

# How long a test takes is not what it holds, and the machine may be busy.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def project():
    return PROJECT


@pytest.fixture(scope="session")
def write_files():
    """Write files, given by their paths below a folder, and return the folder."""

    def write(folder, files):
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return write


@pytest.fixture(scope="session")
def site_config():
    """Write `mkdocs.yml` into a folder, which may have `seeds/` and `docs/`, and return MkDocs' configuration."""

    def configure(folder, **settings):
        for name in ("docs", "seeds"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        defaults = {
            "site_name": "An archive for a test",
            "strict": True,
            "plugins": ["newsarchive"],
            "theme": {"name": "material", "font": False},
        }
        (folder / "mkdocs.yml").write_text(yaml.safe_dump(defaults | settings), encoding="utf-8")
        config = load_config(str(folder / "mkdocs.yml"))
        config.plugins.on_pre_build(config=config)  # only after an event does MkDocs know whose files are generated
        return config

    return configure


@pytest.fixture(scope="session")
def build_site(site_config):
    """Build the site of a folder as `mkdocs build` does, and return the site's folder."""

    def build_folder(folder, **settings):
        config = site_config(folder, **settings)
        build(config)
        return Path(config.site_dir)

    return build_folder


@pytest.fixture(scope="session")
def build_project():
    """Build the project's own `mkdocs.yml` with a folder of seeds into a folder of its own, and return that."""

    def build_seeds(site, seeds, **settings):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("NEWSARCHIVE_SEEDS", str(seeds))
            config = load_config(str(PROJECT / "mkdocs.yml"), site_dir=str(site), **settings)
        config.plugins["newsarchive"].config.cache = None
        build(config)
        return site

    return build_seeds


@pytest.fixture(scope="session")
def project_site(build_project, tmp_path_factory):
    """The project's own site: its three seeds, with links that name index.html."""
    return build_project(tmp_path_factory.mktemp("files") / "site", PROJECT / "seeds")


@pytest.fixture(scope="session")
def project_site_with_folders(build_project, tmp_path_factory):
    """The project's own site with directory URLs."""
    return build_project(tmp_path_factory.mktemp("folders") / "site", PROJECT / "seeds", use_directory_urls=True)


@pytest.fixture
def interruptible():
    """Let processes that a test starts hear an interrupt, also where whoever started the tests ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
