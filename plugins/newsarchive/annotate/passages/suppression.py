"""Suppression: what was found and is no passage, each with its reason."""

from collections.abc import Iterable, Iterator, Sequence

from newsarchive.annotate.passages.evidence import Objection
from newsarchive.annotate.passages.formula import limit
from newsarchive.annotate.passages.index import FORMULA, REPETITION, Index
from newsarchive.annotate.passages.match import Match
from newsarchive.annotate.passages.row import PER_ARTICLE
from newsarchive.annotate.passages.words import Words
from newsarchive.annotation import Suppressed
from newsarchive.article import Article, Span

KIND = "passage"


def suppressed(index: Index, articles: Sequence[Article], others: Iterable[Suppressed] = ()) -> tuple[Suppressed, ...]:
    """Return what was set apart, with `others`, sorted by article and place.

    That is formulas, repetitions, and matches that are no passage. Matches that are too short
    are not told.
    """
    return tuple(sorted((*_suppressed(index, articles), *others), key=_place))


def _suppressed(index: Index, articles: Sequence[Article]) -> Iterator[Suppressed]:
    words = index.words
    why = {
        FORMULA: f"its words stand in more than {limit(len(words))} articles",
        REPETITION: f"the article has these words more than {PER_ARTICLE} times; the first {PER_ARTICLE} were compared",
    }
    for number, reason, block, start, end in index.marked:
        article = articles[number]
        text = article.block_by_id[block].text[start:end]
        yield Suppressed(KIND, reason, article.id, Span(block, start, end), text, why[reason])
    for match, against in index.judged:
        if against not in {None, Objection.SHORT}:
            yield from _of_match(match, str(against), words)


def _of_match(match: Match, reason: str, words: Sequence[Words]) -> Iterator[Suppressed]:
    left = match.left, match.left_start, match.left_end
    right = match.right, match.right_start, match.right_end
    for (article, start, end), (other, there, _) in ((left, right), (right, left)):
        span = words[other].spans(there, there + 1)[0]
        detail = f"compared with {words[other].article.id}, block {span.block}, from letter {span.start} on"
        yield from _of_spans(words[article], start, end, reason, detail)


def _of_spans(words: Words, start: int, end: int, reason: str, detail: str) -> Iterator[Suppressed]:
    for span in words.spans(start, end):
        yield Suppressed(KIND, reason, words.article.id, span, words.article.text_of(span), detail)


def _place(found: Suppressed) -> tuple[str, int, str, int, int, str, str]:
    block = found.span.block
    return found.article, len(block), block, found.span.start, found.span.end, found.reason, found.detail
