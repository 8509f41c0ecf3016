"""Words: the articles' texts as one long row of numbers, each with its place.

A word is a run of letters and digits; an apostrophe between letters and a point or comma between digits belong to it
(`Baku's`, `11.8`), a hyphen does not. Scripts without spaces count each character as a word. Two words are equal when
their folded letters are (see `letters`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise, starmap

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.passages.apparatus import apparatus_of
from newsarchive.annotate.passages.cutting import Cut, cut
from newsarchive.annotate.passages.row import Marks, Row
from newsarchive.article import Article, Block, Span
from newsarchive.columns import made

_Pieces = tuple[Span, ...]


@dataclass(frozen=True)
class Words:
    """The words of one article, or of some pieces of it.

    `pieces` are the stretches that were read, in order: an article's blocks or a witness's parts. `piece_starts` says
    where each begins in `text`. `keys` are 64-bit hashes of the folded words; `starts` and `ends` are code points of
    `text`. `apparatus` marks the words that are no running text: addresses, a post's byline, a photo's credit. `apart`
    marks those, and formulas once they are known.
    """

    article: Article
    pieces: tuple[Span, ...]
    piece_starts: Sequence[int]
    keys: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    apparatus: NDArray[np.bool_]
    apart: NDArray[np.bool_]

    @property
    def count(self) -> int:
        """The number of words."""
        return len(self.keys)

    @cached_property
    def text(self) -> str:
        """The texts of the pieces, joined by line ends."""
        return _text_of(self.article, self.pieces)

    def text_between(self, first: int, last: int) -> str:
        """Return the text from word `first` to before word `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def spans(self, first: int, last: int) -> tuple[Span, ...]:
        """Return the spans, one a block, from word `first` to before word `last`."""
        if first >= last:
            return ()
        start, end = self.starts.item(first), self.ends.item(last - 1)
        at, until = bisect_right(self.piece_starts, start) - 1, bisect_left(self.piece_starts, end) - 1
        if at == until:
            return (self._span(at, start, end),)
        return tuple(self._spans_of_pieces(first, last, at, until))

    def _spans_of_pieces(self, first: int, last: int, at: int, until: int) -> Iterator[Span]:
        borders = self.piece_starts[at + 1 : until + 1]
        bounds = [first, *(bisect_left(self.starts, border, first, last) for border in borders), last]
        for number, (one, end) in enumerate(pairwise(bounds), at):
            if one < end:
                yield self._span(number, self.starts.item(one), self.ends.item(end - 1))

    def _span(self, number: int, start: int, end: int) -> Span:
        piece = self.pieces[number]
        shift = piece.start - self.piece_starts[number]
        return Span(piece.block, start + shift, end + shift)


class Texts(Sequence[Words]):
    """Words of articles, each loaded when it is first asked for."""

    def __init__(self, count: int, load: Callable[[int], Words]) -> None:
        self._count, self._load = count, load
        self._loaded: dict[int, Words] = {}

    def __len__(self) -> int:
        """Return the number of articles."""
        return self._count

    def __getitem__(self, number: int) -> Words:  # type: ignore[override]  # never sliced
        """Return the words of the article `number`."""
        if number >= self._count:
            raise IndexError(number)
        if number not in self._loaded:
            self._loaded[number] = self._load(number)
        return self._loaded[number]


def words_of(articles: Sequence[Article]) -> tuple[Texts, Row]:
    """Return the words of each of `articles`, and all of them in one row, in the order given.

    Raises ValueError for more words than a row holds.
    """
    texts = ("\n".join([block.text for block in article.blocks]) for article in articles)
    return _laid(cut(texts), articles, lambda number: _whole(articles[number]))


def words_of_few(texts: Sequence[tuple[Article, _Pieces]]) -> tuple[Texts, Row]:
    """Return the words of some stretches of each of a few articles, and all of them in one row.

    Raises KeyError for a block that an article does not have.
    """
    return _laid(cut(starmap(_text_of, texts)), [article for article, _ in texts], lambda number: texts[number][1])


def _laid(found: Cut, articles: Sequence[Article], pieces_of: Callable[[int], _Pieces]) -> tuple[Texts, Row]:
    marks = _apparatus(found, articles, pieces_of)

    def load(number: int) -> Words:
        article, pieces = articles[number], pieces_of(number)
        one = slice(*found.bounds[number : number + 2].tolist())
        places = _piece_starts(pieces), found.keys[one], found.starts[one], found.ends[one]
        return Words(article, pieces, *places, marks[one], marks[one])

    row = Row(found.bounds, found.keys, marks)
    return Texts(len(articles), load), row


def _whole(article: Article) -> _Pieces:
    """Return all blocks of `article` as pieces."""
    return tuple(made(Span, [(block.id, 0, len(block.text)) for block in article.blocks]))


def _text_of(article: Article, pieces: _Pieces) -> str:
    """Return the texts of some pieces, joined by line ends."""
    return "\n".join(map(article.text_of, pieces))


def _piece_starts(pieces: _Pieces) -> list[int]:
    """Return where each of `pieces` begins in their joined text."""
    return list(accumulate((piece.end - piece.start + 1 for piece in pieces), initial=0))[:-1]


def _apparatus(found: Cut, articles: Sequence[Article], pieces_of: Callable[[int], _Pieces]) -> Marks:
    """Return a mark for each word of the row that is no running text."""
    marks = np.zeros(len(found.keys), dtype=bool)
    for number, (article, addressed) in enumerate(zip(articles, found.addressed.tolist(), strict=True)):
        blocks = {block.id: block for block in article.blocks if addressed or block.by or block.credit}
        if blocks:
            one = slice(*found.bounds[number : number + 2].tolist())
            for stretch in _apparatus_in(blocks, pieces_of(number)):
                borders = found.starts[one].searchsorted(np.array(stretch, dtype=np.int32))
                marks[one][slice(*borders.tolist())] = True
    return marks


def _apparatus_in(blocks: Mapping[str, Block], pieces: _Pieces) -> Iterator[tuple[int, int]]:
    """Yield where the apparatus of `blocks` stands in the joined text of `pieces`."""
    for piece, begin in zip(pieces, _piece_starts(pieces), strict=True):
        if piece.block in blocks:
            base = begin - piece.start
            for start, end in apparatus_of(blocks[piece.block]):
                yield base + start, base + min(end, piece.end)
