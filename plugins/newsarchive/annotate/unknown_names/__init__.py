"""Unknown names: what looks like a name in the articles and leads to no entity of the registry.

A name is a run of words with a capital, in any script that has case, with the small words that names hold (`of`,
`van`). A word that only ever begins a sentence is no evidence; nor is one that the articles write in lower case too.
In come articles and the annotations whose words are accounted for; out go the names, the most frequent first.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from newsarchive.annotate.unknown_names.kinds import PERSON, PLACE, kind_of
from newsarchive.annotate.unknown_names.trimming import Evidence, Piece, Words, key, names_of
from newsarchive.annotate.unknown_names.vocabulary import GERMAN, GERMAN_TIES, ORGANISATION_WORDS, PLACE_WORDS
from newsarchive.annotate.unknown_names.words import name_runs, name_words
from newsarchive.annotation import AmbiguousMention, DateExpression, Mention
from newsarchive.article import Article, Block, Span
from newsarchive.registry.spelling import spelled

__all__ = ["UnknownName", "find_unknown_names"]

Annotation = Mention | AmbiguousMention | DateExpression
_Taken = Mapping[tuple[str, str], Sequence[tuple[int, int]]]

_ANY_WORD = re.compile(r"[^\W\d_]++")
_PEOPLE = re.compile(r"(?<=\w)(?:i?an|n|ite|ese)s?\Z")
_SHORTEST_STEM = 4
# How often of all times the words around must say a kind. A preposition here and there says little: `trust in Orlau`.
_LEAST_SHARE, _LEAST_SHARES = 0.05, {PERSON: 0.02, PLACE: 0.25}
_MOST_PLACES = 20
# In these languages every noun has a capital, so a single word tells nothing.
_CAPITAL_NOUNS = frozenset({"de", "lb", "nds", "gsw", "bar"})
_GERMAN_SHARE = 0.12  # of the words of a text in no stated language; in English hardly any, in German a fifth and more
_SAMPLE = 2000  # words


@dataclass(frozen=True, slots=True)
class UnknownName:
    """What looks like a name: its text as names are compared, how often it stands, and where.

    `count` counts a surname alone with the full name before it in the article. `places` holds the first 20, in the
    order of the articles and their texts; `articles` counts all articles that have it. `kind` is what the words around
    say that it names, as a registry would (`person`, `district`, `ministry` …), or None.
    """

    text: str
    count: int
    articles: int
    kind: str | None
    places: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class _Find:
    article: str
    block: Block
    piece: Piece
    text: str
    kind: str | None

    @property
    def is_proven(self) -> bool:
        """Whether more than the beginning of a sentence speaks for the name."""
        words = self.piece.words
        return len(words) > 1 or self.piece.is_titled or not words[0].opens

    @property
    def span(self) -> Span:
        return Span(self.block.id, self.piece.words[0].start, self.piece.words[-1].end)


@lru_cache(maxsize=65536)
def _compared(text: str) -> str:
    return spelled(text)


def find_unknown_names(
    articles: Sequence[Article],
    known: Sequence[Annotation] = (),
    left_out: AbstractSet[str] = frozenset(),
) -> tuple[UnknownName, ...]:
    """Return what looks like a name in `articles`, the most frequent first, then by text.

    `known` are annotations whose words are accounted for; `left_out` are texts, as names are compared, that a person
    has decided on. The time is linear in the length of the articles.
    """
    finds = _finds(articles, _taken(known))
    _merge_surnames(finds)
    forms = _forms(find.text for found in finds for find in found)
    groups: dict[str, list[_Find]] = defaultdict(list)
    for found in finds:
        for find in found:
            groups[forms.get(find.text, find.text)].append(find)
    named = groups.keys() | {annotation.text for annotation in known}
    names = (
        _name(text, group)
        for text, group in groups.items()
        if text not in left_out and any(find.is_proven for find in group) and not _is_people_of(text, named)
    )
    return tuple(sorted(names, key=lambda name: (-name.count, name.text)))


def _finds(articles: Sequence[Article], taken: _Taken) -> list[list[_Find]]:
    """Return what was found, a list for each article."""
    counts = Counter(word for article in articles for block in article.blocks for word in _ANY_WORD.findall(block.text))
    ordinary = frozenset(word for word in counts if word.islower())
    runs = [list(_runs(article, taken, ordinary)) for article in articles]
    inside = Counter(key(run) for found in runs for _, run in found if not run[0].opens)
    evidence = Evidence(counts, inside)
    finds = [
        [find for block, run in found for find in _found(article, block, run, evidence)]
        for article, found in zip(articles, runs, strict=True)
    ]
    for number, article in enumerate(articles):
        if _writes_nouns_large(article):
            finds[number] = list(filter(_more_than_nouns, finds[number]))
    return finds


def _taken(known: Iterable[Annotation]) -> _Taken:
    taken: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for annotation in known:
        span = annotation.span
        taken[annotation.article, span.block].append((span.start, span.end))
    return {place: sorted(spans, key=lambda span: span[1]) for place, spans in taken.items()}


def _runs(article: Article, taken: _Taken, ordinary: AbstractSet[str]) -> Iterator[tuple[Block, Words]]:
    for block in article.blocks:
        for run in name_runs(block.text, name_words(block), taken.get((article.id, block.id), ()), ordinary):
            yield block, run


def _found(article: Article, block: Block, run: Words, evidence: Evidence) -> Iterator[_Find]:
    for piece in names_of(run, evidence):
        words = piece.words
        is_described = all(map(evidence.is_ordinary, words))
        kind = kind_of(block.text, words, is_titled=piece.is_titled, is_described=is_described)
        yield _Find(article.id, block, piece, _compared(block.text[words[0].start : words[-1].end]), kind)


def _writes_nouns_large(article: Article) -> bool:
    """Say whether the article is in a language that gives every noun a capital, as it states or as its words tell."""
    if article.language:
        return article.language.partition("-")[0].lower() in _CAPITAL_NOUNS
    words = list(islice((word for block in article.blocks for word in _ANY_WORD.findall(block.text)), _SAMPLE))
    return sum(word in GERMAN for word in words) > _GERMAN_SHARE * len(words)


def _more_than_nouns(find: _Find) -> bool:
    """Say whether a find is a name where every noun has a capital: a title, or words that only a space divides."""
    ties = frozenset(find.text.split()) & GERMAN_TIES
    return find.piece.is_titled or (len(find.piece.words) > 1 and not (ties and "von" not in find.text.split()))


def _merge_surnames(finds: Sequence[list[_Find]]) -> None:
    """Give each single word that ends a longer name of its article, which may be a person's, that name."""
    for found in finds:
        whole: dict[str, str] = {}
        for find in found:
            if len(find.piece.words) > 1 and _may_be_person(find):
                whole.setdefault(find.piece.words[-1].text, find.text)
        for number, find in enumerate(found):
            if len(find.piece.words) == 1 and find.text in whole:
                found[number] = _Find(find.article, find.block, find.piece, whole[find.text], None)


def _may_be_person(find: _Find) -> bool:
    if find.kind is not None:
        return find.kind == PERSON
    return all(word.lower not in ORGANISATION_WORDS | PLACE_WORDS and not word.is_linked for word in find.piece.words)


def _forms(texts: Iterable[str]) -> dict[str, str]:
    """Return the name that each text is a form of: one in capitals of the same letters, a plural of the singular."""
    counts = Counter(texts)
    mixed: dict[str, str] = {}
    for text in sorted(counts, key=lambda text: (-counts[text], text)):
        if not text.isupper():
            mixed.setdefault(text.casefold(), text)
    capitals = {text: mixed[text.casefold()] for text in counts if text.isupper() and text.casefold() in mixed}
    plurals = {text: text[:-1] for text in counts if text.endswith("s") and " " not in text and text[:-1] in counts}
    return plurals | capitals


def _is_people_of(text: str, named: AbstractSet[str]) -> bool:
    """Say whether `text` is made of the name of a place that the articles name: `Texans`, `Viennese`."""
    ending = _PEOPLE.search(text)
    if ending is None:
        return False
    stem = text[: ending.start()]
    return len(stem) >= _SHORTEST_STEM and any(f"{stem}{end}" in named for end in ("", "a", "s", "ia"))


def _name(text: str, finds: Sequence[_Find]) -> UnknownName:
    places = tuple((find.article, find.span) for find in finds[:_MOST_PLACES])
    return UnknownName(text, len(finds), len({find.article for find in finds}), _usual_kind(finds), places)


def _usual_kind(finds: Sequence[_Find]) -> str | None:
    """Return the kind that the words around a name say most often, if they say it often enough."""
    counts = Counter(find.kind for find in finds if find.kind)
    kinds = {kind: n for kind, n in counts.items() if n >= _LEAST_SHARES.get(kind, _LEAST_SHARE) * len(finds)}
    return min(kinds, key=lambda kind: (-kinds[kind], kind), default=None)
