"""Elsewhere: where else a passage of an article stands, and how it reads there."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsarchive.annotation import Divergence, DivergenceKind, Passage, Witness
from newsarchive.archive import Archive, grouped
from newsarchive.article import Article
from newsarchive.pages.comparing import brings_together, compare_address
from newsarchive.pages.comparison import Piece, compare
from newsarchive.pages.finds import witnesses_in
from newsarchive.pages.indexes import Indexes

MOST_SHOWN = 6
"""Other witnesses that an article's page shows of one passage; the passage's own page shows all."""

MOST_UNFOLDED = 40
"""Witnesses of an article whose page shows how they read elsewhere; of further ones it tells where they stand."""


class Difference(NamedTuple):
    """A divergence between two witnesses: its kind, and what we and they have, "" where one has nothing."""

    kind: str
    ours: str
    theirs: str


class Elsewhere(NamedTuple):
    """Another witness of a passage, seen from one witness of an article.

    `block` is where our witness begins, `anchor` where theirs does. `pieces` are where the words differ, with
    a few words around; of a verbatim witness they are its first and last words. `compare` is the address of the two
    articles' page, if any.
    """

    passage: Passage
    article: Article
    block: str
    anchor: str
    pieces: tuple[Piece, ...]
    verbatim: bool
    differences: tuple[Difference, ...]
    compare: str | None


class Others(NamedTuple):
    """What an article's page shows of one passage from one of its witnesses; `more` counts what is left out."""

    passage: Passage
    shown: tuple[Elsewhere, ...]
    more: int


def elsewhere(indexes: Indexes, article: Article, passages: Iterable[Passage]) -> dict[str, list[Others]]:
    """Return what is to be shown beneath each block of `article`: the passages that begin in it, by the block's id."""
    found: dict[str, list[Others]] = {}
    ours = ((passage, number) for passage in passages for number, _ in witnesses_in(passage, article.id))
    for count, (passage, number) in enumerate(ours):
        others = _others(indexes, passage, number, MOST_SHOWN if count < MOST_UNFOLDED else 0)
        found.setdefault(passage.witnesses[number].parts[0].block, []).append(others)
    return found


def _others(indexes: Indexes, passage: Passage, ours: int, most: int) -> Others:
    witnesses, rank = passage.witnesses, indexes.rank
    others = [number for number in range(len(witnesses)) if number != ours]
    nearest = sorted(others, key=lambda number: (rank[witnesses[number].article], number))[:most]
    shown = tuple(_elsewhere(indexes, passage, ours, theirs) for theirs in nearest)
    return Others(passage, shown, len(others) - len(shown))


def _elsewhere(indexes: Indexes, passage: Passage, ours: int, theirs: int) -> Elsewhere:
    mine, other = passage.witnesses[ours], passage.witnesses[theirs]
    comparison = compare(_placed(indexes.archive, mine), _placed(indexes.archive, other))
    return Elsewhere(
        passage,
        indexes.archive.article_by_id[other.article],
        mine.parts[0].block,
        other.parts[0].block,
        tuple(comparison.differences()),
        comparison.verbatim,
        tuple(_differences(passage.divergences, ours, theirs)),
        compare_address(indexes.compared, mine.article, other.article) if brings_together(passage) else None,
    )


def _placed(archive: Archive, witness: Witness) -> tuple[Article, Witness]:
    return archive.article_by_id[witness.article], witness


def _differences(divergences: tuple[Divergence, ...], ours: int, theirs: int) -> Iterator[Difference]:
    for divergence in divergences:
        texts = {reading.witness: reading.text for reading in divergence.readings}
        if texts.get(ours, "") != texts.get(theirs, "") or divergence.kind is DivergenceKind.ORDER:
            yield Difference(divergence.kind, texts.get(ours, ""), texts.get(theirs, ""))


class Company(NamedTuple):
    """An article that shares passages with the one that is shown: the blocks where they begin, one for each.

    `own` says that it is that article itself.
    """

    article: Article
    own: bool
    blocks: tuple[str, ...]
    compare: str | None


def company(indexes: Indexes, article: Article, others: Iterable[Others]) -> tuple[Company, ...]:
    """Return the articles that `others`, seen from `article`, lead to, those with most passages first."""
    every = (one for group in others for one in group.shown)
    of_article: dict[str, tuple[Elsewhere, ...]] = grouped(every, lambda one: one.article.id)
    companies = (
        Company(found[0].article, id_ == article.id, tuple(one.block for one in found), found[0].compare)
        for id_, found in of_article.items()
    )
    return tuple(sorted(companies, key=lambda one: (-len(one.blocks), indexes.rank[one.article.id])))
