"""Decided: where a decision on a name draws in an article that nobody had seen when it was made."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newsarchive.annotate.names import NameIndex, name_index, names_in
from newsarchive.article import Article
from newsarchive.problem import Problem, Severity
from newsarchive.registry.entity import Decision, Entity, Name, Registry, Room
from newsarchive.registry.spelling import spelled, spelling

_NAMED = 3


def widened_decisions(articles: Sequence[Article], registry: Registry) -> Iterator[Problem]:
    """Yield a warning for each decision of `registry` whose name stands in an article that its list does not have.

    A name stands where no longer one does. Without decisions no article is read.
    """
    if not registry.decisions:
        return
    users = _users(articles, registry)
    for decision in registry.decisions:
        fresh = [slug for slug in users.get(spelled(decision.name), ()) if slug not in decision.articles]
        if fresh:
            yield _warning(decision, fresh)


def articles_with(name: str, articles: Sequence[Article], registry: Registry) -> Sequence[str]:
    """Return the ids of the articles that have `name`, of which `registry` holds a decision, sorted."""
    return sorted(_users(articles, registry).get(spelled(name), ()))


def _users(articles: Sequence[Article], registry: Registry) -> Mapping[str, Sequence[str]]:
    """Return the articles that use each name that was decided on, by the name as it is compared."""
    names = _index(registry)
    decided = {spelled(decision.name) for decision in registry.decisions}
    users: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        found = {name for block in article.blocks for name in _names(block.text, names)}
        for name in found & decided:
            users[name].append(article.id)
    return users


def _index(registry: Registry) -> NameIndex:
    """Return the index of the registry's names and of those that were decided to be none of them."""
    names = dict.fromkeys(spelled(decision.name) for decision in registry.decisions)
    entities = (Entity(f"decided/{name}", Room.EVENTS, "name", (Name(name, "und", "Zyyy", ""),)) for name in names)
    return name_index(Registry((*registry.entities, *entities)))


def _names(text: str, names: NameIndex) -> Iterator[str]:
    for number, _, _ in names_in(spelling(text).text, names):
        yield from (spelled(claim.name) for claim in names.forms[number].claims if not claim.is_surname)


def _warning(decision: Decision, fresh: Sequence[str]) -> Problem:
    more = f" and {len(fresh) - _NAMED} more" if len(fresh) > _NAMED else ""
    listed = ", ".join(f"'{slug}'" for slug in fresh[:_NAMED])
    message = f"the name '{decision.name}' now stands also in {listed}{more}, which this decision has not seen"
    hint = f"look whether it holds there; if so add to 'articles', else change the decision of {decision.by}"
    return Problem(decision.path, decision.line, decision.column, "decision-widened", message, hint, Severity.WARNING)
