from pathlib import Path

from newsarchive.archive import Archive, build_archive
from newsarchive.pages.addresses import site_addresses
from newsarchive.pages.setting import Setting
from newsarchive.pages.site import site_pages

SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_addresses_are_those_of_the_pages():
    archive = build_archive(SEEDS)
    assert site_addresses(archive) == {page.address for page in site_pages(Setting(archive))}


def test_an_empty_archive_has_its_lists():
    archive = Archive(())
    assert site_addresses(archive) == {page.address for page in site_pages(Setting(archive))}
