"""Suppression: what was found and is no passage, each with its reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newsarchive.annotate.passages.index import Known, Told
from newsarchive.annotate.passages.record import Plain
from newsarchive.annotation import Suppressed
from newsarchive.article import Article


def suppressed(index: Known, articles: Sequence[Article], others: Iterable[Suppressed] = ()) -> Plain:
    """Return what was set apart, with `others`, sorted by article and place: the columns that `read_suppressed` reads.

    That is formulas, repetitions, and matches that are no passage. Matches that are too short are not told. `articles`
    are in the order of the index.
    """
    of_article: dict[str, Sequence[Told]] = {articles[number].id: told for number, told in index.marked.items()}
    more: dict[str, list[Told]] = defaultdict(list)
    for article, told in chain(_objected(index, articles), _told(others)):
        more[article].append(told)
    for article, several in more.items():
        of_article[article] = sorted((*of_article.get(article, ()), *several))
    names = sorted(of_article)
    every = chain.from_iterable(map(of_article.__getitem__, names))
    _, blocks, starts, ends, reasons, texts, details = tuple(zip(*every, strict=True)) or ((),) * 7
    owners = [name for name in names for _ in of_article[name]]
    return reasons, owners, blocks, starts, ends, texts, details


def _objected(index: Known, articles: Sequence[Article]) -> Iterator[tuple[str, Told]]:
    for one in index.objected:
        block, start, _ = one.there
        detail = f"compared with {articles[one.other].id}, block {block}, from letter {start} on"
        yield articles[one.article].id, (len(one.span.block), *one.span, one.reason, one.text, detail)


def _told(others: Iterable[Suppressed]) -> Iterator[tuple[str, Told]]:
    for one in others:
        yield one.article, (len(one.span.block), *one.span, one.reason, one.text, one.detail)
