"""Suggestions: an unknown name with a sentence, the names that are like it, and the entry that it would have."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from newsarchive.annotate.unknown_names import UnknownName
from newsarchive.article import Article, Span
from newsarchive.naming.kind import guessed_kind, room_of_kind
from newsarchive.reading.slug import slug_of
from newsarchive.registry.entity import Registry, Room
from newsarchive.registry.entry_yaml import NewEntity
from newsarchive.registry.nearest import Near, near_index, nearest_names
from newsarchive.registry.script import script_of
from newsarchive.registry.spelling import spelled
from newsarchive.sentence import sentence_around

_UNKNOWN_LANGUAGE, _UNKNOWN_SCRIPT = "und", "Zyyy"  # as BCP 47 and ISO 15924 have them
_LONGEST_SLUG = 80  # as the registry's schema has it
_SAMPLE = 400  # code points of a block that tell the script of its text


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An unknown name, for a person to decide on.

    `article` is the id of the article where `sentence` stands; `near` are the registry's names that are like it.
    `guess` says on what the entity's kind rests where no word around the name tells, else it is None.
    """

    unknown: UnknownName
    article: str
    sentence: str
    near: tuple[Near, ...]
    entity: NewEntity
    guess: str | None


def suggestions(
    unknown: Iterable[UnknownName], articles: Mapping[str, Article], registry: Registry
) -> Iterator[Suggestion]:
    """Yield a suggestion for each of `unknown`, in order; `articles` are all articles by their ids."""
    names = near_index(registry)
    for name in unknown:
        article, span = shown_place(name, articles)
        text = article.block_by_id[span.block].text
        entity, guess = _entity(name, article, text[:_SAMPLE])
        near = nearest_names(name.text, names)
        yield Suggestion(name, article.id, sentence_of(text, span), near, entity, guess)


def shown_place(name: UnknownName, articles: Mapping[str, Article]) -> tuple[Article, Span]:
    """Return the first of a name's places where it stands in full, and not as a surname alone."""
    places = [(articles[article], span) for article, span in name.places]
    return next((place for place in places if spelled(place[0].text_of(place[1])) == name.text), places[0])


def sentence_of(text: str, span: Span) -> str:
    """Return the sentence of `text` that holds `span`, on one line."""
    start, end = sentence_around(text, span.start, span.end)
    return " ".join(text[start:end].split())


def of_kind(one: Suggestion, kind: str) -> Suggestion:
    """Return a suggestion with the kind that a person gives it; raises ValueError for a kind that has no room."""
    room = room_of_kind(kind)
    if room is None:
        message = f"no room of the registry is known for the kind '{kind}'"
        raise ValueError(message)
    return replace(one, entity=replace(one.entity, kind=kind, room=room), guess=None)


def _entity(name: UnknownName, article: Article, around: str) -> tuple[NewEntity, str | None]:
    kind, guess = name.kind, None
    if kind is None or room_of_kind(kind) is None:
        kind, guess = guessed_kind(name.text)
    script = script_of(name.text) or _UNKNOWN_SCRIPT
    source = f"as written in the article '{article.id}'"
    slug = slug_of(name.text)[:_LONGEST_SLUG].strip("-") or "name"
    room = room_of_kind(kind) or Room.PLACES
    return NewEntity(room, slug, kind, name.text, _language(article, around, script), script, source), guess


def _language(article: Article, around: str, script: str) -> str:
    """Return the article's language where the name has the script of the text around it, else that it is unknown."""
    scripts = Counter(script_of(word) for word in around.split())
    usual = max((one for one in scripts if one), key=lambda one: (scripts[one], one), default=None)
    return article.language if article.language and usual == script else _UNKNOWN_LANGUAGE
