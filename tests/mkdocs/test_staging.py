from newsarchive.mkdocs.staging import abandon, publish, stage


def test_a_site_takes_the_place_of_the_last_when_it_is_whole(tmp_path, site_config, write_files):
    config = site_config(tmp_path)
    site = write_files(tmp_path / "site", {"index.html": "last", "old/index.html": "gone"})
    staged = stage(config)
    assert config.site_dir == str(staged.staging) != str(site)
    write_files(staged.staging, {"index.html": "new"})
    assert (site / "index.html").read_text("utf-8") == "last"
    publish(staged)
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
