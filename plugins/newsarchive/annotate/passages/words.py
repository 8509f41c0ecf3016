"""Words: the articles' texts as one long row of numbers, each with its place.

A word is a run of letters and digits; an apostrophe between letters and a point or comma between digits belong to it
(`Baku's`, `11.8`), a hyphen does not. Scripts without spaces count each character as a word. Two words are equal when
their folded letters are (see `letters`).
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.passages.letters import (
    APOSTROPHE,
    DIGIT,
    IDEOGRAPH,
    LETTER,
    POINT,
    SEPARATOR,
    SILENT,
    LetterTable,
)
from newsarchive.article import Article, Block, BlockKind, Span

_Pieces = tuple[Article, tuple[Span, ...]]

_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse modulo 2^64
_INVERSE = pow(_BASE, -1, 2**64)
_BATCH_LETTERS = 2_000_000
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+|@\w+")
_SIGNS = ("http", "www.", "pic.twitter.com/", "@")


@dataclass(frozen=True)
class Words:
    """The words of one article, or of some pieces of it.

    `pieces` are the stretches that were read, in order: an article's blocks or a witness's parts. `text` is their texts
    joined by line ends, and `piece_starts` says where each begins in it. `keys` are 64-bit hashes of the folded words;
    `starts` and `ends` are code points of `text`. `apparatus` marks the words that are no running text:
    addresses, a post's byline, a photo's credit. `apart` marks those, and formulas once they are known.
    """

    article: Article
    pieces: tuple[Span, ...]
    text: str
    piece_starts: NDArray[np.int32]
    keys: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    apparatus: NDArray[np.bool_]
    apart: NDArray[np.bool_]

    @property
    def count(self) -> int:
        """The number of words."""
        return len(self.keys)

    def text_between(self, first: int, last: int) -> str:
        """Return the text from word `first` to before word `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def spans(self, first: int, last: int) -> tuple[Span, ...]:
        """Return the spans, one a block, from word `first` to before word `last`."""
        if first >= last:
            return ()
        start, end = int(self.starts[first]), int(self.ends[last - 1])
        at, until = (
            self.piece_starts.searchsorted(np.array((start, end - 1), dtype=np.int32), side="right") - 1
        ).tolist()
        if at == until:
            return (self._span(at, start, end),)
        return tuple(self._spans_of_pieces(first, last, at, until))

    def _spans_of_pieces(self, first: int, last: int, at: int, until: int) -> Iterator[Span]:
        for number in range(at, until + 1):
            base = int(self.piece_starts[number])
            piece = self.pieces[number]
            one = max(first, int(self.starts.searchsorted(np.int32(base))))
            end = min(last, int(self.starts.searchsorted(np.int32(base + piece.end - piece.start))))
            if one < end:
                yield self._span(number, int(self.starts[one]), int(self.ends[end - 1]))

    def _span(self, number: int, start: int, end: int) -> Span:
        piece = self.pieces[number]
        shift = piece.start - int(self.piece_starts[number])
        return Span(piece.block, start + shift, end + shift)


def words_of(articles: Sequence[Article]) -> list[Words]:
    """Return the words of each of `articles`."""
    table = LetterTable()
    return [
        words
        for batch in _batches((article, whole(article)) for article in articles)
        for words in _batch_words(batch, table)
    ]


def words_of_parts(article: Article, parts: tuple[Span, ...]) -> Words:
    """Return the words of some stretches of `article`; raises KeyError for a block that it does not have."""
    return next(words_of_few([(article, parts)]))


def words_of_few(texts: Sequence[tuple[Article, tuple[Span, ...]]]) -> Iterator[Words]:
    """Yield the words of some stretches of each of a few articles, which are read at once.

    Raises KeyError for a block that an article does not have.
    """
    return _batch_words(texts, _letters_met())


@cache
def _letters_met() -> LetterTable:
    """Return the one table for texts that come one by one: to lay one out takes longer than to read a text."""
    return LetterTable()


def _batches(texts: Iterable[_Pieces]) -> Iterator[list[_Pieces]]:
    batch: list[_Pieces] = []
    letters = 0
    for article, pieces in texts:
        batch.append((article, pieces))
        letters += sum(piece.end - piece.start + 1 for piece in pieces)
        if letters > _BATCH_LETTERS:
            yield batch
            batch, letters = [], 0
    if batch:
        yield batch


def _batch_words(batch: Sequence[_Pieces], table: LetterTable) -> Iterator[Words]:
    texts = [text_of(article, pieces) for article, pieces in batch]
    points = np.frombuffer("\n".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    classes, letters = table.look_up(points)
    starts, ends = _borders(_with_joiners(classes), _address_starts(texts))
    keys = _keys(classes, letters, starts, ends)
    bases = list(accumulate((len(text) + 1 for text in texts), initial=0))
    cuts = starts.searchsorted(bases).tolist()
    for (article, pieces), text, base, one, end in zip(batch, texts, bases, cuts, cuts[1:], strict=False):
        here, there = (starts[one:end] - base).astype(np.int32), (ends[one:end] - base).astype(np.int32)
        begins = piece_starts(pieces)
        marks = _apparatus(article, pieces, text, begins, here)
        yield Words(article, pieces, text, begins, keys[one:end].copy(), here, there, marks, marks)


def whole(article: Article) -> tuple[Span, ...]:
    """Return all blocks of `article` as pieces."""
    return tuple(Span(block.id, 0, len(block.text)) for block in article.blocks)


def text_of(article: Article, pieces: Sequence[Span]) -> str:
    """Return the texts of some pieces, joined by line ends."""
    return "\n".join(map(article.text_of, pieces))


def piece_starts(pieces: Sequence[Span]) -> NDArray[np.int32]:
    """Return where each of `pieces` begins in their joined text."""
    lengths = (piece.end - piece.start + 1 for piece in pieces)
    return np.array(list(accumulate(lengths, initial=0))[:-1], dtype=np.int32)


def _with_joiners(classes: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the classes with each apostrophe and point that joins turned silent, any other into a separator."""
    joined = classes.copy()
    for joiner, side in ((APOSTROPHE, LETTER), (POINT, DIGIT)):
        found = np.flatnonzero(classes == joiner)
        inner = found[(found > 0) & (found < len(classes) - 1)]
        both = (classes[inner - 1] == side) & (classes[inner + 1] == side)
        joined[found] = SEPARATOR
        joined[inner[both]] = SILENT
    return joined


def _address_starts(texts: Sequence[str]) -> list[int]:
    """Return where addresses start in the joined texts: a word that one is glued to ends there."""
    starts, base = [], 0
    for text in texts:
        if any(sign in text for sign in _SIGNS):
            starts += [base + address.start() for address in _ADDRESS.finditer(text)]
        base += len(text) + 1
    return starts


def _borders(classes: NDArray[np.uint8], cuts: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where words start and end; none goes across one of `cuts`."""
    inside = np.zeros(len(classes) + 2, dtype=bool)
    inside[1:-1] = classes != SEPARATOR
    alone = np.zeros(len(classes) + 2, dtype=bool)
    alone[1:-1] = classes == IDEOGRAPH
    border = alone[1:] | alone[:-1]
    border[list(cuts)] = True
    begins = inside[1:] & (~inside[:-1] | border)
    stops = inside[:-1] & (~inside[1:] | border)
    return np.flatnonzero(begins[:-1]), np.flatnonzero(stops[1:]) + 1


def _keys(
    classes: NDArray[np.uint8], letters: NDArray[np.uint64], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.uint64]:
    """Return a hash of each word: a polynomial of its letters, by differences of one running sum."""
    counted = (classes == LETTER) | (classes == DIGIT) | (classes == IDEOGRAPH)
    place = np.cumsum(counted)
    powers = np.cumprod(np.full(len(letters) + 1, _BASE, dtype=np.uint64))
    inverses = np.cumprod(np.full(len(letters) + 1, _INVERSE, dtype=np.uint64))
    terms = np.where(counted, mixed(letters) * powers[place], np.uint64(0))
    sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(terms, dtype=np.uint64)))
    before = np.concatenate((np.zeros(1, dtype=place.dtype), place))
    return mixed((sums[ends] - sums[starts]) * inverses[before[starts]])


def mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return `values` with their bits mixed (the finaliser of MurmurHash3)."""
    values = values ^ (values >> np.uint64(33))
    values = values * np.uint64(0xFF51AFD7ED558CCD)
    values = values ^ (values >> np.uint64(33))
    values = values * np.uint64(0xC4CEB9FE1A85EC53)
    return values ^ (values >> np.uint64(33))


def _apparatus(
    article: Article, pieces: Sequence[Span], text: str, begins: NDArray[np.int32], starts: NDArray[np.int32]
) -> NDArray[np.bool_]:
    marks = np.zeros(len(starts), dtype=bool)
    addresses = any(sign in text for sign in _SIGNS)
    for piece, begin in zip(pieces, begins.tolist(), strict=True):
        block = article.block_by_id[piece.block]
        if addresses or block.by or block.credit:
            base = begin - piece.start
            for one, end in apparatus_of(block):
                edges = np.array((base + one, base + min(end, piece.end)), dtype=np.int32)
                marks[slice(*starts.searchsorted(edges).tolist())] = True
    return marks


def apparatus_of(block: Block) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a block's text, in code points, that are no running text.

    These are addresses and handles, a post's byline, and all from a caption's photographer on.
    """
    for address in _ADDRESS.finditer(block.text):
        yield address.span()
    names = [name for name in (block.by, block.credit) if name]
    if block.kind is BlockKind.POST and names:
        at = block.text.rfind("—", 0, max(block.text.rfind(names[0]), 0))
        yield (at if at >= 0 else len(block.text)), len(block.text)
    if block.kind is BlockKind.CAPTION and names:
        at = min((found for name in names if (found := block.text.rfind(name)) >= 0), default=len(block.text))
        bracket = block.text.rfind("(", 0, at)
        yield (bracket if bracket >= 0 else at), len(block.text)


def text_digest(article: Article) -> str:
    """Return the SHA-256, in hexadecimal, of all that the search for passages reads of an article."""
    read: list[str] = []
    for block in article.blocks:
        by, credit = block.by or "", block.credit or ""
        read += (block.id, block.kind, f"{len(block.text)} {len(by)} {len(credit)}", block.text, by, credit)
    return hashlib.sha256("\x1f".join(read).encode("utf-8", "surrogatepass")).hexdigest()
