"""Assemble: drafts become passages, with the names and dates of the articles and the annotations of their words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from newsarchive.annotate.passages.divergence import Found, divergence
from newsarchive.annotate.passages.identity import digits
from newsarchive.annotate.passages.precedence import earliest, possibly_earliest
from newsarchive.annotate.passages.record import KIND, PlainCluster, PlainDraft, PlainPassage, read_spans
from newsarchive.annotation import Passage, Suppressed, Witness
from newsarchive.article import Article, Span

_AT_HAND = 256  # articles whose annotations stay read: one passage asks for them again and again


def assembled(passages: Iterable[PlainPassage], articles: Sequence[Article], found: Found) -> tuple[Passage, ...]:
    """Return the passages, sorted by id."""
    read = lru_cache(_AT_HAND)(found)
    return tuple(sorted(_distinct(_passage(*each, articles, read) for each in passages), key=lambda each: each.id))


def left_out(passages: Iterable[PlainPassage], articles: Sequence[Article]) -> Iterator[Suppressed]:
    """Yield a word on each passage that does not tell all its divergences."""
    for (places, _), (_, _, parts, _, hidden) in passages:
        if hidden:
            article, span = articles[places[0][0]], Span(*parts[0][0])
            detail = f"{len(parts)} witnesses differ in {hidden} places more than are told"
            yield Suppressed(KIND, "bounded", article.id, span, article.text_of(span), detail)


def _passage(cluster: PlainCluster, draft: PlainDraft, articles: Sequence[Article], found: Found) -> Passage:
    (places, _), (ids, words, parts, columns, _) = cluster, draft
    owners = [articles[article] for article, _, _ in places]
    order = sorted(range(len(owners)), key=lambda at: (owners[at].id, places[at]))
    positions = [0] * len(order)
    for position, at in enumerate(order):
        positions[at] = position
    first = earliest(owners)
    base = first if first is not None else min(possibly_earliest(owners), key=lambda at: (ids[at], positions[at]))
    return Passage(
        ids[base],
        words[base],
        tuple([Witness(owners[at].id, read_spans(parts[at])) for at in order]),
        None if first is None else positions[first],
        tuple([divergence(column, owners, positions, base, found) for column in columns]),
    )


def _distinct(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Give each passage an id of its own: of several of one text, the one with most witnesses keeps it."""
    of_id: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        of_id[passage.id].append(passage)
    for same in of_id.values():
        same.sort(
            key=lambda passage: (-len(passage.witnesses), [(each.article, each.parts) for each in passage.witnesses])
        )
        yield same[0]
        for passage in same[1:]:
            yield _renamed(passage)


def _renamed(passage: Passage) -> Passage:
    places = (f"{witness.article} {part}" for witness in passage.witnesses for part in witness.parts)
    return Passage(
        digits("\n".join((passage.id, *places))),
        passage.words,
        passage.witnesses,
        passage.earliest,
        passage.divergences,
    )
