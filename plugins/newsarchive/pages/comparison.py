"""Comparing two witnesses of a passage, word by word, with the place of every word in its article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from newsarchive.annotation import Witness
from newsarchive.article import Article, Span

_TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")  # a word, or one mark of punctuation
_QUOTES = str.maketrans("‘’“”", "''\"\"")
_AROUND = 7  # tokens shown on either side of a difference


class Side(StrEnum):
    """Which of two witnesses has a stretch of words."""

    BOTH = "both"
    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words that both witnesses have, or only one.

    `ours` and `theirs` are the words' spans, one a block; empty on the side that does not have them.
    """

    side: Side
    ours: tuple[Span, ...] = ()
    theirs: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch in its words, as the other witness has them where both do; `cut` where words before it are left out."""

    side: Side
    text: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two witnesses of a passage, aligned."""

    ours: Article
    theirs: Article
    stretches: tuple[Stretch, ...]

    @property
    def verbatim(self) -> bool:
        """Whether both have the same words and marks; quotation marks, curly or straight, make no difference."""
        return all(stretch.side is Side.BOTH for stretch in self.stretches)

    def pieces(self) -> Iterator[Piece]:
        """Yield the whole text of both, in order."""
        for stretch in self.stretches:
            yield Piece(stretch.side, self._text(stretch))

    def differences(self) -> Iterator[Piece]:
        """Yield the places where they differ, each with a few words around it; of verbatim ones, both ends."""
        last = len(self.stretches) - 1
        for number, stretch in enumerate(self.stretches):
            text = self._text(stretch)
            if stretch.side is not Side.BOTH:
                yield Piece(stretch.side, text)
            elif last and number == 0:
                yield from _end(text)
            elif last and number == last:
                yield from _beginning(text)
            else:
                yield from _both_ends(text)

    def _text(self, stretch: Stretch) -> str:
        if stretch.side is Side.OURS:
            return " ".join(self.ours.text_of(span) for span in stretch.ours)
        return " ".join(self.theirs.text_of(span) for span in stretch.theirs)


def _beginning(text: str) -> Iterator[Piece]:
    words = text.split()
    yield Piece(Side.BOTH, " ".join(words[:_AROUND]))


def _end(text: str) -> Iterator[Piece]:
    words = text.split()
    yield Piece(Side.BOTH, " ".join(words[-_AROUND:]), cut=len(words) > _AROUND)


def _both_ends(text: str) -> Iterator[Piece]:
    if len(text.split()) <= 2 * _AROUND:
        yield Piece(Side.BOTH, text)
    else:
        yield from _beginning(text)
        yield from _end(text)


@dataclass(frozen=True, slots=True)
class _Token:
    form: str
    span: Span


def compare(ours: tuple[Article, Witness], theirs: tuple[Article, Witness]) -> Comparison:
    """Align two witnesses by the fewest edits of words."""
    our_tokens, their_tokens = _tokens(*ours), _tokens(*theirs)
    operations = Levenshtein.opcodes([token.form for token in our_tokens], [token.form for token in their_tokens])
    stretches: list[Stretch] = []
    for step in operations:
        mine = _spans(our_tokens[step.src_start : step.src_end])
        other = _spans(their_tokens[step.dest_start : step.dest_end])
        if step.tag == "equal":
            stretches.append(Stretch(Side.BOTH, mine, other))
            continue
        stretches.extend([Stretch(Side.OURS, mine)] if mine else [])
        stretches.extend([Stretch(Side.THEIRS, (), other)] if other else [])
    return Comparison(ours[0], theirs[0], tuple(stretches))


def _tokens(article: Article, witness: Witness) -> list[_Token]:
    return [
        _Token(found[0].translate(_QUOTES), Span(part.block, found.start(), found.end()))
        for part in witness.parts
        for found in _TOKEN.finditer(article.block_by_id[part.block].text, part.start, part.end)
    ]


def _spans(tokens: Sequence[_Token]) -> tuple[Span, ...]:
    """Return one span a block, from the first of the tokens there to the last."""
    groups = (list(group) for _, group in groupby(tokens, key=lambda token: token.span.block))
    return tuple(Span(group[0].span.block, group[0].span.start, group[-1].span.end) for group in groups)
