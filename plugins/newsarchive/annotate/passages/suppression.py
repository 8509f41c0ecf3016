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


_Told = tuple[str, int, str, int, int, str, str, str]
"""Article, length of the block's id, block, letters from and to before, reason, text, detail: in their order."""


def suppressed(index: Index, articles: Sequence[Article], others: Iterable[Suppressed] = ()) -> tuple[Suppressed, ...]:
    """Return what was set apart, with `others`, sorted by article and place.

    That is formulas, repetitions, and matches that are no passage. Matches that are too short are not told. `articles`
    are in the order of the index.
    """
    more = (
        (
            each.article,
            len(each.span.block),
            each.span.block,
            each.span.start,
            each.span.end,
            each.reason,
            each.text,
            each.detail,
        )
        for each in others
    )
    return tuple(
        Suppressed(KIND, reason, article, Span(block, start, end), text, detail)
        for article, _, block, start, end, reason, text, detail in sorted(
            (*_marked(index, articles), *_objected(index), *more)
        )
    )


def _marked(index: Index, articles: Sequence[Article]) -> Iterator[_Told]:
    why = {
        FORMULA: f"its words stand in more than {limit(len(articles))} articles",
        REPETITION: f"the article has these words more than {PER_ARTICLE} times; the first {PER_ARTICLE} were compared",
    }
    for number, reason, block, start, end in index.marked:
        article = articles[number]
        text = article.block_by_id[block].text[start:end]
        yield article.id, len(block), block, start, end, reason, text, why[reason]


def _objected(index: Index) -> Iterator[_Told]:
    for match, against in index.judged:
        if against not in {None, Objection.SHORT}:
            yield from _of_match(match, str(against), index.words)


def _of_match(match: Match, reason: str, words: Sequence[Words]) -> Iterator[_Told]:
    left = match.left, match.left_start, match.left_end
    right = match.right, match.right_start, match.right_end
    for (article, start, end), (other, there, _) in ((left, right), (right, left)):
        span = words[other].spans(there, there + 1)[0]
        detail = f"compared with {words[other].article.id}, block {span.block}, from letter {span.start} on"
        owner = words[article].article
        for part in words[article].spans(start, end):
            yield owner.id, len(part.block), part.block, part.start, part.end, reason, owner.text_of(part), detail
