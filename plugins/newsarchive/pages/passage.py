"""The pages of passages: all witnesses of each, in the order of their dates."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from newsarchive.annotation import Divergence, Passage, Witness
from newsarchive.archive import Archive
from newsarchive.article import Article, Span
from newsarchive.pages.anchors import Spot, pilcrow
from newsarchive.pages.chronology import date_key
from newsarchive.pages.comparison import Comparison, Piece, Side, after_marks, compare, plain_pieces
from newsarchive.pages.elsewhere import MOST_COMPARED, compare_address
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.passage_row import passage_row
from newsarchive.pages.setting import Setting

_WORD = re.compile(r"\w[^\s]*|[^\w\s]+")


@dataclass(frozen=True, slots=True)
class WitnessView:
    """A witness: its number on the page, its places, and its words against the first witness of the page.

    `earliest` says that no other witness is as early. `compare` is the address of its article and the first one's.
    """

    number: int
    article: Article
    spots: tuple[Spot, ...]
    pieces: tuple[Piece, ...]
    verbatim: bool
    earliest: bool
    compare: str | None


@dataclass(frozen=True, slots=True)
class Common:
    """A run of the first witness's words; `shared` says that every witness has them, `opens_block` where it begins."""

    text: str
    shared: bool
    opens_block: bool


@dataclass(frozen=True, slots=True)
class DivergenceView:
    """A divergence: its kind, and each wording ("" is nothing) with the numbers of the witnesses that have it."""

    kind: str
    readings: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """All that a passage's page shows; `dated` says that the dates tell which witness is the earliest."""

    passage: Passage
    excerpt: str
    witnesses: tuple[WitnessView, ...]
    common: tuple[Common, ...]
    divergences: tuple[DivergenceView, ...]
    dated: bool


def passage_pages(setting: Setting) -> Iterator[Page]:
    """Yield the page of every passage, by id."""
    for passage in setting.archive.passages:
        view = passage_view(setting.archive, passage)
        address = f"passages/{passage.id}/"
        yield Page(
            address=address,
            title=f"Passage: {view.excerpt}",
            html=setting.render("passage.html", address, view=view),
            headings=(
                Heading(2, "witnesses", "Witnesses"),
                Heading(2, "common", "In common"),
                Heading(2, "divergences", "Divergences"),
            ),
            anchors=tuple(f"w{witness.number}" for witness in view.witnesses),
            description=f"A passage of {passage.words} words and the {len(passage.witnesses)} places where it stands.",
        )


def passage_view(archive: Archive, passage: Passage) -> PassageView:
    """Return what the page of `passage` shows."""
    order = _in_order(archive, passage)
    first = _placed(archive, passage.witnesses[order[0]])
    comparisons = [compare(first, _placed(archive, passage.witnesses[number])) for number in order[1:]]
    numbers = {position: number for number, position in enumerate(order, start=1)}
    row = passage_row(archive, passage)
    return PassageView(
        passage,
        row.excerpt + ("…" if row.cut else ""),
        tuple(_witnesses(archive, passage, order, comparisons)),
        tuple(_common(*first, comparisons)),
        tuple(_divergence(divergence, numbers) for divergence in passage.divergences),
        passage.earliest is not None,
    )


def _in_order(archive: Archive, passage: Passage) -> list[int]:
    """Return the positions of the witnesses: the earliest first, then by date, undated ones last."""

    def key(position: int) -> tuple[object, ...]:
        article = archive.article_by_id[passage.witnesses[position].article]
        return position != passage.earliest, date_key(article), position

    return sorted(range(len(passage.witnesses)), key=key)


def _placed(archive: Archive, witness: Witness) -> tuple[Article, Witness]:
    return archive.article_by_id[witness.article], witness


def _witnesses(
    archive: Archive, passage: Passage, order: list[int], comparisons: list[Comparison]
) -> Iterator[WitnessView]:
    first = passage.witnesses[order[0]]
    paired = len({witness.article for witness in passage.witnesses}) <= MOST_COMPARED
    for number, position in enumerate(order, start=1):
        witness = passage.witnesses[position]
        comparison = comparisons[number - 2] if number > 1 else None
        yield WitnessView(
            number,
            archive.article_by_id[witness.article],
            tuple(Spot(pilcrow(part.block), part.block) for part in witness.parts),
            tuple(comparison.pieces()) if comparison else plain_pieces(*_placed(archive, witness)),
            comparison is not None and comparison.verbatim,
            position == passage.earliest,
            compare_address(first.article, witness.article) if paired and witness.article != first.article else None,
        )


def _common(article: Article, witness: Witness, comparisons: list[Comparison]) -> Iterator[Common]:
    """Yield the words of the first witness in runs: those that all others have, and those that one does not."""
    counts = Counter(place for comparison in comparisons for place in _places_in_both(comparison))
    for number, part in enumerate(witness.parts):
        text = article.block_by_id[part.block].text
        words = _WORD.finditer(text, part.start, after_marks(text, part.end))
        for shared, run in groupby(words, key=lambda word: counts[part.block, word.start()] == len(comparisons)):
            found = list(run)
            opens = number > 0 and found[0].start() == part.start
            yield Common(article.text_of(Span(part.block, found[0].start(), found[-1].end())), shared, opens)


def _places_in_both(comparison: Comparison) -> Iterator[tuple[str, int]]:
    """Yield the block and the code point of each word of the first witness that the other has too."""
    for stretch in comparison.stretches:
        for span in stretch.ours if stretch.side is Side.BOTH else ():
            text = comparison.ours[0].block_by_id[span.block].text
            yield from ((span.block, word.start()) for word in _WORD.finditer(text, span.start, span.end))


def _divergence(divergence: Divergence, numbers: dict[int, int]) -> DivergenceView:
    found: dict[str, list[int]] = {}
    for reading in divergence.readings:
        found.setdefault(reading.text, []).append(numbers[reading.witness])
    readings = tuple((text, tuple(sorted(witnesses))) for text, witnesses in found.items())
    return DivergenceView(divergence.kind, tuple(sorted(readings, key=lambda reading: reading[1])))
