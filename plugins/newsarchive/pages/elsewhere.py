"""Elsewhere: where else a passage of an article stands, and how it reads there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from newsarchive.annotation import Divergence, DivergenceKind, Passage, Witness
from newsarchive.archive import Archive, grouped
from newsarchive.article import Article
from newsarchive.pages.anchors import Spot, pilcrow
from newsarchive.pages.chronology import date_key
from newsarchive.pages.comparison import Piece, compare
from newsarchive.pages.finds import witnesses_in

MOST_COMPARED = 24
"""Articles that one passage brings together two by two: boilerplate in n articles would make n² pages."""

MOST_SHOWN = 6
"""Other witnesses that an article's page shows of one passage; the passage's own page shows all."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A divergence between two witnesses: its kind, and what we and they have, "" where one has nothing."""

    kind: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another witness of a passage, seen from one witness of an article.

    `block` is where our witness begins, `anchor` where theirs does, `place` how a reader sees that place named.
    `pieces` are the places where the words differ, with a few words around; of a verbatim witness they are its first
    and last words. `compare` is the address of the two articles' page, if any.
    """

    passage: Passage
    article: Article
    block: str
    anchor: str
    place: str
    pieces: tuple[Piece, ...]
    verbatim: bool
    differences: tuple[Difference, ...]
    compare: str | None


def compare_address(one: str, other: str) -> str:
    """Return the address of the page that shows two articles side by side; their order makes no difference."""
    return f"compare/{'--'.join(sorted((one, other)))}/"


def compared_pairs(archive: Archive) -> dict[tuple[str, str], list[Passage]]:
    """Return the passages that each two articles share, by the sorted ids of the two."""
    pairs: dict[tuple[str, str], list[Passage]] = {}
    for passage in archive.passages:
        articles = sorted({witness.article for witness in passage.witnesses})
        if len(articles) <= MOST_COMPARED:
            for pair in combinations(articles, 2):
                pairs.setdefault(pair, []).append(passage)
    return dict(sorted(pairs.items()))


@dataclass(frozen=True, slots=True)
class Others:
    """What an article's page shows of one passage from one of its witnesses; `more` counts what is left out."""

    passage: Passage
    shown: tuple[Elsewhere, ...]
    more: int


def elsewhere(archive: Archive, article: Article, passages: tuple[Passage, ...]) -> dict[str, list[Others]]:
    """Return what is to be shown beneath each block of `article`: the passages that begin in it, by the block's id."""
    found: dict[str, list[Others]] = {}
    for passage in passages:
        for number, witness in witnesses_in(passage, article.id):
            others = _others(archive, passage, number)
            found.setdefault(witness.parts[0].block, []).append(others)
    return found


def _others(archive: Archive, passage: Passage, ours: int) -> Others:
    others = sorted(
        (number for number in range(len(passage.witnesses)) if number != ours),
        key=lambda number: (date_key(archive.article_by_id[passage.witnesses[number].article]), number),
    )
    shown = tuple(_elsewhere(archive, passage, ours, theirs) for theirs in others[:MOST_SHOWN])
    return Others(passage, shown, len(others) - len(shown))


def _elsewhere(archive: Archive, passage: Passage, ours: int, theirs: int) -> Elsewhere:
    mine, other = passage.witnesses[ours], passage.witnesses[theirs]
    comparison = compare(_placed(archive, mine), _placed(archive, other))
    articles = {witness.article for witness in passage.witnesses}
    paired = mine.article != other.article and len(articles) <= MOST_COMPARED
    return Elsewhere(
        passage,
        archive.article_by_id[other.article],
        mine.parts[0].block,
        other.parts[0].block,
        pilcrow(other.parts[0].block),
        tuple(comparison.differences()),
        comparison.verbatim,
        tuple(_differences(passage.divergences, ours, theirs)),
        compare_address(mine.article, other.article) if paired else None,
    )


def _placed(archive: Archive, witness: Witness) -> tuple[Article, Witness]:
    return archive.article_by_id[witness.article], witness


def _differences(divergences: tuple[Divergence, ...], ours: int, theirs: int) -> Iterator[Difference]:
    for divergence in divergences:
        texts = {reading.witness: reading.text for reading in divergence.readings}
        if texts.get(ours, "") != texts.get(theirs, "") or divergence.kind is DivergenceKind.ORDER:
            yield Difference(divergence.kind, texts.get(ours, ""), texts.get(theirs, ""))


@dataclass(frozen=True, slots=True)
class Company:
    """An article that shares passages with the one that is shown: how many, and where they begin."""

    article: Article
    count: int
    spots: tuple[Spot, ...]
    compare: str | None


def company(others: Iterable[Others]) -> tuple[Company, ...]:
    """Return the articles that `others` lead to, those with most passages first."""
    every = (one for group in others for one in group.shown)
    of_article: dict[str, tuple[Elsewhere, ...]] = grouped(every, lambda one: one.article.id)
    companies = (
        Company(found[0].article, len(found), _spots(found), found[0].compare) for found in of_article.values()
    )
    return tuple(sorted(companies, key=lambda one: (-one.count, date_key(one.article))))


def _spots(found: Iterable[Elsewhere]) -> tuple[Spot, ...]:
    return tuple(Spot(pilcrow(block), block) for block in dict.fromkeys(one.block for one in found))
