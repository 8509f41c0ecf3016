"""Decisions: what people decided for good on names that are like a registered one, in `decisions.yml`.

`same` makes a spelling a name of its entity. `distinct` says that it is none, and ends the question.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from newsarchive.edtf_value import parse_edtf
from newsarchive.problem import Problem
from newsarchive.registry.entity import Decision, Entity, Name, Registry, Verdict
from newsarchive.registry.schema import EntityId, NameText, Words
from newsarchive.registry.script import script_of
from newsarchive.registry.spelling import spelled, spellings
from newsarchive.yaml_document import YamlDocument, validated

FILE = "decisions.yml"
SCHEMA_FILE = "decisions.schema.json"
_UNKNOWN_LANGUAGE, _UNKNOWN_SCRIPT = "und", "Zyyy"  # as BCP 47 and ISO 15924 have them


def _date(text: str) -> str:
    return parse_edtf(text).text


def _none_is_empty(value: Any) -> Any:  # noqa: ANN401  # whatever the file holds
    return [] if value is None else value


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DecisionEntry(_Entry):
    """What one person decided on one name and one entity."""

    name: NameText = Field(description="The name, as the articles write it.")
    entity: EntityId
    by: Words = Field(description="Who decided.")
    date: Annotated[str, AfterValidator(_date)] = Field(description="When, as an EDTF date: 2031-01-14.")
    articles: Annotated[list[Words], Field(max_length=10_000)] = Field(
        default_factory=list, description="The slugs of the articles that were looked at."
    )


_Decisions = Annotated[list[DecisionEntry], BeforeValidator(_none_is_empty)]


class DecisionsFile(_Entry):
    """What people decided on names."""

    same: _Decisions = Field(default_factory=list, description="The name is one of the entity's.")
    distinct: _Decisions = Field(default_factory=list, description="The name is not the entity's.")


def decisions_schema() -> dict[str, Any]:
    """Return the JSON Schema of `decisions.yml`, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **DecisionsFile.model_json_schema()}


def with_decisions(registry: Registry, document: YamlDocument, ids: AbstractSet[str]) -> tuple[Registry, list[Problem]]:
    """Return `registry` with the decisions of `document`, and every problem that these have.

    `ids` are those of all entities, also of those that have a problem of their own. Where a decision has a problem, the
    registry comes back as it is.
    """
    file = validated(document, DecisionsFile)
    if isinstance(file, list):
        return registry, file
    decisions = [
        _decision(document, verdict, number, entry)
        for verdict, entries in ((Verdict.SAME, file.same), (Verdict.DISTINCT, file.distinct))
        for number, entry in enumerate(entries)
    ]
    if problems := list(_problems(registry, decisions, document, ids)):
        return registry, problems
    entities = tuple(_renamed(entity, decisions) for entity in registry.entities)
    return Registry(entities, tuple(decisions)), []


def _decision(document: YamlDocument, verdict: Verdict, number: int, entry: DecisionEntry) -> Decision:
    where = (str(verdict), number, "articles")
    line, column = document.places.get(where) or document.places[(str(verdict), number, "name")]
    return Decision(
        entry.name, entry.entity, verdict, entry.by, entry.date, tuple(entry.articles), document.path, line, column
    )


def _renamed(entity: Entity, decisions: Iterable[Decision]) -> Entity:
    """Return `entity` with the names that were decided to be its own, each with its decision as the source."""
    known = {spelled(name.text) for name in entity.names}
    names = [
        Name(one.name, _UNKNOWN_LANGUAGE, script_of(one.name) or _UNKNOWN_SCRIPT, f"decided by {one.by}, {one.date}")
        for one in decisions
        if one.verdict is Verdict.SAME and one.entity == entity.id and spelled(one.name) not in known
    ]
    return replace(entity, names=(*entity.names, *names)) if names else entity


def _problems(
    registry: Registry, decisions: Sequence[Decision], document: YamlDocument, ids: AbstractSet[str]
) -> Iterator[Problem]:
    owners = _owners(registry)
    verdicts: dict[tuple[str, str], Decision] = {}
    sames: dict[str, str] = {}
    numbers: dict[Verdict, int] = defaultdict(int)
    for decision in decisions:
        where = (str(decision.verdict), numbers[decision.verdict])
        numbers[decision.verdict] += 1
        name = spelled(decision.name)
        first = verdicts.setdefault((name, decision.entity), decision)
        if decision.entity not in ids:
            message = f"there is no entity '{decision.entity}'"
            yield document.problem((*where, "entity"), "decision-entity", message, "correct it, or add that entity")
        elif first is not decision:
            message = f"'{decision.name}' and {decision.entity} are decided on already, as '{first.verdict}'"
            yield document.problem((*where, "name"), "decision-twice", message, "keep one of the two decisions")
        elif wrong := _contradiction(decision, owners.get(name, frozenset()), sames):
            message, hint = wrong
            yield document.problem((*where, "name"), "decision-contradicts", message, hint)


def _contradiction(decision: Decision, owners: frozenset[str], sames: dict[str, str]) -> tuple[str, str] | None:
    """Return what a decision says against the registry or another one, and what to do; enter it in `sames`."""
    if decision.verdict is Verdict.DISTINCT:
        if decision.entity not in owners:
            return None
        message = f"'{decision.name}' is a name of {decision.entity} in the registry"
        return message, "remove the name there, or the decision here"
    other = sames.setdefault(spelled(decision.name), decision.entity)
    others = sorted({*owners, other} - {decision.entity})
    if not others or decision.entity in owners:
        return None
    message = f"'{decision.name}' is also a name of {', '.join(others)}"
    return message, "remove the decision, and add the name to both entities with 'ambiguous: true'"


def _owners(registry: Registry) -> Mapping[str, frozenset[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for entity in registry.entities:
        for name in entity.names:
            for form in spellings(name.text, name.language):
                owners[form].add(entity.id)
    return {form: frozenset(ids) for form, ids in owners.items()}
