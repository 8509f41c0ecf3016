"""The pages of two articles side by side."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from newsarchive.annotation import Divergence, DivergenceKind, Passage, Reading
from newsarchive.article import Article, Span
from newsarchive.digest import digest
from newsarchive.pages.article_row import article_row, words_in
from newsarchive.pages.compare_html import (
    PairDivergence,
    band_html,
    bars_html,
    divergence_rows,
    passage_links,
    rows_html,
)
from newsarchive.pages.comparing import Pair, pair_address
from newsarchive.pages.comparison import Side
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.minimap import HEIGHT, minimap
from newsarchive.pages.page import Page
from newsarchive.pages.parallel import Parallel, parallel
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Here, Setting

MOST_DIVERGENCES = 100
"""Divergences that the page of two articles lists."""


def compare_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for each two articles that share enough for a page of their own, by their ids.

    The left one is compared with the other on its own page too, and both are made in turn.
    """
    indexes = setting.indexes
    for pair, passages in indexes.compared.items():
        shown = (indexes.digest_of_passage(passage.id) for passage in passages)
        inputs = digest((*map(indexes.digest_of, pair), *shown))
        yield Plan(pair_address(pair), inputs, partial(_page, setting, pair, passages), indexes.rank[pair[0]])


def _page(setting: Setting, pair: Pair, passages: Sequence[Passage]) -> Page:
    address = pair_address(pair)
    left, right = (setting.archive.article_by_id[id_] for id_ in pair)
    here, aligned = Here(address, setting), parallel(left, right, passages)
    drawing, divergences = minimap(aligned), tuple(_divergences(left, right, passages))
    html = setting.render(
        "compare.html",
        address,
        articles=[article_row(here, one) for one in (left, right)],
        titles=[words_in(here, one.title, one.language) for one in (left, right)],
        counts=tuple(_counts(setting.indexes, aligned)),
        passages=passage_links(here, passages),
        height=HEIGHT,
        bars=bars_html(drawing),
        bands="\n".join([band_html(band) for band in drawing.bands]),
        rows=rows_html(here, aligned),
        divergences="\n".join(divergence_rows(divergences[:MOST_DIVERGENCES])),
        more=max(0, len(divergences) - MOST_DIVERGENCES),
    )
    return Page(
        address=address,
        title=f"Side by side: {left.title} · {right.title}",
        html=html,
        description="Two articles side by side: what they share, and where they differ.",
    )


def _counts(indexes: Indexes, aligned: Parallel) -> Iterator[tuple[int, int]]:
    """Yield for both articles how many of its words both have, and how many it has."""
    stretches = [one for each in aligned.comparisons for one in each.stretches if one.side is Side.BOTH]
    for article, spans in (
        (aligned.left, {span for one in stretches for span in one.ours}),
        (aligned.right, {span for one in stretches for span in one.theirs}),
    ):
        yield _words(article, spans), indexes.synopses[indexes.rank[article.id]].words


def _words(article: Article, spans: Iterable[Span]) -> int:
    return sum(len(article.text_of(span).split()) for span in spans)


def _divergences(left: Article, right: Article, passages: Iterable[Passage]) -> Iterator[PairDivergence]:
    for passage in passages:
        for divergence in passage.divergences:
            ours = _reading(passage, divergence, left)
            theirs = _reading(passage, divergence, right)
            if ours.text != theirs.text or divergence.kind is DivergenceKind.ORDER:
                yield PairDivergence(divergence.kind, ours.text, _block(ours), theirs.text, _block(theirs))


def _reading(passage: Passage, divergence: Divergence, article: Article) -> Reading:
    """Return what the article's first witness has in the place."""
    readings = (one for one in divergence.readings if passage.witnesses[one.witness].article == article.id)
    return next(readings, Reading(0, ""))


def _block(reading: Reading) -> str | None:
    return reading.spans[0].block if reading.spans else None
