"""Writing: the pages of the archive, made by workers or taken from the store, in the frame of the site's theme."""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from newsarchive.digest import digest
from newsarchive.mkdocs.config import NewsArchiveConfig
from newsarchive.mkdocs.early import EarlyPages
from newsarchive.mkdocs.frame import Frame
from newsarchive.mkdocs.generated import edit_links
from newsarchive.mkdocs.place import INDEX
from newsarchive.mkdocs.publication import Publication, common_inputs
from newsarchive.mkdocs.standing import Standing
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Making, Plan, pages_of
from newsarchive.pages.setting import Setting
from newsarchive.progress import step
from newsarchive.store import Bin, Place, Store, new_bin
from newsarchive.workers import started

PAGES = "pages"  # their store's folder in the cache
_LOG = logging.getLogger("newsarchive")
BATCH = 64
"""Pages that a worker takes at a time, at most: enough to be worth the asking."""

_SHARES = 8  # in which a worker takes its part of few pages, so that all end together

Batch = Sequence[tuple[bytes, Making]]
Row = tuple[bytes, tuple[Any, ...]]  # a page's key and where the store has it, as plain as it must be to be sent


@dataclass(frozen=True)
class Press:
    """All that turns plans into files below the folder `site`.

    `store` has pages of earlier builds, `early` those that are new and few. `frames` gives the frame of the page at an
    address, `canonical` its address in the world, `edit` its edit link from its seed. `taken` are the files that MkDocs
    writes: the source of each by its path.
    """

    site: Path
    store: Store
    early: EarlyPages
    frames: Callable[[str], Frame]
    canonical: Callable[[str], str | None]
    edit: Callable[[str | None], str | None]
    taken: Mapping[str, str]


@dataclass(frozen=True)
class Written:
    """The files of a site: the path of each page by its key, and the paths of all files that stand there already."""

    pages: Mapping[bytes, str]
    standing: frozenset[str]


def keyed(
    plans: Iterable[Plan], setting: Setting, options: NewsArchiveConfig, config: MkDocsConfig
) -> dict[bytes, Plan]:
    """Return `plans` by digests (16 bytes) of all that their pages show within the frame of the theme."""
    root, edit = config.site_url, edit_links(Path(options.seeds), config)
    common = common_inputs(setting) + repr((root, edit("a"))).encode()
    return {digest((common, plan.address, plan.inputs)): plan for plan in plans}


def press_of(
    early: EarlyPages, options: NewsArchiveConfig, frames: Callable[[str], Frame], files: Files, config: MkDocsConfig
) -> Press:
    """Return what writes pages beside the site's `files` where the site is built."""
    root, edit = config.site_url, edit_links(Path(options.seeds), config)
    taken = {file.dest_uri: file.src_uri for file in files}
    return Press(
        Path(config.site_dir), early.store, early, frames, lambda address: root and f"{root}{address}", edit, taken
    )


def write_site(
    press: Press, publication: Publication, plans: Mapping[bytes, Plan], standing: Standing, workers: int
) -> Written:
    """Write the page of each of `plans`, and meanwhile the joined files, but for what is `standing` already.

    A page that the store knows comes from there, and one that was made early is not made again. Raises PluginError
    where a joined file has the path of another.
    """
    framed = {key + press.frames(plan.address).digest: plan for key, plan in plans.items()}
    paths = {key: f"{plan.address}{INDEX}" for key, plan in framed.items()}
    stay = {key: press.store.places[key] for key in paths if key in press.store and standing.holds(key, paths[key])}
    others = {key: plan for key, plan in framed.items() if key not in stay}
    batches = _batches(others, press.early.finished(), workers)

    def work(batches: Iterator[Batch]) -> Iterator[list[Row]]:
        with new_bin(press.store.folder) as found:
            for batch in batches:
                yield _rows(press, batch, paths, found)

    with step("Writing", len(plans), "pages") as tell:
        working = started(workers, batches, work)
        try:
            joined = frozenset(_joined(press, publication, standing))
        except BaseException:
            working.stop()  # or it would go on to write what nobody waits for
            raise
        size = len(others) / len(batches)
        rows = [row for rows in working.results(lambda done: tell(len(stay) + round(done * size))) for row in rows]
    _LOG.debug("%d of the pages are made anew.", sum(key not in press.store for key, _ in rows))
    press.store.keep(stay | {key: Place(*place) for key, place in rows})
    return Written(paths, joined.union(paths[key] for key in stay))


def _batches(plans: Mapping[bytes, Plan], made: Mapping[str, Page], workers: int) -> list[Batch]:
    """Share `plans` out to be written, by their turns; the pages that are `made`, by their addresses, come last."""
    turns = sorted(plans.items(), key=lambda one: one[1].turn)
    ready = [(key, partial(made.__getitem__, plan.address)) for key, plan in turns if plan.address in made]
    rest = [(key, plan.make) for key, plan in turns if plan.address not in made]
    size = min(BATCH, len(rest) // (_SHARES * workers) + 1)
    return [*(rest[start : start + size] for start in range(0, len(rest), size)), ready]


def _joined(press: Press, publication: Publication, standing: Standing) -> Iterator[str]:
    """Write the joined files, and yield the paths of those that stand already."""
    for path, content in publication.joined.files():
        if path in press.taken:
            message = f"'{path}' has two sources: '{press.taken[path]}' and the archive's own file."
            raise PluginError(message)
        if standing.has(content, path):
            yield path
            continue
        whole = press.site / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_bytes(content)


def _rows(press: Press, batch: Batch, paths: Mapping[bytes, str], found: Bin) -> list[Row]:
    """Write the pages of `batch` to their `paths`, and return where the store has them, or `found` has the new ones."""
    # All are made before one is written, and not one after the other: what a step is made with stays in the
    # processor's own memory so, which is a tenth of the time.
    kept = dict(_kept(press.store, batch))
    new = [(key, make) for key, make in batch if key not in kept]
    contents = [_content(press, page) for page in pages_of([make for _, make in new])]
    kept |= {key: (found.add(content), content) for (key, _), content in zip(new, contents, strict=True)}
    for key, (_, content) in kept.items():
        _write(press.site, paths[key], content)
    return [(key, tuple(place)) for key, (place, _) in kept.items()]


def _kept(store: Store, batch: Batch) -> Iterator[tuple[bytes, tuple[Place, bytes]]]:
    """Yield where the store has pages of `batch`, by their keys, and the pages."""
    for key, _ in batch:
        place = store.places.get(key)
        content = store.value(place) if place else None
        if place and content is not None:
            yield key, (place, content)


def _content(press: Press, page: Page) -> bytes:
    html = press.frames(page.address).fill(page, press.canonical(page.address), press.edit(page.seed))
    return html.encode("utf-8", "xmlcharrefreplace")


def _write(site: Path, path: str, content: bytes) -> None:
    whole = f"{site}/{path}"
    folder = whole.removesuffix(f"/{INDEX}")
    try:
        os.mkdir(folder)  # noqa: PTH102  # a third of the time that a Path takes, for tens of thousands of pages
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    with open(whole, "wb") as file:  # noqa: PTH123
        file.write(content)
