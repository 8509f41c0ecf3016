"""Checks: what a registry may not say although its form is right, within one entity and between entities."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsarchive.problem import Problem
from newsarchive.registry.entity import Entity
from newsarchive.registry.schema import EntityEntry, letter_problem
from newsarchive.registry.spelling import spelled, spellings
from newsarchive.yaml_document import Where, YamlDocument


@dataclass(frozen=True)
class Draft:
    """An entity whose form is right, and where it stands: entry `number`, from 0, of `document`."""

    entity: Entity
    entry: EntityEntry
    document: YamlDocument
    number: int

    def problem(self, where: Where, code: str, message: str, hint: str) -> Problem:
        """Return a problem at `where`, counted from the entry."""
        return self.document.problem((self.number, *where), code, message, hint)


@dataclass(frozen=True, slots=True)
class Stated:
    """What an entry claims, right or wrong: its id, and its names as pairs of text and language."""

    id: str
    names: tuple[tuple[str, str], ...]


def entity_problems(draft: Draft) -> Iterator[Problem]:
    """Yield what is wrong within one entity."""
    seen: set[tuple[str, str]] = set()
    for number, name in enumerate(draft.entry.names):
        where = ("names", number, "text")
        if wrong := letter_problem(name):
            yield draft.problem(where, "name-script", wrong, "correct the script or the letter")
        key = (spelled(name.text), name.language.lower())
        if key in seen:
            message = f"the name '{name.text}' stands twice in this entity"
            yield draft.problem(where, "name-twice", message, "remove one of the two")
        seen.add(key)
        if name.default and not name.ambiguous:
            message = f"'{name.text}' is a default, yet not declared ambiguous"
            hint = "remove 'default', or declare 'ambiguous: true' as well"
            yield draft.problem(("names", number, "default"), "default-unambiguous", message, hint)


def cross_problems(drafts: Sequence[Draft], stated: Sequence[Stated]) -> Iterator[Problem]:
    """Yield what is wrong between entities; `stated` are all that the files hold, `drafts` those of right form."""
    yield from _slug_problems(drafts)
    yield from _part_of_problems(drafts, {entry.id for entry in stated})
    yield from _name_problems(drafts, stated)


def _slug_problems(drafts: Sequence[Draft]) -> Iterator[Problem]:
    first: dict[str, Draft] = {}
    for draft in drafts:
        other = first.setdefault(draft.entity.id, draft)
        if other is not draft:
            line, _ = other.document.places[(other.number, "slug")]
            message = f"the address '{draft.entity.id}' is taken by the entity on line {line}"
            yield draft.problem(("slug",), "slug-twice", message, "choose another slug")


def _part_of_problems(drafts: Sequence[Draft], ids: set[str]) -> Iterator[Problem]:
    parents = {draft.entity.id: draft.entity.part_of for draft in drafts}
    for draft in drafts:
        parent, where = draft.entity.part_of, ("part_of", "entity")
        if parent is not None and parent not in ids:
            hint = "correct it, or add that entity"
            yield draft.problem(where, "part-of-unknown", f"there is no entity '{parent}'", hint)
        elif _is_circular(draft.entity.id, parents):
            message = f"'{draft.entity.id}' would be a part of itself"
            yield draft.problem(where, "part-of-circular", message, "remove one 'part_of' of the circle")


def _is_circular(id_: str, parents: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    step = parents.get(id_)
    while step is not None and step != id_ and step not in seen:
        seen.add(step)
        step = parents.get(step)
    return step == id_


def _name_problems(drafts: Sequence[Draft], stated: Sequence[Stated]) -> Iterator[Problem]:
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for entry in stated:
        for text, language in entry.names:
            for form in spellings(text, language):
                claims[form].add(entry.id)
    defaults: dict[str, Draft] = {}
    for draft in drafts:
        for number, name in enumerate(draft.entry.names):
            forms = spellings(name.text, name.language)
            others = sorted({id_ for form in forms for id_ in claims[form]} - {draft.entity.id})
            yield from _claim_problems(draft, number, others)
            if name.default:
                yield from _default_problems(draft, number, defaults)


def _claim_problems(draft: Draft, number: int, others: list[str]) -> Iterator[Problem]:
    name, where = draft.entry.names[number], ("names", number, "text")
    if others and not name.ambiguous:
        message = f"'{name.text}' is also a name of {', '.join(others)}"
        yield draft.problem(where, "name-undeclared", message, "add 'ambiguous: true' to it in each of these entities")
    elif name.ambiguous and not others:
        message = f"'{name.text}' is declared ambiguous, and no other entity has it"
        yield draft.problem(where, "name-unshared", message, "remove 'ambiguous', or add the name to the other entity")


def _default_problems(draft: Draft, number: int, defaults: dict[str, Draft]) -> Iterator[Problem]:
    name = draft.entry.names[number]
    for form in spellings(name.text, name.language):
        other = defaults.setdefault(form, draft)
        if other.entity.id != draft.entity.id:
            message = f"'{name.text}' is the default of {other.entity.id} already"
            yield draft.problem(("names", number, "default"), "default-twice", message, "keep one of the two defaults")
            return
