"""The pages of two articles side by side."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from newsarchive.annotation import Divergence, DivergenceKind, Passage, Reading
from newsarchive.article import Article, Span
from newsarchive.digest import digest
from newsarchive.pages.compare_html import PairDivergence, PairView, compare_html
from newsarchive.pages.comparing import Pair, pair_address
from newsarchive.pages.comparison import Side
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.page import Page
from newsarchive.pages.parallel import Parallel, parallel
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Here, Setting


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
    aligned = parallel(left, right, passages)
    view = PairView(
        aligned, tuple(_counts(setting.indexes, aligned)), passages, tuple(_divergences(left, right, passages))
    )
    return Page(
        address=address,
        title=f"Side by side: {left.title} · {right.title}",
        html=compare_html(Here(address, setting), view),
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
