"""The page of two articles as HTML: the rows of their texts, the drawing beside them, the divergences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsarchive.annotation import Passage
from newsarchive.article import Article, Block, Span
from newsarchive.pages.anchors import pilcrow
from newsarchive.pages.article_row import article_row, words_in
from newsarchive.pages.block_view import direction, keeps_lines, shortened
from newsarchive.pages.comparison import Side
from newsarchive.pages.divergence_html import MOST_DIVERGENCES, divergences_html
from newsarchive.pages.minimap import HEIGHT, Band, Minimap, minimap
from newsarchive.pages.overlay import Layer, element, escaped, overlay, quoted
from newsarchive.pages.parallel import Parallel, Row
from newsarchive.pages.setting import Here

_READING = 200  # code points of a wording
_BEGINNING = 44  # code points of a block that shares nothing with the other article
_FIRST = 2  # of a run of such blocks
_MOST_LINKS = 12  # passages that the head leads to
_WORD = re.compile(r"\w")


class PairDivergence(NamedTuple):
    """A divergence between the two articles: its kind, and each one's words and block; None where one has nothing."""

    kind: str
    left: str
    left_block: str | None
    right: str
    right_block: str | None


_SAME = "What they share, they share word for word."


class PairView(NamedTuple):
    """All that the page of two articles shows: the texts, the passages that both have, the divergences.

    `counts` says for both articles how many of its words both have, and how many it has.
    """

    aligned: Parallel
    counts: Sequence[tuple[int, int]]
    passages: Sequence[Passage]
    divergences: Sequence[PairDivergence]


def compare_html(here: Here, pair: PairView) -> str:
    """Return the HTML of the page of two articles."""
    left, right = articles = pair.aligned.left, pair.aligned.right
    titles = [words_in(here, one.title, one.language) for one in articles]
    drawing = minimap(pair.aligned)
    bands = "\n".join([_band(band) for band in drawing.bands])
    told = [_told(one) for one in pair.divergences[:MOST_DIVERGENCES]]
    return f"""<div class="na-page na-compare">
<header class="na-head">
<h1>Side by side</h1>
<ol class="na-pair">
{_head(here, left, pair.counts[0])}
{_head(here, right, pair.counts[1])}
</ol>
<p>{_ways(here, pair.passages)}
<del>Struck</del>: only in the first. <ins>Underlined</ins>: only in the second. Grey: shared with nothing in the \
other, its first words.</p>
</header>
<svg class="na-minimap" viewBox="0 0 60 {HEIGHT}" role="group" aria-label="Which paragraphs share words">
{_bars(drawing)}
{bands}
</svg>
<div class="na-columns" id="texts">
<input type="radio" name="na-column" id="na-left" checked><label for="na-left">First</label>
<input type="radio" name="na-column" id="na-right"><label for="na-right">Second</label>
<input type="radio" name="na-column" id="na-both"><label for="na-both">Both</label>
<div class="na-row na-row-head"><div class="na-left">{titles[0]}</div><div class="na-right">{titles[1]}</div></div>
{_rows(here, pair.aligned)}
</div>
<section>
<h2 id="divergences">Where they differ</h2>
{divergences_html(("Kind", "First", "Second"), told, len(pair.divergences), _SAME)}
</section>
</div>"""


def _head(here: Here, article: Article, counts: tuple[int, int]) -> str:
    words = '<span class="na-from">{} of {} words are in both</span>'.format(*counts)
    return f"<li>{article_row(here, article)} {words}</li>"


def _ways(here: Here, passages: Sequence[Passage]) -> str:
    """Return how many passages two articles share, and the ways to them."""
    ways = [
        f'<a href="{quoted(here.link(f"passages/{passage.id}/"))}">{passage.words} words</a>'
        for passage in passages[:_MOST_LINKS]
    ]
    more = f" and {len(passages) - _MOST_LINKS} more" if len(passages) > _MOST_LINKS else ""
    noun = "shared passage" if len(passages) == 1 else "shared passages"
    return f"{len(passages)} {noun}: {', '.join(ways)}{more}."


@dataclass(frozen=True, slots=True)
class _Side:
    """One column: its letter and the other's, the article, and its blocks' partners over there.

    `changed` holds, by block, what only this article has in the midst of what both have, `covered` both.
    """

    letter: str
    other: str
    article: Article
    partners: dict[str, dict[str, int]]
    changed: dict[str, set[Layer]]
    covered: dict[str, set[Span]]


def _rows(here: Here, aligned: Parallel) -> str:
    """Return the two texts in rows; of blocks that only one has, their first words, for the article has the rest."""
    ours = _Side("a", "b", aligned.left, aligned.left_partners, {}, {})
    theirs = _Side("b", "a", aligned.right, aligned.right_partners, {}, {})
    for stretch in (one for comparison in aligned.comparisons for one in comparison.stretches):
        both = stretch.side is Side.BOTH
        _mark(ours, stretch.ours, None if both else "del")
        _mark(theirs, stretch.theirs, None if both else "ins")
    return "\n".join([_row(here, ours, theirs, row) for row in aligned.rows])


def _mark(side: _Side, spans: Iterable[Span], tag: str | None) -> None:
    for span in spans:
        side.covered.setdefault(span.block, set()).add(span)
        if tag:
            side.changed.setdefault(span.block, set()).add((span.start, 0, span.end, element(tag)))


def _row(here: Here, ours: _Side, theirs: _Side, row: Row) -> str:
    named = "na-row na-aligned" if row.aligned else "na-row"
    left = _column(here, ours, row.left, row.right if row.aligned else ())
    right = _column(here, theirs, row.right, row.left if row.aligned else ())
    return f'<div class="{named}"><div class="na-left"{left}</div><div class="na-right"{right}</div></div>'


def _column(here: Here, side: _Side, blocks: Iterable[str], beside: Sequence[str]) -> str:
    """Return the blocks of one side of a row, and before them what closes the opening tag of their column."""
    foreign = here.foreign(side.article.language)
    pieces = [f' lang="{quoted(foreign)}">' if foreign else ">"]
    alone: list[Block] = []
    for block in (side.article.block_by_id[id_] for id_ in blocks):
        if block.id in side.covered:
            pieces += [_alone(here, side, alone), _shared(side, block, beside)]
            alone = []
        else:
            alone.append(block)
    return "".join([*pieces, _alone(here, side, alone)])


def _alone(here: Here, side: _Side, blocks: Sequence[Block]) -> str:
    """Return a run of blocks that share nothing with the other article, and the way to where they stand in full."""
    if not blocks:
        return ""
    shown = "".join([_paragraph("", block, escaped(shortened(block.text, _BEGINNING))) for block in blocks[:_FIRST]])
    more = len(blocks) - _FIRST
    if more <= 0 and all(len(block.text) <= _BEGINNING for block in blocks):
        return f'<div class="na-cell na-lone">{shown}</div>'
    words = "in full" if more <= 0 else f"and {more} more {'paragraph' if more == 1 else 'paragraphs'}, in full"
    link = quoted(here.link(side.article.address, blocks[0].id))
    return f'<div class="na-cell na-lone">{shown}<a href="{link}">{words}</a></div>'


def _shared(side: _Side, block: Block, beside: Sequence[str]) -> str:
    """Return a block that shares words with the other article; what does not stand beside it is named."""
    outside = _outside(block.text, side.covered.get(block.id, ()))
    marks = (*side.changed.get(block.id, ()), *outside)
    away = [
        f'<a href="#{side.other}-{partner}">{pilcrow(partner)}</a>'
        for partner in side.partners.get(block.id, ())
        if partner not in beside
    ]
    there = f'<span class="na-from">stands there as {", ".join(away)}</span>' if away else ""
    anchor = f' id="{side.letter}-{block.id}"'
    named = "na-cell na-lines" if keeps_lines(block) else "na-cell"
    return f'<div class="{named}">{_paragraph(anchor, block, overlay(block.text, marks))}{there}</div>'


def _paragraph(named: str, block: Block, html: str) -> str:
    turned = ' dir="auto"' if direction(block.text) else ""
    return f"<p{named}{turned}>{html}</p>"


def _outside(text: str, covered: Iterable[Span]) -> Iterator[Layer]:
    """Yield the stretches with words that no passage covers."""
    position = 0
    for start, end in (*sorted((span.start, span.end) for span in covered), (len(text), len(text))):
        if _WORD.search(text, position, max(position, start)):
            yield position, 0, start, element("span", ("class", "na-lone"))
        position = max(position, end)


def _bars(drawing: Minimap) -> str:
    """Return the blocks of both articles as two paths: those that share words, and those that do not."""
    shapes: dict[bool, list[str]] = {False: [], True: []}
    for x, bars in ((0, drawing.left), (52, drawing.right)):
        for bar in bars:
            shapes[bar.shared].append(f"M{x} {bar.top:.0f}h8v{bar.height:.0f}h-8z")
    return f'<path class="na-bar" d="{"".join(shapes[False])}"/>\n<path d="{"".join(shapes[True])}"/>'


def _band(band: Band) -> str:
    """Return the way to a block, a band between it and its partner."""
    left, right = band.left, band.right
    shape = f"M9 {left.top:.0f}L51 {right.top:.0f}V{right.bottom:.0f}L9 {left.bottom:.0f}Z"
    return f'<a href="#{band.anchor}" aria-label="{band.label}"><path d="{shape}"/></a>'


def _told(divergence: PairDivergence) -> str:
    """Return a row of the table of divergences."""
    kind, left, left_block, right, right_block = divergence
    readings = f"<td>{_reading('a', left, left_block)}</td><td>{_reading('b', right, right_block)}</td>"
    return f'<tr><th scope="row">{kind}</th>{readings}</tr>'


def _reading(letter: str, text: str, block: str | None) -> str:
    words = escaped(shortened(text, _READING))
    return f'<a href="#{letter}-{block}">{words}</a>' if text else '<span class="na-from">nothing</span>'
