"""Metadata: what a sidecar or front matter may state of an article, checked, and the JSON Schema of it."""

import re
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from newsarchive.edtf_value import parse_edtf
from newsarchive.problem import quoted
from newsarchive.reading.slug import SLUG_LENGTH, SLUG_PATTERN, is_slug

# RFC 5646, section 2.1, without the irregular tags that were registered before it, and without languages of four to
# eight letters, of which none is registered: `English` is a mistake for `en`.
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
    r"|x(?:-[a-z0-9]{1,8})+",
    re.IGNORECASE | re.ASCII,
)
_LANGUAGE_LENGTH = 64
_URL_LENGTH = 2000


def _words(text: str) -> str:
    if not text.strip():
        message = "it holds nothing but spaces"
        raise ValueError(message)
    return text


def _line(text: str) -> str:
    return " ".join(_words(text).split())


def _edtf(text: str) -> str:
    return parse_edtf(text).text


def _language(text: str) -> str:
    if len(text) > _LANGUAGE_LENGTH or not _LANGUAGE.fullmatch(text):
        message = f"{quoted(text)} is not a language tag, such as en, az, hy or az-Cyrl"
        raise ValueError(message)
    return text


def _slug(text: str) -> str:
    if not is_slug(text):
        message = f"a slug has small letters a to z, digits and single '-' between words, at most {SLUG_LENGTH} in all"
        raise ValueError(message)
    return text


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", text)
    except ValueError:
        good = False
    if not good or len(text) > _URL_LENGTH:
        message = f"a web address begins with https:// or http:// and has at most {_URL_LENGTH} characters, no space"
        raise ValueError(message)
    return text


def _truth(value: object) -> object:
    words = {"true": True, "false": False}
    if isinstance(value, str) and value.lower() in words:
        return words[value.lower()]
    message = "write true or false"
    raise ValueError(message)


Line = Annotated[str, AfterValidator(_line), Field(min_length=1, max_length=300)]
Words = Annotated[str, AfterValidator(_words), Field(min_length=1, max_length=10_000)]
Context = Annotated[str, Field(max_length=300)]
EdtfText = Annotated[
    str,
    AfterValidator(_edtf),
    # To an editor `2020` is a number.
    WithJsonSchema({"type": ["string", "integer"], "examples": ["2020-11-20", "2020-11", "2020", "199X"]}),
]
Language = Annotated[
    str, AfterValidator(_language), WithJsonSchema({"type": "string", "examples": ["en", "az", "hy", "az-Cyrl"]})
]
Slug = Annotated[
    str,
    AfterValidator(_slug),
    WithJsonSchema({"type": "string", "maxLength": SLUG_LENGTH, "pattern": f"^{SLUG_PATTERN}$"}),
]
Url = Annotated[
    str,
    AfterValidator(_url),
    WithJsonSchema({"type": "string", "maxLength": _URL_LENGTH, "pattern": r"^https?://\S+$"}),
]
Truth = Annotated[bool, BeforeValidator(_truth)]


class Motive(StrEnum):
    """Why a person annotates: the motivations of the W3C Web Annotation Data Model, section 3.3.5."""

    ASSESSING = "assessing"
    BOOKMARKING = "bookmarking"
    CLASSIFYING = "classifying"
    COMMENTING = "commenting"
    DESCRIBING = "describing"
    EDITING = "editing"
    HIGHLIGHTING = "highlighting"
    IDENTIFYING = "identifying"
    LINKING = "linking"
    MODERATING = "moderating"
    QUESTIONING = "questioning"
    REPLYING = "replying"
    TAGGING = "tagging"


class _Stated(BaseModel):
    # Made ready when a sidecar is read, which no seed has to be that was read before.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class StatedSource(_Stated):
    """Who published the report."""

    name: Annotated[Line, Field(description="The publisher, as it calls itself.")]
    url: Annotated[Url | None, Field(description="The report's address on the web.")] = None
    author: Annotated[Line | None, Field(description="Who wrote the report.")] = None
    agency: Annotated[Line | None, Field(description="The news agency that the report comes from.")] = None


class StatedNote(_Stated):
    """A person's annotation of a passage of the article."""

    quote: Annotated[Words, Field(description="The words of the article that the note is about, letter by letter.")]
    prefix: Annotated[Context, Field(description="The words right before the quote, where it stands twice.")] = ""
    suffix: Annotated[Context, Field(description="The words right after the quote, where it stands twice.")] = ""
    text: Annotated[Words, Field(description="The note.")]
    by: Annotated[Line, Field(description="Who wrote the note.")]
    date: Annotated[EdtfText | None, Field(description="When the note was written, in EDTF.")] = None
    motive: Annotated[Motive, Field(description="Why it was written.")] = Motive.COMMENTING


class Metadata(_Stated):
    """What is known of an article. Every key may be left out."""

    title: Annotated[Line | None, Field(description="The article's title.")] = None
    date: Annotated[EdtfText | None, Field(description="The day of publication, in EDTF.")] = None
    source: Annotated[StatedSource | None, Field(description="Who published the report.")] = None
    language: Annotated[Language | None, Field(description="The language of the text, a BCP 47 tag.")] = None
    rights: Annotated[Words | None, Field(description="Who may do what with the text.")] = None
    retold: Annotated[Truth | None, Field(description="true: the facts are the source's, the wording is not.")] = None
    slug: Annotated[Slug | None, Field(description="The last step of the article's permanent address.")] = None
    notes: Annotated[tuple[StatedNote, ...] | None, Field(description="What people remark on the text.")] = None


def sidecar_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a sidecar, as `seeds/sidecar.schema.json` holds it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Metadata.model_json_schema(),
        "title": "The sidecar of an article",
    }
