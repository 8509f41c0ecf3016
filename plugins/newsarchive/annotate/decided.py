"""Decided: where a decision on a name draws in an article that nobody had seen when it was made."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from ahocorasick_rs import AhoCorasick

from newsarchive.annotate.names import NameIndex, name_index, names_in
from newsarchive.article import Article
from newsarchive.problem import Problem, Severity
from newsarchive.registry.entity import Decision, Entity, Name, Registry, Room
from newsarchive.registry.spelling import spelled

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
    sought = _sought(names, {spelled(decision.name) for decision in registry.decisions})
    # Hardly a text has any of them: these few are quickly looked for, before all names are.
    at_all = AhoCorasick([names.forms[number].text for number in sought])
    users: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        texts = (spelled(block.text) for block in article.blocks)
        having = (text for text in texts if at_all.find_matches_as_indexes(text))
        found = {number for text in having for number, _, _ in names_in(text, names)}
        for name in {name for number in found & sought.keys() for name in sought[number]}:
            users[name].append(article.id)
    return users


def _index(registry: Registry) -> NameIndex:
    """Return the index of the registry's names and of those that were decided to be none of them."""
    names = dict.fromkeys(spelled(decision.name) for decision in registry.decisions)
    entities = (Entity(f"decided/{name}", Room.EVENTS, "name", (Name(name, "und", "Zyyy", ""),)) for name in names)
    return name_index(Registry((*registry.entities, *entities)))


def _sought(names: NameIndex, decided: AbstractSet[str]) -> Mapping[int, AbstractSet[str]]:
    """Return those of the `decided` names that each form of `names` spells, by the form's number."""
    spelt = (
        (number, {spelled(claim.name) for claim in form.claims if not claim.is_surname} & decided)
        for number, form in enumerate(names.forms)
    )
    return {number: own for number, own in spelt if own}


def _warning(decision: Decision, fresh: Sequence[str]) -> Problem:
    more = f" and {len(fresh) - _NAMED} more" if len(fresh) > _NAMED else ""
    listed = ", ".join(f"'{slug}'" for slug in fresh[:_NAMED])
    message = f"the name '{decision.name}' now stands also in {listed}{more}, which this decision has not seen"
    hint = f"look whether it holds there; if so add to 'articles', else change the decision of {decision.by}"
    return Problem(decision.path, decision.line, decision.column, "decision-widened", message, hint, Severity.WARNING)
