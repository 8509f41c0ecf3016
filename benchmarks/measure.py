"""Measures of text reuse detection, on a corpus whose answers are known.

Plagdet, granularity and the precision and recall in letters are those of Potthast et al., "An Evaluation Framework for
Plagiarism Detection" (2010); a case counts as recalled where half of both its sides is found.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from newsarchive.annotation import Passage
from newsarchive.article import Article, Block, BlockKind, Origin, Range
from reuse import Case, Corpus

Side = tuple[int, int, int]
"""A text, and letters of it from and to before."""
Find = tuple[Side, Side]

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Score:
    """What was found; all but `finds` and `boilerplate` are shares, granularity at least 1."""

    finds: int
    recall: dict[str, float]
    letter_recall: float
    letter_precision: float
    granularity: float
    boilerplate: int
    natural: float

    @property
    def plagdet(self) -> float:
        """F1 of the letters, divided by the logarithm of the granularity."""
        both = self.letter_precision + self.letter_recall
        f1 = 2 * self.letter_precision * self.letter_recall / both if both else 0.0
        return f1 / math.log2(1 + self.granularity)

    @property
    def mean_recall(self) -> float:
        """The recall over all classes."""
        return sum(self.recall.values()) / len(self.recall)


def articles_of(corpus: Corpus) -> list[Article]:
    """Return the texts of `corpus` as articles, one block a paragraph."""
    articles = []
    for number, text in enumerate(corpus.texts):
        blocks, at = [], 0
        for paragraph in text:
            blocks.append(Block(f"p{len(blocks) + 1}", BlockKind.PARAGRAPH, paragraph, Range(at, at + len(paragraph))))
            at += len(paragraph) + 1
        name = f"a{number:06}"
        articles.append(Article(name, f"{name}.txt", name, Origin.DERIVED, None, Origin.UNKNOWN, tuple(blocks)))
    return articles


def finds_of(passages: Iterable[Passage], articles: Sequence[Article]) -> list[Find]:
    """Return every two witnesses of a passage that stand in two texts."""
    number = {article.id: at for at, article in enumerate(articles)}
    finds = []
    for passage in passages:
        sides = []
        for witness in passage.witnesses:
            article = articles[number[witness.article]]
            starts = [article.block_by_id[part.block].range.start + part.start for part in witness.parts]
            ends = [article.block_by_id[part.block].range.start + part.end for part in witness.parts]
            sides.append((number[witness.article], min(starts), max(ends)))
        finds += [pair for pair in combinations(sorted(sides), 2) if pair[0][0] != pair[1][0]]
    return finds


def scored(corpus: Corpus, finds: Sequence[Find]) -> Score:
    """Return how well `finds` answer `corpus`."""
    of_pair: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, case in enumerate(corpus.cases):
        of_pair[min(case.source, case.host), max(case.source, case.host)].append(at)
    hits: dict[int, list[Find]] = defaultdict(list)
    others = []
    boilerplate = 0
    for find in finds:
        at = next((at for at in of_pair.get((find[0][0], find[1][0]), ()) if _touches(corpus.cases[at], find)), None)
        if at is not None:
            hits[at].append(find if corpus.cases[at].source == find[0][0] else (find[1], find[0]))
        elif all(_mostly_within(side, corpus.boilerplate.get(side[0], (0, 0))) for side in find):
            boilerplate += 1
        else:
            others.append(find)
    return _score(corpus, hits, others, boilerplate, len(finds))


def _score(corpus: Corpus, hits: dict[int, list[Find]], others: list[Find], boilerplate: int, count: int) -> Score:
    recall: dict[str, list[bool]] = defaultdict(list)
    shares = []
    for at, case in enumerate(corpus.cases):
        one = _union(_cut(find[0], case.source_start, case.source_end) for find in hits[at])
        two = _union(_cut(find[1], case.host_start, case.host_end) for find in hits[at])
        long_one, long_two = case.source_end - case.source_start, case.host_end - case.host_start
        recall[case.kind].append(2 * one >= long_one and 2 * two >= long_two)
        shares.append((one + two) / (long_one + long_two))
    within = sum(
        _union([_cut(find[0], corpus.cases[at].source_start, corpus.cases[at].source_end)])
        + _union([_cut(find[1], corpus.cases[at].host_start, corpus.cases[at].host_end)])
        for at, found in hits.items()
        for find in found
    )
    found_letters = sum(side[2] - side[1] for found in hits.values() for find in found for side in find)
    pieces = [len(found) for found in hits.values() if found]
    texts = ["\n".join(text) for text in corpus.texts]
    true = sum(_truly_shared(*(texts[side[0]][side[1] : side[2]] for side in find)) for find in others)
    return Score(
        count,
        {kind: sum(found) / len(found) for kind, found in recall.items()},
        sum(shares) / len(shares),
        within / found_letters if found_letters else 0.0,
        sum(pieces) / len(pieces) if pieces else 1.0,
        boilerplate,
        true / len(others) if others else 1.0,
    )


def _touches(case: Case, find: Find) -> bool:
    one, two = find if find[0][0] == case.source else (find[1], find[0])
    return bool(
        _union([_cut(one, case.source_start, case.source_end)]) and _union([_cut(two, case.host_start, case.host_end)])
    )


def _mostly_within(side: Side, stretch: tuple[int, int]) -> bool:
    return 2 * _union([_cut(side, *stretch)]) > side[2] - side[1]


def _cut(side: Side, start: int, end: int) -> tuple[int, int]:
    return max(side[1], start), min(side[2], end)


def _union(stretches: Iterable[tuple[int, int]]) -> int:
    total, edge = 0, -1
    for start, end in sorted(stretches):
        total += max(0, end - max(start, edge))
        edge = max(edge, end)
    return total


def _truly_shared(one: str, two: str, length: int = 4) -> bool:
    """Return whether half of the shorter text, or 25 words of it, stands in rows of four words that both have."""
    short, long = sorted((_WORD.findall(one.casefold()), _WORD.findall(two.casefold())), key=len)
    rows = {tuple(long[at : at + length]) for at in range(len(long) - length + 1)}
    shared = {
        word
        for at in range(len(short) - length + 1)
        if tuple(short[at : at + length]) in rows
        for word in range(at, at + length)
    }
    return len(shared) >= min(25, len(short) / 2)
