"""The pages of two articles side by side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from newsarchive.annotation import Divergence, DivergenceKind, Passage, Reading
from newsarchive.article import Article, Block, Span
from newsarchive.pages.anchors import Spot, pilcrow
from newsarchive.pages.block_view import direction, keeps_lines
from newsarchive.pages.comparison import Comparison, Side
from newsarchive.pages.elsewhere import compare_address, compared_pairs
from newsarchive.pages.minimap import Minimap, minimap
from newsarchive.pages.overlay import Layer, overlay
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.parallel import Parallel, Row, parallel
from newsarchive.pages.setting import Setting

_SHARED, _CHANGED = range(2)


@dataclass(frozen=True, slots=True)
class Cell:
    """A block on its side of the page; `elsewhere` leads to what it shares words with outside its row."""

    block: Block
    html: Markup
    shared: bool
    elsewhere: tuple[Spot, ...]
    direction: str | None
    lines: bool


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row of the page."""

    left: tuple[Cell, ...]
    right: tuple[Cell, ...]
    aligned: bool


@dataclass(frozen=True, slots=True)
class PairDivergence:
    """A divergence between the two articles: its kind, and each one's words and place; None where one has nothing."""

    kind: str
    left: str
    left_spot: Spot | None
    right: str
    right_spot: Spot | None


@dataclass(frozen=True, slots=True)
class CompareView:
    """All that the page of two articles shows; `left_shared` and `right_shared` count words that both have."""

    left: Article
    right: Article
    passages: tuple[Passage, ...]
    rows: tuple[CellRow, ...]
    divergences: tuple[PairDivergence, ...]
    minimap: Minimap
    left_words: int
    right_words: int
    left_shared: int
    right_shared: int


def compare_pages(setting: Setting) -> Iterator[Page]:
    """Yield a page for each two articles that share passages, by their ids."""
    articles = setting.archive.article_by_id
    for (left, right), passages in compared_pairs(setting.archive).items():
        yield _page(setting, articles[left], articles[right], passages)


def _page(setting: Setting, left: Article, right: Article, passages: Sequence[Passage]) -> Page:
    aligned = parallel(left, right, passages)
    our_spans, their_spans = _shared_spans(aligned.comparisons)
    view = CompareView(
        left=left,
        right=right,
        passages=tuple(passages),
        rows=tuple(_rows(aligned)),
        divergences=tuple(_divergences(left, right, passages)),
        minimap=minimap(aligned),
        left_words=_words(left, (Span(block.id, 0, len(block.text)) for block in left.blocks)),
        right_words=_words(right, (Span(block.id, 0, len(block.text)) for block in right.blocks)),
        left_shared=_words(left, our_spans),
        right_shared=_words(right, their_spans),
    )
    address = compare_address(left.id, right.id)
    return Page(
        address=address,
        title=f"Side by side: {left.title} · {right.title}",
        html=setting.render("compare.html", address, view=view),
        headings=(Heading(2, "texts", "The two texts"), Heading(2, "divergences", "Where they differ")),
        anchors=tuple(_anchors(left, right)),
        description="Two articles side by side: what they share, and where they differ.",
    )


def _anchors(left: Article, right: Article) -> Iterator[str]:
    yield from (f"a-{block.id}" for block in left.blocks)
    yield from (f"b-{block.id}" for block in right.blocks)


def _shared_spans(comparisons: Iterable[Comparison]) -> tuple[set[Span], set[Span]]:
    stretches = [one for comparison in comparisons for one in comparison.stretches if one.side is Side.BOTH]
    return {span for one in stretches for span in one.ours}, {span for one in stretches for span in one.theirs}


def _words(article: Article, spans: Iterable[Span]) -> int:
    return sum(len(article.text_of(span).split()) for span in spans)


def _rows(aligned: Parallel) -> Iterator[CellRow]:
    our_layers, their_layers = _layers(aligned.comparisons)
    ours = _Side("b", aligned.left, our_layers, aligned.left_partners)
    theirs = _Side("a", aligned.right, their_layers, aligned.right_partners)
    for row in aligned.rows:
        left = tuple(_cell(ours, block, row, row.right) for block in row.left)
        right = tuple(_cell(theirs, block, row, row.left) for block in row.right)
        yield CellRow(left, right, row.aligned)


@dataclass(frozen=True, slots=True)
class _Side:
    """One column: the other column's letter, the article, its layers, and its blocks' partners over there."""

    other: str
    article: Article
    layers: dict[str, set[Layer]]
    partners: dict[str, dict[str, int]]


def _cell(side: _Side, block_id: str, row: Row, beside: Sequence[str]) -> Cell:
    block = side.article.block_by_id[block_id]
    partners = side.partners.get(block_id, {})
    away = (partner for partner in partners if not (row.aligned and partner in beside))
    return Cell(
        block,
        overlay(block.text, side.layers.get(block_id, ())),
        bool(partners),
        tuple(Spot(pilcrow(partner), f"{side.other}-{partner}") for partner in away),
        direction(block.text),
        keeps_lines(block),
    )


def _layers(comparisons: Iterable[Comparison]) -> tuple[dict[str, set[Layer]], dict[str, set[Layer]]]:
    """Return each side's layers: what both have, and what only this one has in the midst of it."""
    ours: dict[str, set[Layer]] = {}
    theirs: dict[str, set[Layer]] = {}
    for comparison in comparisons:
        for stretch in comparison.stretches:
            both = stretch.side is Side.BOTH
            for span in stretch.ours:
                ours.setdefault(span.block, set()).add(_shared(span) if both else _changed(span, "del"))
            for span in stretch.theirs:
                theirs.setdefault(span.block, set()).add(_shared(span) if both else _changed(span, "ins"))
    return ours, theirs


def _shared(span: Span) -> Layer:
    return Layer(span.start, span.end, "span", (("class", "na-shared"),), _SHARED)


def _changed(span: Span, tag: str) -> Layer:
    return Layer(span.start, span.end, tag, (), _CHANGED)


def _divergences(left: Article, right: Article, passages: Iterable[Passage]) -> Iterator[PairDivergence]:
    for passage in passages:
        for divergence in passage.divergences:
            ours = _reading(passage, divergence, left)
            theirs = _reading(passage, divergence, right)
            if ours.text != theirs.text or divergence.kind is DivergenceKind.ORDER:
                yield PairDivergence(divergence.kind, ours.text, _spot(ours, "a"), theirs.text, _spot(theirs, "b"))


def _reading(passage: Passage, divergence: Divergence, article: Article) -> Reading:
    """Return what the article's first witness has in the place."""
    readings = (one for one in divergence.readings if passage.witnesses[one.witness].article == article.id)
    return next(readings, Reading(0, ""))


def _spot(reading: Reading, side: str) -> Spot | None:
    return Spot(pilcrow(reading.spans[0].block), f"{side}-{reading.spans[0].block}") if reading.spans else None
