"""A YAML document that remembers where each value stands, so that every complaint names a line and a column."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from newsarchive.problem import Problem

Model = TypeVar("Model", bound=BaseModel)
Where = tuple[str | int, ...]

_MAX_DEPTH = 32


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """The plain data of a YAML text and where each value and key stands.

    `data` holds dicts, lists, strings and None only: YAML's guesses (`no` is false, `2020-11-20` is a date, `1_0` is
    ten) are what contributors fall over, so the models that read the data decide what a scalar is. `places` maps the
    path of each value to (line, column), `key_places` the path of each key, counted from 1.
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


def read_yaml(text: str, path: str, *, first_line: int = 1) -> YamlDocument | Problem:
    """Read one YAML document; `first_line` is the line of `path` on which `text` begins.

    A syntax error, a second document, a key given twice, an alias or a nesting deeper than 32 is a Problem.
    """
    places: dict[Where, tuple[int, int]] = {}
    key_places: dict[Where, tuple[int, int]] = {}

    def at(mark: yaml.Mark) -> tuple[int, int]:
        return mark.line + first_line, mark.column + 1

    def plain(node: yaml.Node, where: Where) -> Any:  # noqa: ANN401  # whatever the file holds
        if len(where) > _MAX_DEPTH:
            raise _UnusableError(node.start_mark, "the nesting is deeper than 32 levels", "write it flatter")
        places[where] = at(node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return {key: plain(value, (*where, key)) for key, value in keyed(node, where)}
        if isinstance(node, yaml.SequenceNode):
            return [plain(item, (*where, number)) for number, item in enumerate(node.value)]
        empty = node.style is None and node.value in {"", "~", "null", "Null", "NULL"}
        return None if empty else node.value

    def keyed(node: yaml.MappingNode, where: Where) -> Iterator[tuple[str, yaml.Node]]:
        seen = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _UnusableError(key.start_mark, "a key is not a single word or text", "write 'key: value'")
            if key.value in seen:
                raise _UnusableError(key.start_mark, f"the key '{key.value}' stands twice", "remove one of the two")
            seen.add(key.value)
            key_places[(*where, key.value)] = at(key.start_mark)
            yield key.value, value

    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.AliasToken):
                raise _UnusableError(token.start_mark, f"the alias '*{token.value}' is not allowed", "repeat the value")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        data = None if node is None else plain(node, ())
    except _UnusableError as error:
        return Problem(path, *at(error.mark), "yaml-unusable", error.message, error.hint)
    except RecursionError:
        return Problem(path, first_line, 1, "yaml-unusable", "the nesting is too deep", "write it flatter")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = at(mark) if mark else (first_line, 1)
        words = error.problem or "the text cannot be read"
        return Problem(path, line, column, "yaml-syntax", f"this is not valid YAML: {words}", _syntax_hint(words))
    except yaml.YAMLError as error:
        words = str(error).splitlines()[0]
        hint = "remove the control characters; save the file as UTF-8"
        return Problem(path, first_line, 1, "yaml-syntax", f"this is not valid YAML: {words}", hint)
    return YamlDocument(path, data, places, key_places)


class _UnusableError(Exception):
    def __init__(self, mark: yaml.Mark, message: str, hint: str) -> None:
        self.mark, self.message, self.hint = mark, message, hint
        super().__init__(message)


def _syntax_hint(words: str) -> str:
    if "mapping values are not allowed" in words:
        return 'put a value that holds a colon between quotes, as in title: "Baku: the day after"'
    if "\\t" in words or "tab" in words:
        return "indent with spaces, not tabs"
    return "check the indentation, and put a value with special characters between quotes"


def validated(document: YamlDocument, model: type[Model], where: Where = ()) -> Model | list[Problem]:
    """Return the value at `where` as `model` has it, or every problem that it has."""
    data = document.data
    for step in where:
        data = data[step]
    try:
        return model.model_validate({} if data is None else data)
    except ValidationError as error:
        return [_validation_problem(document, where, dict(one)) for one in error.errors()]


def _validation_problem(document: YamlDocument, where: Where, error: dict[str, Any]) -> Problem:
    place: Where = (*where, *(step for step in error["loc"] if step != "[key]"))
    name = ".".join(str(step) for step in error["loc"]) or "the document"
    kind = error["type"]
    if kind == "extra_forbidden":
        line, column = document.key_places.get(place, (1, 1))
        key = place[-1]
        return Problem(document.path, line, column, "unknown-key", f"the key '{key}' is not known",
                       "remove it or correct its spelling; the schema beside the seeds lists the keys")
    if kind == "missing":
        return document.problem(place[:-1], "missing-key", f"'{name}' is missing", f"add the key '{place[-1]}'")
    if kind == "value_error":
        return document.problem(place, "bad-value", f"'{name}': {error['ctx']['error']}", "correct the value")
    if kind in {"model_type", "dict_type", "list_type", "tuple_type"}:
        wanted = "a list of items, each after '- '" if kind in {"list_type", "tuple_type"} else "'key: value' lines"
        return document.problem(place, "bad-value", f"'{name}' is not {wanted}", f"write {wanted}")
    said = error["msg"][:1].lower() + error["msg"][1:]
    return document.problem(place, "bad-value", f"'{name}': {said}", "correct the value")
