import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from pydantic import ValidationError

from newsarchive.reading.metadata import Metadata, sidecar_schema

SEEDS = Path(__file__).parents[2] / "seeds"
FULL = {
    "title": "Flood",
    "date": "2021-03-04",
    "source": {"name": "Gazette", "url": "https://example.org/a?b=c", "author": "Ann Example", "agency": "EPA"},
    "language": "en",
    "rights": "Ours.",
    "retold": "true",
    "slug": "flood",
    "notes": [
        {"quote": "q", "text": "t", "by": "b", "prefix": "p", "suffix": "s", "date": "2021", "motive": "linking"}
    ],
}


def test_the_schema_beside_the_seeds_is_that_of_the_models():
    assert json.loads((SEEDS / "sidecar.schema.json").read_text("utf-8")) == sidecar_schema()


def test_the_schema_is_a_schema_that_takes_what_the_models_take():
    jsonschema.Draft202012Validator.check_schema(sidecar_schema())
    assert Metadata.model_validate(FULL).retold is True
    jsonschema.validate({**FULL, "retold": True}, sidecar_schema())
    jsonschema.validate({"date": 2020, "title": None}, sidecar_schema())


@pytest.mark.parametrize("wrong", [{"colour": "x"}, {"slug": "A b"}, {"source": {}}, {"notes": [{"quote": "q"}]}])
def test_the_schema_refuses_what_the_models_refuse(wrong):
    with pytest.raises(ValidationError):
        Metadata.model_validate(wrong)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, sidecar_schema())


def test_the_shipped_sidecars_are_as_the_schema_wants_them():
    sidecars = [path for path in SEEDS.glob("*.yml") if path.with_suffix(".txt").exists()]
    assert sidecars
    for sidecar in sidecars:
        jsonschema.validate(yaml.safe_load(sidecar.read_text("utf-8")), sidecar_schema())


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "az",
        "az-Cyrl",
        "zh-Hant-TW",
        "de-CH-1996",
        "sl-rozaj-biske",
        "en-US-u-islamcal",
        "x-own",
        "es-419",
        "zh-cmn",
        "EN-gb",
    ],
)
def test_a_language_is_a_well_formed_tag(tag):
    assert Metadata.model_validate({"language": tag}).language == tag


@pytest.mark.parametrize(
    "tag", ["", "e", "English", "en_US", "en-", "en--US", "az-Cyrll-x", "en-a", "a-b", "٣٣", "x" * 65, "-en"]
)
def test_what_is_no_language_is_refused(tag):
    with pytest.raises(ValidationError, match="is not a language tag"):
        Metadata.model_validate({"language": tag})


@pytest.mark.parametrize("url", ["https://example.org", "http://example.org/ä?b=c#d", "HTTPS://example.org:8080/"])
def test_a_web_address_begins_with_http(url):
    assert Metadata.model_validate({"source": {"name": "n", "url": url}}).source.url == url


@pytest.mark.parametrize(
    "url",
    ["", "example.org", "javascript:alert(1)", "ftp://example.org", "https://", "https://[", "https:///a",
     "https://a b", "//example.org", "https://example.org/\n", "data:text/html,x", "https://example.org/" + "x" * 2000],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(ValidationError, match="a web address begins with"):
        Metadata.model_validate({"source": {"name": "n", "url": url}})


@pytest.mark.parametrize(("text", "value"), [("true", True), ("True", True), ("false", False), ("FALSE", False)])
def test_retold_is_true_or_false(text, value):
    assert Metadata.model_validate({"retold": text}).retold is value


@pytest.mark.parametrize("text", ["yes", "1", "", "on"])
def test_retold_is_nothing_else(text):
    with pytest.raises(ValidationError, match="write true or false"):
        Metadata.model_validate({"retold": text})


def test_a_title_is_one_line():
    assert Metadata.model_validate({"title": " Flood\nin  Oldtown "}).title == "Flood in Oldtown"


@pytest.mark.parametrize("key", ["title", "rights"])
def test_spaces_are_no_words(key):
    with pytest.raises(ValidationError, match="nothing but spaces"):
        Metadata.model_validate({key: " \n"})


def test_a_key_without_a_value_states_nothing():
    assert Metadata.model_validate(dict.fromkeys(FULL)) == Metadata()
