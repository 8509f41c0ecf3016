"""Assemble: drafts become passages, with the names and dates of the articles and the annotations of their words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from newsarchive.annotate.passages.cluster import Cluster
from newsarchive.annotate.passages.divergence import Found, divergence
from newsarchive.annotate.passages.draft import Draft, digits
from newsarchive.annotate.passages.precedence import earliest, possibly_earliest
from newsarchive.annotate.passages.record import PlainDraft, read_drafts
from newsarchive.annotation import Annotations, Passage, Suppressed, Witness
from newsarchive.article import Article

_AT_HAND = 256  # articles whose annotations stay read: one passage asks for them again and again
_NOTHING = Annotations()


def assembled(
    drafts: Iterable[tuple[Cluster, Draft]], articles: Sequence[Article], found: Mapping[str, Annotations]
) -> tuple[Passage, ...]:
    """Return the passages of `drafts`, sorted by id."""
    read = lru_cache(_AT_HAND)(lambda article: found.get(article, _NOTHING))
    return tuple(sorted(_distinct(_passage(*each, articles, read) for each in drafts), key=lambda each: each.id))


def left_out(drafts: Iterable[PlainDraft], articles: Sequence[Article]) -> Iterator[Suppressed]:
    """Yield a word on each passage that does not tell all its divergences."""
    bounded = (each for each in drafts if each[1][-1])  # the last that a draft tells: how many are left out
    for cluster, draft in read_drafts(bounded):
        article, span = articles[cluster.places[0].article], draft.parts[0][0]
        detail = f"{len(draft.parts)} witnesses differ in {draft.left_out} places more than are told"
        yield Suppressed("passage", "bounded", article.id, span, article.text_of(span), detail)


def _passage(cluster: Cluster, draft: Draft, articles: Sequence[Article], found: Found) -> Passage:
    owners = [articles[place.article] for place in cluster.places]
    order = sorted(range(len(owners)), key=lambda at: (owners[at].id, cluster.places[at]))
    positions = [0] * len(order)
    for position, at in enumerate(order):
        positions[at] = position
    first = earliest(owners)
    base = first if first is not None else min(possibly_earliest(owners), key=lambda at: (draft.ids[at], positions[at]))
    return Passage(
        draft.ids[base],
        draft.words[base],
        tuple(Witness(owners[at].id, draft.parts[at]) for at in order),
        None if first is None else positions[first],
        tuple(divergence(column, owners, positions, base, found) for column in draft.columns),
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
