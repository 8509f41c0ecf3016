import signal

import pytest

from newsarchive.mkdocs.staging import abandon, publish, stage
from newsarchive.mkdocs.standing import Standing, looking, record_pages
from newsarchive.store import open_store


def stands(site, store_folder):
    """Return what stands in `site`, of which a build that ends now left the page `index.html`."""
    record_pages(site, {b"home": "index.html"}, {}, open_store(store_folder, "method"))
    return looking(site, open_store(store_folder, "method")).finished()


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.*")}


def test_a_site_takes_the_place_of_the_last_when_it_is_whole(tmp_path, site_config, write_files):
    config = site_config(tmp_path)
    site = write_files(tmp_path / "site", {"index.html": "last", "old/index.html": "gone"})
    staged = stage(config)
    assert config.site_dir == str(staged.staging) != str(site)
    write_files(staged.staging, {"index.html": "new"})
    assert (site / "index.html").read_text("utf-8") == "last"
    publish(staged, Standing(), ())
    assert config.site_dir == str(site)
    assert [path.name for path in site.rglob("*")] == ["index.html"]
    assert (site / "index.html").read_text("utf-8") == "new"
    assert sorted(path.name for path in tmp_path.iterdir() if "site" in path.name) == ["site"]


def test_what_is_abandoned_leaves_the_last_site(tmp_path, site_config, write_files):
    config = site_config(tmp_path)
    site = write_files(tmp_path / "site", {"index.html": "last"})
    staged = stage(config)
    write_files(staged.staging, {"index.html": "half"})
    abandon(staged)
    assert config.site_dir == str(site)
    assert (site / "index.html").read_text("utf-8") == "last"
    assert not staged.staging.exists()


def test_what_an_interrupted_build_left_is_no_part_of_the_next(tmp_path, site_config, write_files):
    config = site_config(tmp_path)
    write_files(stage(config).staging, {"half.html": "half"})
    staged = stage(site_config(tmp_path))
    assert not list(staged.staging.iterdir())


def test_hidden_files_of_the_last_site_stay_as_mkdocs_leaves_them(tmp_path, site_config, write_files):
    site = write_files(tmp_path / "site", {".git/config": "ours", "index.html": "last"})
    staged = stage(site_config(tmp_path))
    write_files(staged.staging, {"index.html": "new"})
    publish(staged, Standing(), ())
    assert (site / ".git/config").read_text("utf-8") == "ours"
    assert (site / "index.html").read_text("utf-8") == "new"


LAST = {"index.html": "kept", "old/b/index.html": "gone", "turned/index.html": "gone", "file": "gone", ".nojekyll": ""}
BUILT = {"new/a/index.html": "new", "turned": "new", "file/index.html": "new"}


def test_what_stays_is_not_touched_and_all_else_goes(tmp_path, site_config, write_files):
    site = write_files(tmp_path / "site", LAST)
    (site / "empty/er").mkdir(parents=True)
    (site / "link").symlink_to(tmp_path)
    before = (site / "index.html").stat().st_ctime_ns
    staged = stage(site_config(tmp_path))
    write_files(staged.staging, BUILT)
    publish(staged, stands(site, tmp_path / "store"), {"index.html"})
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*"))
    assert found == [".nojekyll", "file", "file/index.html", "index.html", "new", "new/a", "new/a/index.html", "turned"]
    assert (site / "index.html").stat().st_ctime_ns == before
    assert sorted(path.name for path in tmp_path.iterdir() if "site" in path.name) == ["site"]


class Interrupted(tuple):
    """Paths in the midst of which an interrupt comes."""

    __slots__ = ()

    def __iter__(self):
        signal.raise_signal(signal.SIGINT)
        return super().__iter__()


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_waits_until_the_new_files_stand(tmp_path, site_config, write_files):
    site = write_files(tmp_path / "site", {"index.html": "kept", "old/index.html": "gone"})
    staged = stage(site_config(tmp_path))
    write_files(staged.staging, {"a/index.html": "new"})
    with pytest.raises(KeyboardInterrupt):
        publish(staged, stands(site, tmp_path / "store"), Interrupted(["index.html"]))
    assert files(site) == {"index.html": "kept", "a/index.html": "new"}
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
