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
from newsarchive.mkdocs.config import NewsArchiveConfig
from newsarchive.mkdocs.frame import Frame
from newsarchive.mkdocs.generated import edit_links
from newsarchive.mkdocs.place import INDEX
from newsarchive.mkdocs.publication import Publication, common_inputs
from newsarchive.mkdocs.standing import Standing
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Setting
from newsarchive.progress import step
from newsarchive.store import Bin, Place, Store, new_bin, open_store, temporary_store
from newsarchive.workers import started

PAGES = "pages"  # their store's folder in the cache
_LOG = logging.getLogger("newsarchive")
BATCH = 64
"""Pages that a worker takes at a time: enough to be worth the asking, few enough that workers end together."""

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
    """The pages of a site: the path of each by its key, and the keys of those that stand there already."""

    paths: Mapping[bytes, str]
    standing: frozenset[bytes]


def press_of(
    setting: Setting, options: NewsArchiveConfig, frames: Callable[[str], Frame], files: Files, config: MkDocsConfig
) -> Press:
    """Return what writes the pages of `setting` beside the site's `files` into the folder where the site is built."""
    store = open_store(Path(options.cache) / PAGES, method()) if options.cache else temporary_store()
    edit, root = edit_links(Path(options.seeds), config), config.site_url
    common = common_inputs(setting) + repr((root, edit("a"))).encode()
    taken = {file.dest_uri: file.src_uri for file in files}
    return Press(Path(config.site_dir), store, frames, lambda address: root and f"{root}{address}", edit, taken, common)


def write_site(
    press: Press, publication: Publication, plans: Sequence[Plan], standing: Standing, workers: int
) -> Written:
    """Write the page of each of `plans` that is not `standing` already, and meanwhile the joined files.

    A page that the store knows comes from there. Raises PluginError where a joined file has the path of another.
    """
    keyed = {_key(press, plan): plan for plan in plans}
    paths = {key: f"{plan.address}{INDEX}" for key, plan in keyed.items()}
    stay = frozenset(key for key, path in paths.items() if key in press.store and standing.holds(key, path))
    with step("Writing", len(plans), "pages") as tell:
        others = {key: plan for key, plan in keyed.items() if key not in stay}
        places = _written(press, publication, others, workers, tell)
    press.store.keep({key: press.store.places[key] for key in stay} | places)
    return Written(paths, stay)


def _written(
    press: Press, publication: Publication, plans: Mapping[bytes, Plan], workers: int, tell: Callable[[int], None]
) -> dict[bytes, Place]:
    """Let `workers` write the pages of `plans`, and return where the store has them, by their keys."""
    keyed = list(plans.items())
    batches = [keyed[start : start + BATCH] for start in range(0, len(keyed), BATCH)]

    def work(batches: Iterator[Sequence[tuple[bytes, Plan]]]) -> Iterator[list[Row]]:
        with new_bin(press.store.folder) as made:
            for batch in batches:
                yield [_row(press, key, plan, made) for key, plan in batch]

    working = started(workers, batches, work)
    try:
        for path, content in publication.joined():
            _write_joined(press, path, content)
    except BaseException:
        working.stop()  # or it would go on to write what nobody waits for
        raise
    rows = [row for rows in working.results(lambda done: tell(done * BATCH)) for row in rows]
    _LOG.debug("%d of the pages are made anew.", sum(key not in press.store for key, _ in rows))
    return {key: Place(*place) for key, place in rows}


def _write_joined(press: Press, name: str, content: bytes) -> None:
    if name in press.taken:
        message = f"'{name}' has two sources: '{press.taken[name]}' and the archive's own file."
        raise PluginError(message)
    path = press.site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


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
