"""Generated files: what MkDocs itself writes of the archive: pages that its nav names, and files that are no pages."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from newsarchive.mkdocs.page import ArchivePage
from newsarchive.mkdocs.publication import Publication
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan

_SEED = "seed0of0the0page"  # stands in an edit link where the path of a seed will


def shared_out(plans: Mapping[bytes, Plan], config: MkDocsConfig) -> tuple[dict[bytes, Plan], dict[bytes, Plan]]:
    """Return the pages that MkDocs is to write, the home page and those that the nav names, and all others."""
    labels = dict(nav_labels(config.nav))
    named: dict[bytes, Plan] = {}
    others: dict[bytes, Plan] = {}
    for key, plan in plans.items():
        (named if not plan.address or _source(plan.address) in labels else others)[key] = plan
    return named, others


def page_files(pages: Iterable[Page], seeds: Path, config: MkDocsConfig) -> Iterator[File]:
    """Yield a file for each of the pages that MkDocs is to write; it joins the nav only where the nav names it."""
    labels, edit = dict(nav_labels(config.nav)), edit_links(seeds, config)
    for page in pages:
        file = _file(config, _source(page.address), "")
        ArchivePage(page, labels.get(file.src_uri), file, config).edit_url = edit(page.seed)
        yield file


def other_files(publication: Publication, config: MkDocsConfig) -> Iterator[File]:
    """Yield a file for each of the archive's files that is no page."""
    for path, content in publication.files:
        yield _file(config, path, content)


def _source(address: str) -> str:
    return f"{address}index.md"


def _file(config: MkDocsConfig, path: str, content: str | bytes) -> File:
    return File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def edit_links(seeds: Path, config: MkDocsConfig) -> Callable[[str | None], str | None]:
    """Return what gives the edit link of a page from the path of its seed; None where there is none."""
    file = _file(config, "index.md", "")
    file.edit_uri = _edit_uri(seeds, _SEED, config)
    link = MkDocsPage(None, file, config).edit_url if file.edit_uri else None
    return lambda seed: link.replace(_SEED, quote(seed)) if link and seed else None


def _edit_uri(seeds: Path, seed: str, config: MkDocsConfig) -> str | None:
    """Return the seed's path from the docs folder, from where MkDocs counts; None where it is not in the repository."""
    project = Path(config.config_file_path or "").absolute().parent
    if not seeds.is_relative_to(project):
        return None
    return quote(Path(os.path.relpath(seeds / seed, config.docs_dir)).as_posix())


def nav_labels(nav: object) -> Iterator[tuple[str, str | None]]:
    """Yield the path of each page that `nav` names, however deep it stands, and its label there, if any."""
    match nav:
        case str():
            yield nav, None
        case list():
            for item in nav:
                yield from nav_labels(item)
        case dict():
            for label, target in nav.items():
                if isinstance(target, str):
                    yield target, label
                else:
                    yield from nav_labels(target)
