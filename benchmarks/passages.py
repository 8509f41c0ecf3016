"""Time and quality of the search for passages, beside two other ways, on corpora with inserted reuse.

    python benchmarks/passages.py [--sizes 1000 10000 50000] [--style newswire]

Each way runs in a process of its own, one after another, on the same made-up texts. `ours` is the whole search,
`growth` is ours with one new text and a cache of the others, `join` is a plain join of word 5-grams, `minhash` is
datasketch's MinHash LSH over paragraphs (its optional dependency `datasketch` is in the extra `bench`). Seconds are of
the processor, so that other work on the machine counts little, and beside them of the clock; memory is the most that
the process held, the texts included.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from measure import Find, articles_of, finds_of, scored
from newsarchive.annotate.passages import find_passages
from newsarchive.annotate.passages.row import Row
from newsarchive.annotate.passages.words import Words, words_of
from newsarchive.article import Article
from reuse import STYLES, Corpus, Style, corpus

GRAM, MOST_PLACES, GAP, SHORTEST = 5, 16, 10, 10
"""Of the join: words of a gram, places of one that is used, words of a gap that is closed, words of a find."""
SHINGLE, PERMUTATIONS, THRESHOLD, FEWEST = 3, 128, 0.5, 15
"""Of MinHash: words of a shingle, permutations, least Jaccard similarity, words of a paragraph that is looked at."""

Way = Callable[[Corpus, Sequence[Article]], list[Find]]


def ours(_: Corpus, articles: Sequence[Article]) -> list[Find]:
    """Find passages as the archive does."""
    return finds_of(find_passages(articles).passages, articles)


def join(_: Corpus, articles: Sequence[Article]) -> list[Find]:
    """Find runs of equal word 5-grams, closing gaps of equal length."""
    words, row = words_of(articles)
    hashes = np.zeros(max(row.count - GRAM + 1, 0), dtype=np.uint64)
    for step in range(GRAM):
        hashes = hashes * np.uint64(0x9E3779B97F4A7C15) + row.keys[step : step + len(hashes)]
    order = np.argsort(hashes, kind="stable")
    pairs = []
    for step in range(1, MOST_PLACES):
        same = np.flatnonzero(hashes[order[step:]] == hashes[order[:-step]])
        pairs.append(np.stack((order[same], order[same + step])))
    left, right = np.concatenate(pairs, axis=1)
    order = np.lexsort((left, right - left))
    return list(_stretches(words, row, left[order], right[order]))


def _stretches(words: Sequence[Words], row: Row, left: np.ndarray, right: np.ndarray) -> list[Find]:
    one, two = row.article_of(left), row.article_of(right)
    new = np.ones(len(left), dtype=bool)
    new[1:] = (np.diff(right - left) != 0) | (np.diff(left) > GAP + GRAM) | (np.diff(one) != 0) | (np.diff(two) != 0)
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(left)) - 1
    finds = []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        length = int(left[end] - left[start]) + GRAM
        if length >= SHORTEST and one[start] != two[start]:
            sides = []
            for article, place in ((int(one[start]), int(left[start])), (int(two[start]), int(right[start]))):
                here, first = words[article], place - int(row.bounds[article])
                last = min(first + length, here.count) - 1
                sides.append((article, int(here.starts[first]), int(here.ends[last])))
            finds.append((min(sides), max(sides)))
    return finds


def minhash(made: Corpus, _: Sequence[Article]) -> list[Find]:
    """Find paragraphs whose sets of word 3-grams are alike, with datasketch's MinHash LSH."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415  # an extra; the other ways do without

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    places: list[tuple[int, int, int]] = []
    sketches = []
    for number, text in enumerate(made.texts):
        at = 0
        for paragraph in text:
            words = paragraph.casefold().split()
            if len(words) >= FEWEST:
                places.append((number, at, at + len(paragraph)))
                sketches.append({" ".join(words[n : n + SHINGLE]).encode() for n in range(len(words) - SHINGLE + 1)})
            at += len(paragraph) + 1
    hashed = list(MinHash.generator(sketches, num_perm=PERMUTATIONS))
    finds = set()
    for number, sketch in enumerate(hashed):
        finds |= {(other, number) for other in index.query(sketch)}
        index.insert(number, sketch)
    return [
        (min(places[one], places[two]), max(places[one], places[two]))
        for one, two in sorted(finds)
        if places[one][0] != places[two][0]
    ]


WAYS: dict[str, Way] = {"ours": ours, "join": join, "minhash": minhash}


def measured(way: str, size: int, style: Style) -> dict[str, float]:
    """Return time, memory and quality of one way."""
    made = corpus(size, style)
    articles = articles_of(made)
    if way == "growth":
        return _growth(articles)
    clock, processor = time.perf_counter(), time.process_time()
    finds = WAYS[way](made, articles)
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    score = scored(made, finds)
    return {
        "seconds": processor,
        "clock": clock,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "recall": score.mean_recall,
        "precision": score.letter_precision,
        "granularity": score.granularity,
        "plagdet": score.plagdet,
        "boilerplate": score.boilerplate,
        **{f"recall {kind}": share for kind, share in score.recall.items()},
    }


def _growth(articles: Sequence[Article]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        processor, clock = time.process_time(), time.perf_counter()
        find_passages(articles[:-1], cache=Path(folder))
        middle = time.process_time()
        whole_clock = time.perf_counter() - clock
        clock = time.perf_counter()
        grown = find_passages(articles, cache=Path(folder))
        end = time.process_time()
        clock = time.perf_counter() - clock
    same = grown == find_passages(articles)
    return {
        "seconds": end - middle,
        "clock": clock,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "share of the whole": (end - middle) / (middle - processor),
        "clock share": clock / whole_clock,
        "same": float(same),
    }


def in_a_process(way: str, size: int, style: str) -> dict[str, float]:
    """Return what `measured` returns, from a process that does nothing else."""
    command = [sys.executable, __file__, "--one", way, "--sizes", str(size), "--style", style]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def report(size: int, results: dict[str, dict[str, float]]) -> None:
    """Print a table of one size, and how the ways stand to one another."""
    columns = ("seconds", "clock", "memory", "recall", "precision", "granularity", "plagdet", "boilerplate")
    print(f"\n{size} texts")
    print("| way | " + " | ".join(columns) + " |")
    print("| --- |" + " --- |" * len(columns))
    for way, result in results.items():
        print(f"| {way} | " + " | ".join(f"{result[name]:.3g}" if name in result else "-" for name in columns) + " |")
    for one, two in combinations([way for way in results if "plagdet" in results[way]], 2):
        ratios = ", ".join(
            f"{name} {results[two][name] / results[one][name]:.2f}" for name in ("seconds", "memory", "plagdet")
        )
        print(f"{two} to {one}: {ratios}")
    for way, result in results.items():
        more = {name: share for name, share in result.items() if name not in columns}
        print(f"{way}: " + ", ".join(f"{name} {share:.3g}" for name, share in more.items()))


def main() -> None:
    """Measure every way at every size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 50_000])
    parser.add_argument("--style", choices=[style.name for style in STYLES], default=STYLES[0].name)
    parser.add_argument("--one", choices=[*WAYS, "growth"], help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    style = next(style for style in STYLES if style.name == arguments.style)
    if arguments.one:
        print(json.dumps(measured(arguments.one, arguments.sizes[0], style)))
        return
    for size in arguments.sizes:
        report(size, {way: in_a_process(way, size, style.name) for way in ("ours", "growth", "join", "minhash")})


if __name__ == "__main__":
    main()
