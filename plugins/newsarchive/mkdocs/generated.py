"""Generated files: what the archive publishes becomes files of a MkDocs site."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from newsarchive.mkdocs.page import ArchivePage
from newsarchive.mkdocs.publication import Publication


def generated_files(publication: Publication, seeds: Path, config: MkDocsConfig) -> Iterator[File]:
    """Yield a file for each page and each other file; pages stay out of the nav unless the nav names them."""
    labels = dict(nav_labels(config.nav))
    for page in publication.pages:
        file = _file(config, f"{page.address}index.md", "")
        file.edit_uri = _edit_uri(seeds, page.seed, config) if page.seed else None
        ArchivePage(page, labels.get(file.src_uri), file, config)
        yield file
    for path, content in publication.files:
        yield _file(config, path, content)


def _file(config: MkDocsConfig, path: str, content: str | bytes) -> File:
    return File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def _edit_uri(seeds: Path, seed: str, config: MkDocsConfig) -> str | None:
    """Return the seed's path from the docs folder, from where MkDocs counts; None where it is not in the repository."""
    project = Path(config.config_file_path or "").absolute().parent
    if not seeds.is_relative_to(project):
        return None
    return quote(Path(os.path.relpath(seeds / seed, config.docs_dir)).as_posix())


def nav_labels(nav: object) -> Iterator[tuple[str, str]]:
    """Yield the path and the label of each page that `nav` gives a label, however deep it stands."""
    match nav:
        case list():
            for item in nav:
                yield from nav_labels(item)
        case dict():
            for label, target in nav.items():
                if isinstance(target, str):
                    yield target, label
                else:
                    yield from nav_labels(target)
