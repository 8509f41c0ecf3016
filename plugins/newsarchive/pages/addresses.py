"""Addresses: every address of the site, known without making a page."""

from newsarchive.archive import Archive
from newsarchive.pages.setting import Setting
from newsarchive.pages.site import site_plans


def site_addresses(archive: Archive) -> frozenset[str]:
    """Return the addresses of all pages that `site_pages` makes of `archive`."""
    return frozenset(plan.address for plan in site_plans(Setting(archive)))
