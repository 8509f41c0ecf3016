import os
import threading
from pathlib import Path

import pytest
from markupsafe import Markup
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files

from newsarchive.archive import Archive
from newsarchive.mkdocs.config import worker_count
from newsarchive.mkdocs.publication import Publication, check_addresses, make_publication
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Setting
from newsarchive.problem import SeedsError
from newsarchive.reading.kept import reading_kept

PEOPLE = Plan("people/", b"", lambda: Page("people/", "People", Markup("<p>")))
SETTING = Setting(Archive(()))


def errors_of(publication, config):
    with pytest.raises(PluginError) as caught:
        check_addresses(publication, get_files(config))
    return str(caught.value).splitlines()


def published(config, of_site):
    options = config.plugins["newsarchive"].config
    return make_publication(options, of_site, reading_kept(Path(options.seeds), workers=worker_count(options)))


@pytest.mark.parametrize("source", ["people.md", "people/index.md", "people/README.md"])
def test_a_page_of_the_docs_and_one_of_the_archive_at_one_address_are_an_error_that_names_both(
    tmp_path, site_config, write_files, source
):
    write_files(tmp_path / "docs", {source: "# Mine\n"})
    error = f"'people/index.html' has two sources: '{source}' and the archive's page 'people/'."
    assert errors_of(Publication(SETTING, (PEOPLE,)), site_config(tmp_path)) == [error]


def test_two_pages_of_the_archive_at_one_address_are_an_error_that_names_both(tmp_path, site_config):
    error = "'people/index.html' has two sources: the archive's page 'people/' and the archive's page 'people/'."
    assert errors_of(Publication(SETTING, (PEOPLE, PEOPLE)), site_config(tmp_path)) == [error]


def test_every_double_address_is_named_at_once(tmp_path, site_config, write_files):
    write_files(tmp_path / "docs", {"people.md": "# Mine\n", "data/articles.json": "{}"})
    publication = Publication(SETTING, (PEOPLE,), (("data/articles.json", b"[]"),))
    assert len(errors_of(publication, site_config(tmp_path))) == 2


def test_different_addresses_pass(tmp_path, site_config, write_files):
    write_files(tmp_path / "docs", {"method/index.md": "# Method\n"})
    check_addresses(Publication(SETTING, (PEOPLE,)), get_files(site_config(tmp_path)))


@pytest.mark.parametrize(("publish_data", "found"), [(True, True), (False, False)])
def test_the_data_is_made_where_the_options_ask_for_it(tmp_path, site_config, publish_data, found):
    config = site_config(tmp_path, plugins=[{"newsarchive": {"publish_data": publish_data}}])
    made = published(config, load_config(config.config_file_path))
    assert ("data/articles.json" in dict(made.joined.files())) is found
    assert ("feed.xml" in dict(made.files)) is found


def test_nobody_works_on_where_a_build_fails(tmp_path, site_config, write_files, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # the tests themselves may run beside a thread
    fork, forked = os.fork, []
    monkeypatch.setattr(os, "fork", lambda: forked.append(fork()) or forked[-1])
    write_files(tmp_path / "seeds", {"redirects.yml": "articles/old/: articles/nowhere/\n"})
    config = site_config(tmp_path, plugins=[{"newsarchive": {"workers": 2}}])
    with pytest.raises(SeedsError):
        published(config, config)
    assert forked
    for process in forked:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
