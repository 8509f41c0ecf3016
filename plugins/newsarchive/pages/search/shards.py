"""Shards: the index of search, cut into script files small enough to be loaded as the reader types.

Three series of files: `heads` and `words` map terms to entries (a term's list holds the positions of its entries, each
but the first as the step from the one before it), `entries` hold what is shown. `manifest.js` says where each series is
cut. An entry is its label, address and detail, and, where known, the label's language and each further name with its
language. A page from disk may load no JSON, hence scripts that hand their data to `newsarchiveSearch`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from newsarchive.pages.search.entries import KINDS, Entry
from newsarchive.pages.search.terms import PLAIN_LETTERS, terms

FOLDER = "search"
SHARD_CHARACTERS = 24_000  # a first key loads a handful of shards: at most 300 kB in all
ENTRIES_IN_SHARD = 40
COMMON_SHARE = 0.4  # what stands in so many of the texts tells none from another …
COMMON_ENTRIES = 200  # … but in a small archive every word may be looked for


def search_files(entries: Sequence[Entry]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of each file of the index of `entries`."""
    heads = _postings(entry.head for entry in entries)
    bodies = _postings(entry.body for entry in entries)
    texts = sum(1 for entry in entries if entry.body)
    common = sorted(term for term, found in bodies.items() if len(found) > max(COMMON_ENTRIES, COMMON_SHARE * texts))
    for term in common:
        del bodies[term]
    series = {"heads": list(_shards(heads)), "words": list(_shards(bodies))}
    for name, shards in series.items():
        for number, (_, shard) in enumerate(shards):
            yield _script(f"{name}-{number}", shard)
    for number, start in enumerate(range(0, len(entries), ENTRIES_IN_SHARD)):
        yield _script(f"entries-{number}", [_shown(entry) for entry in entries[start : start + ENTRIES_IN_SHARD]])
    cuts = {name: [first for first, _ in shards] for name, shards in series.items()}
    yield _script(
        "manifest",
        {
            **cuts,
            "starts": list(_starts(entries)),
            "step": ENTRIES_IN_SHARD,
            "common": common,
            "letters": PLAIN_LETTERS,
        },
    )


def _starts(entries: Sequence[Entry]) -> Iterator[int]:
    """Yield the position at which each kind of entry begins."""
    at = 0
    for kind in KINDS:
        yield at
        at += sum(1 for entry in entries if entry.kind == kind)


def _postings(texts: Iterable[str]) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for term in terms(text):
            postings[term].append(number)
    return postings


def _shards(postings: Mapping[str, list[int]]) -> Iterator[tuple[str, dict[str, list[int]]]]:
    """Yield each shard with its first term, in the order in which a browser compares texts (UTF-16 code units)."""
    shard: dict[str, list[int]] = {}
    size = 0
    for term in sorted(postings, key=lambda term: term.encode("utf-16-be")):
        if size >= SHARD_CHARACTERS:
            yield next(iter(shard)), shard
            shard, size = {}, 0
        numbers = postings[term]
        shard[term] = [numbers[0], *(after - before for before, after in pairwise(numbers))]
        size += len(term) + 3 + 2 * len(numbers)
    if shard:
        yield next(iter(shard)), shard


def _shown(entry: Entry) -> list[object]:
    shown: list[object] = [entry.label, entry.address, entry.detail]
    return shown + ([entry.language or "", *entry.names] if entry.language or entry.names else [])


def _script(name: str, data: object) -> tuple[str, bytes]:
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # These two end a line of script in old browsers; JSON allows them in a text.
    safe = content.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{FOLDER}/{name}.js", f'newsarchiveSearch("{name}",{safe})\n'.encode()
