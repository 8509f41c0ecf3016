"""Shards: the index of search, cut into script files small enough to be loaded as the reader types.

Three series of files map terms to the positions of entries: `names` those of entities, `heads` those of titles and
days, `words` those of texts. A shard is one text: its terms in order, each with a space and its coded positions, and
`!` between. A fourth series, `entries`, holds what is shown: of each entry its label, address and detail, and, where
known, the label's language and each further name with its language. `manifest.js` says where each series is cut. A page
from disk may load no JSON, hence scripts that hand their data to `newsarchiveSearch`.

What takes long, to find the terms of the articles' texts, is done in parts that can be kept; joining them is quick.
"""

import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import numpy as np

from newsarchive.archive import Archive
from newsarchive.article import Article
from newsarchive.digest import digest
from newsarchive.pages.search.entries import KINDS, Counts, Entry, search_entries
from newsarchive.pages.search.postings import Numbers, Postings, postings
from newsarchive.pages.search.term_sets import TermSets, sets_from_bytes, term_sets
from newsarchive.pages.search.terms import PLAIN_LETTERS
from newsarchive.parts import Part

FOLDER = "search"
SHARD_CHARACTERS = 12_000  # with the entries that it finds, a first key loads a tenth of a megabyte
ENTRIES_IN_SHARD = 20
COMMON_SHARE = 0.4  # what stands in so many of the texts tells none from another …
COMMON_ENTRIES = 200  # … but in a small archive every word may be looked for
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_AT_ONCE = 2000  # texts, mostly a line each, whose terms are found together


def search_parts(archive: Archive, digest_of: Callable[[str], bytes]) -> Iterator[Part]:
    """Yield a part for each run of articles: the terms of their texts.

    `digest_of` an article's id is its digest.
    """
    for run in archive.runs:
        inputs = digest((b"search", *(digest_of(article.id) for article in run)))
        yield Part(inputs, partial(_of_run, run))


def _of_run(run: Sequence[Article]) -> bytes:
    return term_sets("\n".join([block.text for block in article.blocks]) for article in run).to_bytes()


def search_files(
    archive: Archive, newest: Iterable[Article], counts: Counts, parts: Iterable[bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of each file of the index; `parts` are what the parts of all articles have made.

    `newest` are the dated articles from the latest, `counts` those of all articles.
    """
    entries = tuple(search_entries(archive, newest, counts))
    place = {entry.address: position for position, entry in enumerate(entries)}
    articles = np.array([place[article.address] for article in archive.articles], np.int64)
    texts = (*_placed(map(sets_from_bytes, parts), articles), *_found(entries, "body", ("passage",)))
    words = postings(texts, max(COMMON_ENTRIES, COMMON_SHARE * sum(len(at) for _, at in texts)))
    series = {
        "names": postings(_found(entries, "head", ("name",)), math.inf),
        "heads": postings(_found(entries, "head", ("article", "date")), math.inf),
        "words": words,
    }
    cuts = {}
    for name, found in series.items():
        shards = list(_shards(found))
        cuts[name] = [shard.partition(" ")[0] for shard in shards]
        yield from (_script(f"{name}-{number}", shard) for number, shard in enumerate(shards))
    for number, start in enumerate(range(0, len(entries), ENTRIES_IN_SHARD)):
        yield _script(f"entries-{number}", [_shown(entry) for entry in entries[start : start + ENTRIES_IN_SHARD]])
    said = {"starts": list(_starts(entries)), "step": ENTRIES_IN_SHARD, "common": words.common}
    yield _script("manifest", {"cuts": cuts, **said, "letters": PLAIN_LETTERS})


def _placed(sets: Iterable[TermSets], positions: Numbers) -> Iterator[tuple[TermSets, Numbers]]:
    """Yield each of `sets` with its share of `positions`, which are those of all texts in their order."""
    start = 0
    for one in sets:
        yield one, positions[start : start + one.texts]
        start += one.texts


def _found(entries: Sequence[Entry], where: str, kinds: Sequence[str]) -> Iterator[tuple[TermSets, Numbers]]:
    """Yield the terms of the heads or bodies of the entries of some kinds, with the positions of these."""
    positions = [position for position, entry in enumerate(entries) if entry.kind in kinds]
    for start in range(0, len(positions), _AT_ONCE):
        some = positions[start : start + _AT_ONCE]
        yield term_sets(getattr(entries[position], where) for position in some), np.array(some, np.int64)


def _starts(entries: Sequence[Entry]) -> Iterator[int]:
    """Yield the position at which each kind of entry begins."""
    at = 0
    for kind in KINDS:
        yield at
        at += sum(1 for entry in entries if entry.kind == kind)


def _shards(found: Postings) -> Iterator[str]:
    """Yield the shards of a series; each but the last has about as many characters as one may have."""
    shard: list[str] = []
    size = 0
    for term, coded in found.coded.items():
        if size >= SHARD_CHARACTERS:
            yield "!".join(shard)
            shard, size = [], 0
        shard.append(f"{term} {coded}")
        size += len(shard[-1]) + 1
    if shard:
        yield "!".join(shard)


def _shown(entry: Entry) -> list[object]:
    shown: list[object] = [entry.label, entry.address, entry.detail]
    return shown + ([entry.language or "", *entry.names] if entry.language or entry.names else [])


def _script(name: str, data: object) -> tuple[str, bytes]:
    content = _ENCODER.encode(data)
    # These two end a line of script in old browsers; JSON allows them in a text.
    safe = content.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{FOLDER}/{name}.js", f'newsarchiveSearch("{name}",{safe})\n'.encode()
