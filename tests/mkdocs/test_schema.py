import json
import subprocess
import sys

import jsonschema
import pytest
from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from newsarchive.mkdocs.schema import options_schema

MODULE = "newsarchive.mkdocs.schema"


class Unknown(Config):
    """Options of a kind that has no type in JSON yet."""

    when = c.Choice(["now", "later"], default="now")
    """When."""


def test_the_schema_file_is_what_the_command_prints(project):
    path = project / "plugins/newsarchive/mkdocs/options.schema.json"
    printed = subprocess.run([sys.executable, "-m", MODULE], capture_output=True, check=True, text=True).stdout
    assert json.loads(printed) == options_schema()
    assert path.read_text(encoding="utf-8") == printed, f"python -m {MODULE} > {path.relative_to(project)}"


def test_every_option_is_explained():
    properties = options_schema()["properties"]
    assert set(properties) == {"seeds", "cache", "workers", "publish_data", "bundle"}
    assert all(option["description"].endswith(".") for option in properties.values())


def test_the_schema_is_one_and_holds_for_its_own_defaults():
    schema = options_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({name: option["default"] for name, option in schema["properties"].items()}, schema)


@pytest.mark.parametrize(
    "options",
    [{"seed": "seeds"}, {"seeds": 1}, {"publish_data": "yes"}, {"seeds": None}, {"workers": 0}, {"workers": "many"}],
)
def test_the_schema_refuses_what_mkdocs_would_refuse(options):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(options, options_schema())


def test_an_option_without_a_json_type_is_an_error_and_no_guess():
    with pytest.raises(TypeError, match="Choice"):
        options_schema(Unknown)
