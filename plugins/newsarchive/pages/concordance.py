"""Concordances: spans in the sentences that hold them, in the order of the articles' dates."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, Protocol

from newsarchive.article import Article, Block, Span
from newsarchive.sentence import sentence_around

REACH = 320  # code points on either side of the marks: a text without full stops must not stand whole on a page


class Spanned(Protocol):
    """An annotation, or whatever else has an article and a span."""

    @property
    def article(self) -> str:
        """The article's id."""
        ...

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


# Named tuples here, because a large archive shows a hundred thousand sentences.


class Sentence(NamedTuple):
    """A sentence of an article: the article's id, the block's, and code points of its text, end exclusive."""

    article: str
    block: str
    start: int
    end: int


class Piece(NamedTuple):
    """A stretch of a line's text; `marked` where it is what the line was looked up for."""

    text: str
    marked: bool = False


class Line(NamedTuple):
    """A sentence, or as much of it as can be shown, with its marks.

    The texts of `pieces` joined are a stretch of the block's text, unchanged. `cut_before` and `cut_after` say whether
    the sentence goes on there. `notes` are remarks that stand beneath it.
    """

    article: Article
    block: Block
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...] = ()
    cut_before: bool = False
    cut_after: bool = False


def sentence_of(article: Article, span: Span) -> Sentence:
    """Return the sentence that holds `span`, or the run of sentences where it crosses several."""
    block, start, end = span
    return Sentence(article.id, block, *sentence_around(article.block_by_id[block].text, start, end))


def line_of(article: Article, sentence: Sentence, spans: Iterable[Span], notes: Iterable[str] = ()) -> Line:
    """Return `sentence` with `spans`, which lie in it, marked; a note that stands twice is given once."""
    block = article.block_by_id[sentence.block]
    marks = _apart(spans)
    start, end = shown_of(block.text, sentence.start, sentence.end, marks[0].start, marks[-1].end)
    pieces = tuple(_pieces(block.text, start, end, marks))
    remarks = tuple(dict.fromkeys(notes))
    return Line(article, block, pieces, remarks, start > sentence.start, end < sentence.end)


def shown_of(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Return which stretch of `text` is shown of the sentence `first` to `last`, whose marks lie in `start` to `end`.

    All are code points, ends exclusive.
    """
    if start - first <= REACH and last - end <= REACH:  # all of it, as of nearly every one
        return first, last
    return _word_start(text, first, start - REACH), _word_end(text, last, end + REACH)


def line_around(article: Article, span: Span) -> Line:
    """Return the sentence that holds `span`, with the span marked."""
    return line_of(article, sentence_of(article, span), [span])


def lines_in(article: Article, spans: Iterable[Span]) -> Iterator[Line]:
    """Yield the sentences of `article` that hold the spans, each once, with the spans in it marked."""
    held: dict[Sentence, list[Span]] = defaultdict(list)
    for span in spans:
        held[sentence_of(article, span)].append(span)
    return (line_of(article, sentence, found) for sentence, found in held.items())


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order; where two overlap, the later one begins where the earlier ends."""
    reached, apart = 0, []
    for span in sorted(spans):
        if span.end > reached and span.end > span.start:
            apart.append(span if span.start >= reached else span._replace(start=reached))
            reached = span.end
    return apart


def _word_start(text: str, first: int, wanted: int) -> int:
    if wanted <= first:
        return first
    space = text.find(" ", wanted, wanted + REACH // 2)
    return wanted if space < 0 else space + 1


def _word_end(text: str, last: int, wanted: int) -> int:
    if wanted >= last:
        return last
    space = text.rfind(" ", wanted - REACH // 2, wanted)
    return wanted if space < 0 else space


def _pieces(text: str, start: int, end: int, marks: Sequence[Span]) -> list[Piece]:
    position, pieces = start, []
    for _, opened, closed in marks:
        if position < opened:
            pieces.append(Piece(text[position:opened]))
        pieces.append(Piece(text[opened:closed], marked=True))
        position = closed
    if position < end:
        pieces.append(Piece(text[position:end]))
    return pieces


class ArticleLines(NamedTuple):
    """The lines of one article, in the order of its text."""

    article: Article
    lines: tuple[Line, ...]


def by_article(lines: Iterable[Line]) -> tuple[ArticleLines, ...]:
    """Group lines that are in the order of their articles."""
    groups = groupby(lines, key=lambda line: line.article.id)
    members = (tuple(group) for _, group in groups)
    return tuple(ArticleLines(group[0].article, group) for group in members)
