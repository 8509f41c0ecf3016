"""A YAML document that remembers where each value stands, so that every complaint names a line and a column."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, NoReturn, Protocol, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from newsarchive.problem import Problem, quoted

Model = TypeVar("Model", bound=BaseModel)
Where = tuple[str | int, ...]

_MAX_DEPTH = 32
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# What YAML 1.1 calls printable, section 5.1; anything else ends its parsers without a word on the place.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n?|\n")
# libyaml, which PyYAML's wheels bring, is some eight times as fast; its events and marks are the same.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """The plain data of a YAML text and where each value and key stands.

    `data` holds dicts, lists, strings and None only: YAML's guesses (`no` is false, `2020-11-20` is a date, `1_0` is
    ten) are what contributors fall over, so the models that read the data decide what a scalar is. `places` maps the
    path of each value to (line, column), `key_places` the path of each key, counted from 1, columns in code points.
    """

    path: str
    data: Any
    places: dict[Where, tuple[int, int]]
    key_places: dict[Where, tuple[int, int]]

    def problem(self, where: Where, code: str, message: str, hint: str) -> Problem:
        """Return a problem at the value of `where`, or at the nearest value around it."""
        while where not in self.places and where:
            where = where[:-1]
        line, column = self.places.get(where, (1, 1))
        return Problem(self.path, line, column, code, message, hint)


class _Mark(Protocol):
    """A place as PyYAML's loaders tell it, counted from 0."""

    line: int
    column: int


class _UnusableError(Exception):
    """YAML that is well-formed and still not wanted here; `mark` is where it stands."""

    def __init__(self, mark: _Mark | None, message: str, hint: str) -> None:
        self.mark, self.message, self.hint = mark, message, hint
        super().__init__(message)


def read_yaml(text: str, path: str, *, first_line: int = 1) -> YamlDocument | Problem:
    """Read one YAML document; `first_line` is the line of `path` on which `text` begins.

    A syntax error or a character that YAML forbids is a Problem, and so is what a contributor does not mean: a second
    document, a key given twice, an anchor, an alias, a tag, a nesting deeper than 32.
    """
    if forbidden := _FORBIDDEN.search(text):
        return _forbidden_problem(text, forbidden.start(), path, first_line)
    builder = _Builder(first_line)
    loader = _LOADER(text)
    try:
        builder.take(iter(loader.get_event, None))
    except _UnusableError as error:
        return Problem(path, *builder.place(error.mark), "yaml-unusable", error.message, error.hint)
    except yaml.MarkedYAMLError as error:
        mark, message, hint = _explained(error, text)
        return Problem(path, *builder.place(mark), "yaml-syntax", message, hint)
    finally:
        loader.dispose()
    return YamlDocument(path, builder.root, builder.places, builder.key_places)


def _forbidden_problem(text: str, at: int, path: str, first_line: int) -> Problem:
    before = _LINE_END.split(text[:at])
    message = f"the character U+{ord(text[at]):04X} may not stand in YAML"
    hint = "delete it; it is invisible in most editors, so retype the word that it stands in"
    return Problem(path, first_line + len(before) - 1, len(before[-1]) + 1, "yaml-syntax", message, hint)


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is being filled; `key` is the mapping's key whose value comes next.

    `is_before_key` is whether a key comes next.
    """

    where: Where
    value: dict[str, Any] | list[Any]
    is_before_key: bool
    key: str = ""


@dataclass(slots=True)
class _Builder:
    """Builds plain data from YAML's events, without recursion: a file cannot nest so deep that it ends the program."""

    first_line: int
    root: Any = None
    places: dict[Where, tuple[int, int]] = field(default_factory=dict)
    key_places: dict[Where, tuple[int, int]] = field(default_factory=dict)
    frames: list[_Frame] = field(default_factory=list)
    documents: int = 0

    def place(self, mark: _Mark | None) -> tuple[int, int]:
        return (mark.line + self.first_line, mark.column + 1) if mark else (self.first_line, 1)

    def take(self, events: Iterable[yaml.Event]) -> None:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self.take_scalar(event)
            elif isinstance(event, yaml.NodeEvent):
                self.take_collection(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.frames.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                self.take_document(event)

    def take_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _UnusableError(event.start_mark, "a second document begins here", "remove the line '---'")

    def take_scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor or event.tag:
            _refuse_reference(event)
        if event.style == '"':
            _refuse_escapes(event)
        frame = self.frames[-1] if self.frames else None
        if frame and frame.is_before_key:
            self.take_key(event, frame)
        else:
            value = None if not event.style and event.value in _NULLS else event.value
            self.places[self.attach(frame, value)] = self.place(event.start_mark)

    def take_key(self, event: yaml.ScalarEvent, frame: _Frame) -> None:
        key = event.value
        if not key:
            raise _UnusableError(event.start_mark, "a key is missing before the colon", _hint_of_keys())
        if key in frame.value:
            raise _UnusableError(event.start_mark, f"the key {quoted(key)} stands twice", "remove one of the two")
        self.key_places[*frame.where, key] = self.place(event.start_mark)
        frame.key, frame.is_before_key = key, False

    def take_collection(self, event: yaml.NodeEvent) -> None:
        if event.anchor or not isinstance(event, yaml.CollectionStartEvent) or event.tag:
            _refuse_reference(event)
        frame = self.frames[-1] if self.frames else None
        if frame and frame.is_before_key:
            raise _UnusableError(event.start_mark, "a key is not a single word or text", _hint_of_keys())
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        where = self.attach(frame, value)
        self.places[where] = self.place(event.start_mark)
        if len(where) >= _MAX_DEPTH:
            raise _UnusableError(event.start_mark, f"the nesting is deeper than {_MAX_DEPTH}", "write it flatter")
        self.frames.append(_Frame(where, value, isinstance(value, dict)))

    def attach(self, frame: _Frame | None, value: Any) -> Where:  # noqa: ANN401  # whatever the file holds
        if frame is None:
            self.root = value
            return ()
        if isinstance(frame.value, list):
            frame.value.append(value)
            return (*frame.where, len(frame.value) - 1)
        frame.value[frame.key] = value
        frame.is_before_key = True
        return (*frame.where, frame.key)


def _refuse_reference(event: yaml.NodeEvent) -> NoReturn:
    if isinstance(event, yaml.AliasEvent):
        _refuse_sign(event, "*", "an alias")
    if event.anchor:
        _refuse_sign(event, "&", "an anchor")
    _refuse_sign(event, "!", "a tag")


def _refuse_escapes(event: yaml.ScalarEvent) -> None:
    """Refuse a text between double quotes whose escapes stand for what may not stand in the file itself."""
    if found := _FORBIDDEN.search(event.value):
        message = f"the text holds the character U+{ord(found.group()):04X}, written with a backslash"
        raise _UnusableError(event.start_mark, message, "write every backslash twice, or use single quotes")


def _refuse_sign(event: yaml.NodeEvent, sign: str, meaning: str) -> NoReturn:
    message = f"a value begins with '{sign}', which YAML takes for {meaning}"
    raise _UnusableError(event.start_mark, message, f"put the value between quotes, as in '{sign}value'")


def _hint_of_keys() -> str:
    return "write 'key: value'; put a value that begins with '{', '[' or '?' between quotes"


_QUOTE_COLON = 'put a value with a colon between quotes, as in title: "Baku: the day after"'
_BACKSLASH = ("a backslash stands between double quotes", "use single quotes, or write the backslash twice")
_EXPLANATIONS = (
    (
        "mapping values are not allowed",
        "a colon stands here where none may",
        f"{_QUOTE_COLON}; begin all keys of one level in the same column, and give each its colon",
    ),
    (
        "unexpected end of stream",
        "a quotation mark is opened here and never closed",
        "close it, or write a value that only begins with a quotation mark between quotes of the other kind",
    ),
    ("unknown escape character", *_BACKSLASH),
    ("decimal number", *_BACKSLASH),
    (
        "could not find expected ':'",
        "this line has no colon behind its key",
        "write 'key: value'; begin each further line of a long value with two spaces",
    ),
    (
        "expected",
        "something stands here that does not belong to the lines before it",
        "begin all keys of one level in the same column, and put a text that holds quotes between the other quotes",
    ),
)


def _explained(error: yaml.MarkedYAMLError, text: str) -> tuple[_Mark | None, str, str]:
    """Say in plain words what YAML's parser complains of, and where a contributor should look."""
    words = error.problem or ""
    mark = error.problem_mark or error.context_mark
    sign = _sign_at(text, mark)
    if sign == "\t":
        return mark, "a tab stands where only spaces may stand", "indent with spaces"
    if "cannot start any token" in words:
        return mark, f"a value cannot begin with {quoted(sign)}", "put the value between quotes"
    if "unexpected end of stream" in words or "could not find expected ':'" in words:
        mark = error.context_mark or mark
    for said, message, hint in _EXPLANATIONS:
        if said in words:
            return mark, message, hint
    return mark, f"this is not valid YAML: {words}", "put a value with special characters between quotes"


def _sign_at(text: str, mark: _Mark | None) -> str:
    if mark is None:
        return ""
    line = text.splitlines()[mark.line : mark.line + 1]
    return line[0][mark.column : mark.column + 1] if line else ""


def validated(document: YamlDocument, model: type[Model], where: Where = ()) -> Model | list[Problem]:
    """Return the value at `where` as `model` has it, or every problem that it has."""
    data = document.data
    for step in where:
        data = data[step]
    try:
        return model.model_validate({} if data is None else data)
    except ValidationError as error:
        return [_validation_problem(document, model, where, dict(one)) for one in error.errors(include_url=False)]


def _validation_problem(document: YamlDocument, model: type[BaseModel], where: Where, error: dict[str, Any]) -> Problem:
    steps: Where = tuple(step for step in error["loc"] if step != "[key]")
    if error["type"] == "extra_forbidden":
        return _unknown_key(document, model, where, steps)
    place = (*where, *steps)
    name = quoted(".".join(str(step) for step in steps)) if steps else "the document"
    if error["type"] == "missing":
        return document.problem(place[:-1], "missing-key", f"{name} is missing", f"add the key '{place[-1]}'")
    message, hint = _complaint(error)
    return document.problem(place, "bad-value", f"{name} {message}", hint)


def _unknown_key(document: YamlDocument, model: type[BaseModel], where: Where, steps: Where) -> Problem:
    key = str(steps[-1])
    known = _keys_at(model, tuple(step for step in steps[:-1] if isinstance(step, str)))
    close = get_close_matches(key.lower(), known, n=1)
    hint = f"did you mean '{close[0]}'?" if close else f"remove it; the keys are {', '.join(known)}"
    line, column = document.key_places.get((*where, *steps), (1, 1))
    return Problem(document.path, line, column, "unknown-key", f"the key {quoted(key)} is not known", hint)


@lru_cache(maxsize=256)
def _keys_at(model: type[BaseModel], steps: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys that `model` knows below the keys `steps`; list positions are left out of `steps`."""
    schema = model.model_json_schema()
    node = schema
    for step in (None, *steps):
        node = node["properties"].get(step, {}) if step else node
        node = _object_schema(node, schema)
    return tuple(node.get("properties", ()))


def _object_schema(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Follow references, lists and optional values to the schema of the object in them."""
    while "properties" not in node:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]]
        elif "items" in node:
            node = node["items"]
        elif "anyOf" in node:
            node = next((one for one in node["anyOf"] if one.get("type") != "null"), {})
        else:
            return {"properties": {}}
    return node


_COMPLAINTS = {
    "model_type": ("is not made of 'key: value' lines", "write each thing on a line of its own, as 'key: value'"),
    "dict_type": ("is not made of 'key: value' lines", "write each thing on a line of its own, as 'key: value'"),
    "list_type": ("is not a list", "begin each item with '- ' on a line of its own"),
    "tuple_type": ("is not a list", "begin each item with '- ' on a line of its own"),
    "string_type": ("is not a plain text", "write a text behind the colon, on the same line"),
    "string_too_short": ("is empty", "write a text, or remove the key"),
    "string_too_long": ("is longer than {max_length} characters", "shorten it"),
    "enum": ("is none of {expected}", "write one of these"),
    "literal_error": ("is none of {expected}", "write one of these"),
    "value_error": ("is not right: {error}", "correct the value"),
}


def _complaint(error: dict[str, Any]) -> tuple[str, str]:
    """Return in plain words what is wrong with a value, and what to do."""
    message, hint = _COMPLAINTS.get(error["type"], (f"is not right: {_lowered(error['msg'])}", "correct the value"))
    return message.format_map(error.get("ctx", {})), hint


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:].replace("{", "{{").replace("}", "}}")
