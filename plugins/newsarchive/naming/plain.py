"""Suggestions in plain text, for a person who never saw YAML."""

from collections.abc import Sequence

from newsarchive.naming.suggestion import Suggestion
from newsarchive.problem import printable
from newsarchive.registry.entry_yaml import entry_yaml
from newsarchive.registry.nearest import Likeness, Near

_LONGEST_SENTENCE = 240  # code points
_LIKENESS = {
    Likeness.SAME: "the very same name, of something else than is meant here",
    Likeness.MARKS: "the same letters but for marks, capitals or script",
    Likeness.TRANSLITERATION: "it may be the same sounds in other letters",
    Likeness.MISSPELLING: "a letter or two differ",
    Likeness.PART: "the same surname",
}
_DECIDE = (
    "Is a name one that the registry has under another spelling, or does it only look like it? Say so for good:\n"
    "newsarchive decide NAME same ENTITY --by YOU, or newsarchive decide NAME distinct ENTITY --by YOU."
)


def plain_text(found: Sequence[Suggestion]) -> str:
    """Return the suggestions as text, each with its count, a sentence, the names near it and the lines to paste."""
    if not found:
        return "The registry has every name that was found in the articles.\n"
    parts = [_suggestion(number, one) for number, one in enumerate(found, 1)]
    ending = [_DECIDE + "\n"] if any(one.near for one in found) else []
    return "\n".join([_head(len(found)), *parts, *ending])


def times(number: int) -> str:
    """Return how often something stands, in words: `once`, `3 times`."""
    return "once" if number == 1 else f"{number:,} times"


def _head(number: int) -> str:
    if number == 1:
        return "One name is not in the registry.\n"
    return f"{number:,} names are not in the registry, the most frequent first.\n"


def _suggestion(number: int, one: Suggestion) -> str:
    name = one.unknown
    in_articles = f"in {name.articles:,} articles" if name.articles > 1 else "in one article"
    lines = [
        f"{number}. {name.text}: {times(name.count)} {in_articles}",
        f"   {_shortened(one.sentence)}",
        f"   (from the article '{one.article}')",
        *(f"   Near it: {near_words(near)}" for near in one.near),
        f"   {_kind_words(one)}",
        f"   To add it, put these lines at the end of {one.entity.file} in the folder of the articles:",
    ]
    return "\n".join(map(printable, lines)) + "\n\n" + entry_yaml(one.entity)


def near_words(near: Near) -> str:
    """Return a near name in words: the name, its entity, and how it is like the other."""
    return f"{near.name} ({near.entity}): {_LIKENESS[near.likeness]}"


def _kind_words(one: Suggestion) -> str:
    if one.guess is None:
        return f"It seems to be of the kind '{one.entity.kind}', by the words in it or around it."
    why = f"because {one.guess}: change it if it is wrong"
    return f"Nothing around it says what it is. The kind '{one.entity.kind}' is a guess, {why}."


def _shortened(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST_SENTENCE else f"{sentence[: _LONGEST_SENTENCE - 1]}…"
