"""Writing: the pages of the archive, made by workers or taken from the store, in the frame of the site's theme."""

import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from newsarchive.digest import digest
from newsarchive.method import method
from newsarchive.mkdocs.config import NewsArchiveConfig, cache_folder
from newsarchive.mkdocs.frame import Frame
from newsarchive.mkdocs.generated import edit_links
from newsarchive.mkdocs.place import INDEX
from newsarchive.mkdocs.publication import Publication, common_inputs
from newsarchive.mkdocs.standing import Standing
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Setting
from newsarchive.progress import step
from newsarchive.store import Bin, Place, Store, kept_store, new_bin
from newsarchive.workers import started

PAGES = "pages"  # their store's folder in the cache
_LOG = logging.getLogger("newsarchive")
BATCH = 64
"""Pages that a worker takes at a time, at most: enough to be worth the asking."""

_SHARES = 8  # in which a worker takes its part of few pages, so that all end together

Row = tuple[bytes, tuple[Any, ...]]  # a page's key and where the store has it, as plain as it must be to be sent


@dataclass(frozen=True)
class Press:
    """All that turns plans into files below the folder `site`.

    `frames` gives the frame of the page at an address, `canonical` its address in the world, `edit` its edit link from
    its seed. `taken` are the files that MkDocs writes: the source of each by its path. `common` is a digest of what
    every page rests on.
    """

    site: Path
    store: Store
    frames: Callable[[str], Frame]
    canonical: Callable[[str], str | None]
    edit: Callable[[str | None], str | None]
    taken: Mapping[str, str]
    common: bytes


@dataclass(frozen=True)
class Written:
    """The files of a site: the path of each page by its key, and the paths of all files that stand there already."""

    pages: Mapping[bytes, str]
    standing: frozenset[str]


def press_of(
    setting: Setting, options: NewsArchiveConfig, frames: Callable[[str], Frame], files: Files, config: MkDocsConfig
) -> Press:
    """Return what writes the pages of `setting` beside the site's `files` into the folder where the site is built."""
    store = kept_store(cache_folder(options), PAGES, method())
    edit, root = edit_links(Path(options.seeds), config), config.site_url
    common = common_inputs(setting) + repr((root, edit("a"))).encode()
    taken = {file.dest_uri: file.src_uri for file in files}
    return Press(Path(config.site_dir), store, frames, lambda address: root and f"{root}{address}", edit, taken, common)


def write_site(
    press: Press, publication: Publication, plans: Sequence[Plan], standing: Standing, workers: int
) -> Written:
    """Write the page of each of `plans`, and meanwhile the joined files, but for what is `standing` already.

    A page that the store knows comes from there. Raises PluginError where a joined file has the path of another.
    """
    keyed = {_key(press, plan): plan for plan in plans}
    paths = {key: f"{plan.address}{INDEX}" for key, plan in keyed.items()}
    stay = {key: press.store.places[key] for key in paths if key in press.store and standing.holds(key, paths[key])}
    others = sorted([(key, plan) for key, plan in keyed.items() if key not in stay], key=lambda one: one[1].turn)
    size = min(BATCH, len(others) // (_SHARES * workers) + 1)
    batches = [others[start : start + size] for start in range(0, len(others), size)]

    def work(batches: Iterator[Sequence[tuple[bytes, Plan]]]) -> Iterator[list[Row]]:
        with new_bin(press.store.folder) as made:
            for batch in batches:
                yield [_row(press, key, plan, made) for key, plan in batch]

    with step("Writing", len(plans), "pages") as tell:
        working = started(workers, batches, work)
        try:
            joined = frozenset(_joined(press, publication, standing))
        except BaseException:
            working.stop()  # or it would go on to write what nobody waits for
            raise
        rows = [row for rows in working.results(lambda done: tell(len(stay) + done * size)) for row in rows]
    _LOG.debug("%d of the pages are made anew.", sum(key not in press.store for key, _ in rows))
    press.store.keep(stay | {key: Place(*place) for key, place in rows})
    return Written(paths, joined.union(paths[key] for key in stay))


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


def _row(press: Press, key: bytes, plan: Plan, made: Bin) -> Row:
    place = press.store.places.get(key)
    content = press.store.value(place) if place else None
    if place is None or content is None:
        content = _content(press, plan)
        place = made.add(content)
    _write(press.site, plan.address, content)
    return key, tuple(place)


def _key(press: Press, plan: Plan) -> bytes:
    return digest((press.common, press.frames(plan.address).digest, plan.address, plan.inputs))


def _content(press: Press, plan: Plan) -> bytes:
    page = plan.make()
    html = press.frames(plan.address).fill(page, press.canonical(plan.address), press.edit(page.seed))
    return html.encode("utf-8", "xmlcharrefreplace")


def _write(site: Path, address: str, content: bytes) -> None:
    folder = f"{site}/{address}"
    try:
        os.mkdir(folder)  # noqa: PTH102  # a third of the time that a Path takes, for tens of thousands of pages
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    with open(f"{folder}{INDEX}", "wb") as file:  # noqa: PTH123
        file.write(content)
