"""Redirects: whether each leads from no page to a page."""

from collections.abc import Iterable

from newsarchive.archive import Archive, annotated
from newsarchive.pages import redirects as pages
from newsarchive.pages.addresses import site_addresses
from newsarchive.problem import Problem
from newsarchive.reading.redirects import Redirect
from newsarchive.sources import Sources

_FOUND_IN_TEXTS = ("compare/", "dates/", "passages/")


def redirect_problems(sources: Sources) -> tuple[Problem, ...]:
    """Return what is wrong with where the redirects of `sources` lead.

    The articles are annotated, which takes far longer than all else, only where an address depends on it.
    """
    plain = Archive(sources.articles, sources.registry, redirects=sources.redirects)
    archive = annotated(sources) if _depends_on_texts(sources.redirects, site_addresses(plain)) else plain
    return tuple(pages.redirect_problems(archive, site_addresses(archive)))


def _depends_on_texts(redirects: Iterable[Redirect], known: frozenset[str]) -> bool:
    addresses = (address for redirect in redirects for address in (redirect.old, redirect.new))
    return any(address.startswith(_FOUND_IN_TEXTS) and address not in known for address in addresses)
