"""Assemble: clusters of words become passages of articles."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from newsarchive.annotate.passages.cluster import Cluster, Place
from newsarchive.annotate.passages.divergence import Marks, divergences
from newsarchive.annotate.passages.precedence import earliest, possibly_earliest
from newsarchive.annotate.passages.words import Words
from newsarchive.annotation import DateExpression, Divergence, Mention, Passage, Reading, Witness

ID_DIGITS = 12
"""Hexadecimal digits of a passage's id: 48 bits, one chance collision in 23 million passages."""

_SILENT = re.compile("['’ʼ＇\u00ad\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u200b-\u200d]+")
_LETTERS = re.compile(r"[^\W_]+")


def marks_of(mentions: Iterable[Mention], dates: Iterable[DateExpression]) -> Marks:
    """Return the mentions and dates by their article and block."""
    of_mentions: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        of_mentions[mention.article, mention.span.block].append(mention)
    of_dates: dict[tuple[str, str], list[DateExpression]] = defaultdict(list)
    for expression in dates:
        of_dates[expression.article, expression.span.block].append(expression)
    return Marks(of_mentions, of_dates)


def assembled(clusters: Iterable[Cluster], articles: Sequence[Words], marks: Marks) -> tuple[Passage, ...]:
    """Return the passages of `clusters`, sorted by id."""
    drafts = [_draft(cluster, articles, marks) for cluster in clusters]
    return tuple(sorted(_with_ids(drafts), key=lambda passage: passage.id))


def normalised(text: str) -> str:
    """Return the words of a text as they are compared: lower case, no accents, one space between."""
    return " ".join(_LETTERS.findall(_SILENT.sub("", unicodedata.normalize("NFKD", text.casefold()))))


def _draft(cluster: Cluster, articles: Sequence[Words], marks: Marks) -> tuple[str, Passage]:
    order = sorted(range(len(cluster.places)), key=lambda number: _order_key(cluster.places[number], articles))
    places = [cluster.places[number] for number in order]
    owners = [articles[place.article] for place in places]
    first = earliest([owner.article for owner in owners])
    candidates = [first] if first is not None else possibly_earliest([owner.article for owner in owners])
    texts = {owners[at].keys[places[at].start : places[at].end].tobytes(): at for at in reversed(candidates)}
    text, base = min(
        (normalised(owners[at].text_between(places[at].start, places[at].end)), at) for at in texts.values()
    )
    witnesses = tuple(Witness(o.article.id, o.spans(p.start, p.end)) for o, p in zip(owners, places, strict=True))
    position = {number: at for at, number in enumerate(order)}
    found = tuple(_renumbered(divergence, position) for divergence in divergences(cluster, articles, marks))
    return text, Passage("", places[base].end - places[base].start, witnesses, first, found)


def _order_key(place: Place, articles: Sequence[Words]) -> tuple[str, int, int]:
    return articles[place.article].article.id, place.start, place.end


def _renumbered(divergence: Divergence, position: dict[int, int]) -> Divergence:
    readings = (Reading(position[r.witness], r.text, r.spans) for r in divergence.readings)
    return Divergence(divergence.kind, tuple(sorted(readings, key=lambda reading: reading.witness)))


def _with_ids(drafts: Sequence[tuple[str, Passage]]) -> Iterable[Passage]:
    seen: dict[str, int] = defaultdict(int)
    for text, draft in sorted(drafts, key=lambda each: (each[0], -len(each[1].witnesses), str(each[1].witnesses))):
        seen[text] += 1
        salt = f"\n{seen[text]}" if seen[text] > 1 else ""
        digest = hashlib.sha256((text + salt).encode()).hexdigest()[:ID_DIGITS]
        yield Passage(digest, draft.words, draft.witnesses, draft.earliest, draft.divergences)
