"""The schema: what an entity of a registry file may say, and in which form."""

import re
import unicodedata
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, RootModel

from newsarchive.registry.script import is_language_tag, script_of_tag, wrong_letter

_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b(?:St|Mt|Dr|Mr))[.!?…][\"'”’)\]]*\s+(?=[^\W\d_a-z]|[\"'“‘(])")

# Nobody sees these either, yet Persian and other languages write words with them.
_JOINERS = "\u200c\u200d"
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

# A page at `people/index/` would stand in the way of the list, and Windows unpacks no folder of the other names.
_RESERVED = frozenset(
    {"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)


def _clean(text: str) -> str:
    if unseen := next((char for char in text if not char.isprintable() and char not in _JOINERS), None):
        message = f"it holds U+{ord(unseen):04X} ({unicodedata.name(unseen, 'a control character')})"
        raise ValueError(message)
    if not unicodedata.is_normalized("NFC", text):
        message = "its letters are not composed (Unicode normalisation form C)"
        raise ValueError(message)
    if text != " ".join(text.split()):
        message = "it begins or ends with a space, or has two in a row"
        raise ValueError(message)
    return text


def _named(text: str) -> str:
    if not any(map(str.isalnum, text)):
        message = "it has no letter or digit"
        raise ValueError(message)
    return text


def _one_sentence(text: str) -> str:
    if _SENTENCE_END.search(text):
        message = "it is more than one sentence"
        raise ValueError(message)
    return text


def _free_slug(text: str) -> str:
    if text in _RESERVED:
        message = f"'{text}' cannot be an address"
        raise ValueError(message)
    return text


def _language(text: str) -> str:
    if not is_language_tag(text):
        message = f"'{text}' is not a language tag as BCP 47 has it, such as en, az or hy-Latn"
        raise ValueError(message)
    return text


def _yes_or_no(value: Any) -> Any:  # noqa: ANN401  # whatever the file holds
    if isinstance(value, str) and value not in {"true", "false"}:
        message = "write true or false"
        raise ValueError(message)
    return value


Words = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(_clean)]
Slug = Annotated[str, Field(max_length=80, pattern=_SLUG), AfterValidator(_free_slug)]
Word = Annotated[str, Field(max_length=40, pattern=r"^\w+$"), AfterValidator(_clean)]
Kind = Annotated[str, Field(max_length=40, pattern=r"^[a-z]+(-[a-z]+)*( [a-z]+(-[a-z]+)*)*$")]
NameText = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_clean), AfterValidator(_named)]
EntityId = Annotated[
    str,
    Field(
        max_length=100,
        pattern=r"^[a-z]+/[a-z0-9-]+$",
        description="Its address without the closing slash: districts/aghdam.",
    ),
]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NameEntry(_Entry):
    """A name, where it was seen, and whether other entities have it too."""

    text: NameText
    language: Annotated[str, Field(max_length=60), AfterValidator(_language)] = Field(
        description="The name's language as a BCP 47 tag: en, az, hy."
    )
    script: Annotated[str, Field(pattern=r"^[A-Z][a-z]{3}$")] = Field(
        description="The script of its letters as an ISO 15924 code: Latn, Cyrl, Armn."
    )
    source: Words = Field(description="Where the name was seen.")
    ambiguous: YesOrNo = Field(default=False, description="Whether another entity has the same name.")
    default: YesOrNo = Field(default=False, description="Whether this entity is meant where nothing else tells.")


class PartOfEntry(_Entry):
    """The entity that this one is part of, and who says so."""

    entity: EntityId
    source: Words


class PointEntry(_Entry):
    """Where a place lies: degrees of WGS 84, and who says so."""

    latitude: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
    longitude: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
    source: Words


Identifiers = dict[Annotated[str, Field(max_length=40, pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")], Words]


class EntityEntry(_Entry):
    """A person, place, organisation or event."""

    slug: Slug = Field(description="The last step of the entity's permanent address.")
    kind: Kind = Field(description="What it is, in one or two words: city, district, person, news agency.")
    names: Annotated[list[NameEntry], Field(min_length=1, max_length=100)] = Field(
        description="All its names; the first is the heading of its page, and no preference."
    )
    part_of: PartOfEntry | None = None
    description: Annotated[Words, AfterValidator(_one_sentence)] | None = Field(
        default=None, description="One neutral sentence at most."
    )
    point: PointEntry | None = None
    identifiers: Identifiers = Field(default_factory=dict, description="What others call it: iso3166-2, geonames.")
    cues: Annotated[list[Word], Field(max_length=50)] = Field(
        default_factory=list, description="Further words that, beside a name of several entities, tell this one."
    )


class RegistryFile(RootModel[list[EntityEntry]]):
    """The entities of one file of the registry."""


def registry_schema() -> dict[str, Any]:
    """Return the JSON Schema of a file of the registry, for editors."""
    schema = RegistryFile.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def letter_problem(name: NameEntry) -> str | None:
    """Return in words what is wrong between the letters, the language and the script of `name`, or None."""
    if letter := wrong_letter(name.text, name.script):
        return f"the letter '{letter}' ({unicodedata.name(letter, 'unnamed')}) is not of the script {name.script}"
    stated = script_of_tag(name.language)
    if stated not in {None, name.script}:
        return f"the language '{name.language}' says {stated} and the script says {name.script}"
    return None
