"""Minimap: two texts as two bars, and bands between the blocks that share words."""

from collections.abc import Iterator
from typing import NamedTuple

from newsarchive.article import Article
from newsarchive.pages.anchors import pilcrow
from newsarchive.pages.parallel import Parallel

HEIGHT = 240.0
_GAP = 1.0
_MOST_BANDS = 400  # more cannot be told apart


class Bar(NamedTuple):
    """A block in its column: where it begins and how high it is, in the units of the drawing."""

    top: float
    height: float
    shared: bool

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return round(self.top + self.height, 1)


class Band(NamedTuple):
    """What a left and a right block share; `anchor` is the left block's, `label` says which they are."""

    left: Bar
    right: Bar
    anchor: str
    label: str


class Minimap(NamedTuple):
    """The drawing: its height, the bars of both columns, and the bands between them."""

    height: float
    left: tuple[Bar, ...]
    right: tuple[Bar, ...]
    bands: tuple[Band, ...]


def minimap(aligned: Parallel) -> Minimap:
    """Draw two aligned articles; the longer one fills the height, the other is to its scale."""
    longest = max(1, aligned.left.characters, aligned.right.characters)
    ours = _bars(aligned.left, aligned.left_partners, HEIGHT / longest)
    theirs = _bars(aligned.right, aligned.right_partners, HEIGHT / longest)
    bands = tuple(_bands(aligned, ours, theirs))[:_MOST_BANDS]
    return Minimap(HEIGHT, tuple(ours.values()), tuple(theirs.values()), bands)


def _bars(article: Article, partners: dict[str, dict[str, int]], scale: float) -> dict[str, Bar]:
    bars, top = {}, 0.0
    for block in article.blocks:
        height = len(block.text) * scale
        bars[block.id] = Bar(round(top, 1), round(max(0.5, height - _GAP), 1), block.id in partners)
        top += height
    return bars


def _bands(aligned: Parallel, ours: dict[str, Bar], theirs: dict[str, Bar]) -> Iterator[Band]:
    for block, partners in aligned.left_partners.items():
        for partner in partners:
            label = f"{pilcrow(block)} and {pilcrow(partner)}"
            yield Band(ours[block], theirs[partner], f"a-{block}", label)
