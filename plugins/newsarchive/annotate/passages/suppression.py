"""Suppression: what was found and is no passage, each with its reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newsarchive.annotate.passages.index import Known, Told
from newsarchive.annotation import Suppressed
from newsarchive.article import Article, Span
from newsarchive.columns import made

KIND = "passage"


def suppressed(index: Known, articles: Sequence[Article], others: Iterable[Suppressed] = ()) -> tuple[Suppressed, ...]:
    """Return what was set apart, with `others`, sorted by article and place.

    That is formulas, repetitions, and matches that are no passage. Matches that are too short are not told. `articles`
    are in the order of the index.
    """
    of_article: dict[str, Sequence[Told]] = {articles[number].id: told for number, told in index.marked.items()}
    more: dict[str, list[Told]] = defaultdict(list)
    for article, told in chain(_objected(index, articles), _told(others)):
        more[article].append(told)
    for article, several in more.items():
        of_article[article] = sorted((*of_article.get(article, ()), *several))
    return tuple(
        made(
            Suppressed,
            (
                (KIND, reason, article, Span(block, start, end), text, detail)
                for article in sorted(of_article)
                for _, block, start, end, reason, text, detail in of_article[article]
            ),
        )
    )


def _objected(index: Known, articles: Sequence[Article]) -> Iterator[tuple[str, Told]]:
    for one in index.objected:
        block, start, _ = one.there
        detail = f"compared with {articles[one.other].id}, block {block}, from letter {start} on"
        yield articles[one.article].id, (len(one.span.block), *one.span, one.reason, one.text, detail)


def _told(others: Iterable[Suppressed]) -> Iterator[tuple[str, Told]]:
    for one in others:
        yield one.article, (len(one.span.block), *one.span, one.reason, one.text, one.detail)
