"""JSON-LD: what a page's embedded data says of its article, in the vocabulary of schema.org."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

_ARTICLES = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review)$")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*|/\*\s*)?(?:\]\]>|-->)\s*(?:\*/)?\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_LOOSE = re.compile(
    r'"(headline|datePublished|articleBody|inLanguage|url)"\s{0,9}:\s{0,9}("(?:[^"\\]|\\.)*")', re.DOTALL
)
_MOST = 20_000

Thing = dict[str, Any]


def articles_of(scripts: Iterable[str]) -> list[Thing]:
    """Return the articles that the texts of JSON-LD `scripts` describe, those with headline and date first.

    What an article refers to by `@id` is put in its place. Of JSON that cannot be read, with commas too many or cut
    off, the plain texts of the article are taken.
    """
    things = [thing for script in scripts for root in _roots(script) for thing in _things(root)]
    by_id = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and len(thing) > 1}
    articles = [_resolved(thing, by_id) for thing in things if _is_article(thing)]
    return sorted(articles, key=lambda thing: not (thing.get("headline") and thing.get("datePublished")))


def _roots(script: str) -> list[Any]:
    text = _WRAPPING.sub("", script).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub("", text)):
        try:
            return [json.loads(attempt, strict=False)]
        except (ValueError, RecursionError):
            continue
    return _loosely(text)


def _loosely(text: str) -> list[Any]:
    """Return what the pairs of plain texts say in JSON that is broken; the first of each name is the article's."""
    if "Article" not in text and "Posting" not in text:
        return []
    found: Thing = {"@type": "Article"}
    for name, value in _LOOSE.findall(text):
        if name not in found:
            try:
                found[name] = json.loads(value, strict=False)
            except ValueError:
                continue
    return [found]


def _things(root: Any) -> Iterator[Thing]:  # noqa: ANN401  # whatever a page's JSON holds
    waiting = [root]
    for _ in range(_MOST):
        if not waiting:
            return
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting.extend(value for value in reversed(one.values()) if isinstance(value, dict | list))
        elif isinstance(one, list):
            waiting.extend(reversed(one))


def _is_article(thing: Thing) -> bool:
    kinds = thing.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLES.search(kind) is not None
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _resolved(thing: Thing, by_id: dict[str, Thing]) -> Thing:
    def full(value: Any) -> Any:  # noqa: ANN401  # whatever a page's JSON holds
        if isinstance(value, list):
            return [full(one) if isinstance(one, dict) else one for one in value]
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and not value.get("name"):
            return by_id.get(value["@id"], value)
        return value

    return {key: full(value) for key, value in thing.items()}


def text_of(value: Any) -> str:  # noqa: ANN401  # whatever a page's JSON holds
    """Return a plain text, or the first of several; "" for anything else."""
    if isinstance(value, list):
        return next((text for one in value if (text := text_of(one))), "")
    if isinstance(value, dict):
        return text_of(value.get("@value"))
    return value if isinstance(value, str) else ""


def names_of(value: Any) -> list[str]:  # noqa: ANN401  # whatever a page's JSON holds
    """Return the names of one or several people or organisations, given as texts or as things with a `name`."""
    if isinstance(value, list):
        return [name for one in value if not isinstance(one, list) for name in names_of(one)]
    if isinstance(value, dict):
        name = value.get("name")
        return names_of(name) if not isinstance(name, dict) else []
    return [value] if isinstance(value, str) else []
