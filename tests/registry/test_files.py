"""The registry's files: what they hold, and every complaint about them with its line and column."""

import json
import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newsarchive.registry.contents import MAX_BYTES
from newsarchive.registry.entity import Entity, Name, Point, Registry, Room
from newsarchive.registry.files import read_registry
from newsarchive.registry.schema import registry_schema

TOWN = """\
- slug: orlau
  kind: town
  names:
    - {text: Orlau, language: en, script: Latn, source: the map}
"""


@pytest.fixture
def problems_of(tmp_path, write_files):
    """Write files into a registry folder and return what is wrong with them, as `path:line:column: code`."""

    def read(files):
        write_files(tmp_path / "seeds" / "registry", files)
        _, problems = read_registry(tmp_path / "seeds" / "registry")
        return [f"{one.path}:{one.line}:{one.column}: {one.code}" for one in problems]

    return read


def names(*texts, **more):
    extra = "".join(f", {key}: {value}" for key, value in more.items())
    return "".join(f"    - {{text: {text}, language: en, script: Latn, source: s{extra}}}\n" for text in texts)


def entity(slug, *texts, kind="town", more="", **flags):
    return f"- slug: {slug}\n  kind: {kind}\n{more}  names:\n{names(*texts, **flags)}"


def test_no_folder_is_an_empty_registry(tmp_path):
    assert read_registry(tmp_path / "registry") == (Registry(), [])


def test_an_empty_file_holds_no_entities(problems_of):
    assert problems_of({"places.yml": "", "people.yml": "# nobody yet\n", "events.yml": "[]\n"}) == []


def test_an_entity_is_all_that_its_entry_says(tmp_path, write_files):
    text = """\
- slug: orlau
  kind: district
  names:
    - {text: Orlau, language: en, script: Latn, source: the map, ambiguous: true, default: true}
    - {text: Орлау, language: ru-Cyrl, script: Cyrl, source: the atlas}
  part_of: {entity: places/ostra, source: the law}
  description: A district by the sea.
  point: {latitude: 54.5, longitude: -18, source: the survey}
  identifiers: {osm-node: 12, iso3166-2: OS-OR}
  cues: [region, province]
- slug: orlau
  kind: town
  names: [{text: Orlau, language: en, script: Latn, source: the map, ambiguous: true}]
- slug: ostra
  kind: country
  names: [{text: Ostra, language: en, script: Latn, source: the map}]
"""
    people = "- {slug: anna-berg, kind: person, names: [{text: Anna Berg, language: en, script: Latn, source: x}]}\n"
    write_files(tmp_path, {"places.yml": "\ufeff" + text, "people.yml": people})
    registry, problems = read_registry(tmp_path)
    assert problems == []
    assert [one.id for one in registry.entities] == [
        "districts/orlau",
        "people/anna-berg",
        "places/orlau",
        "places/ostra",
    ]
    assert registry.by_id["districts/orlau"] == Entity(
        id="districts/orlau",
        room=Room.DISTRICTS,
        kind="district",
        names=(
            Name("Orlau", "en", "Latn", "the map", ambiguous=True, default=True),
            Name("Орлау", "ru-Cyrl", "Cyrl", "the atlas"),
        ),
        part_of="places/ostra",
        part_of_source="the law",
        description="A district by the sea.",
        point=Point(54.5, -18.0, "the survey"),
        identifiers=(("iso3166-2", "OS-OR"), ("osm-node", "12")),
        cues=("region", "province"),
    )


def test_every_file_has_its_room(tmp_path, write_files):
    files = ("events", "organisations", "people", "places")
    write_files(tmp_path, {f"{file}.yml": entity("one", f"Name of {file}", kind="thing") for file in files})
    registry, problems = read_registry(tmp_path)
    assert ([one.id for one in registry.entities], problems) == ([f"{file}/one" for file in files], [])


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("colour: red", "5:3: unknown-key"),
        ("slug: orlau", "5:3: yaml-unusable"),
        ("description: One. Two.", "5:16: bad-value"),
        ("description: It is here! He saw it.", "5:16: bad-value"),
        ("description: ''", "5:16: bad-value"),
        ("point: {latitude: 91, longitude: 1, source: s}", "5:21: bad-value"),
        ("point: {latitude: 1, longitude: -180.5, source: s}", "5:35: bad-value"),
        ("point: {latitude: nan, longitude: 1, source: s}", "5:21: bad-value"),
        ("point: {latitude: north, longitude: 1, source: s}", "5:21: bad-value"),
        ("point: {latitude: 1, longitude: 1}", "5:10: missing-key"),
        ("point: 1, 2", "5:10: bad-value"),
        ("part_of: places/orlau", "5:12: bad-value"),
        ("part_of: {entity: places/orlau}", "5:12: missing-key"),
        ("part_of: {entity: ../orlau, source: s}", "5:21: bad-value"),
        ("part_of: {entity: places/paris, source: s}", "5:21: part-of-unknown"),
        ("part_of: {entity: places/orlau, source: s}", "5:21: part-of-circular"),
        ("identifiers: [1]", "5:16: bad-value"),
        ("identifiers: {ISO: x}", "5:22: bad-value"),
        ("identifiers: {iso: ''}", "5:22: bad-value"),
        ("cues: district", "5:9: bad-value"),
        ("cues: [two words]", "5:10: bad-value"),
    ],
)
def test_what_an_entity_may_not_say(problems_of, line, complaint):
    problems = problems_of({"places.yml": f"{TOWN}  {line}\n"})
    assert problems == [f"registry/places.yml:{complaint}"]


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("{text: Orlau, language: en, script: Latn}", "4:7: missing-key"),
        ("{text: Orlau, language: en, script: Latn, source: ' '}", "4:57: bad-value"),
        ("{text: '', language: en, script: Latn, source: s}", "4:14: bad-value"),
        ("{text: ' Orlau', language: en, script: Latn, source: s}", "4:14: bad-value"),
        ("{text: 'New  Orlau', language: en, script: Latn, source: s}", "4:14: bad-value"),
        ('{text: "New\\tOrlau", language: en, script: Latn, source: s}', "4:14: bad-value"),
        ('{text: "New\\u00a0Orlau", language: en, script: Latn, source: s}', "4:14: bad-value"),
        ('{text: "Or\\u00adlau", language: en, script: Latn, source: s}', "4:14: bad-value"),
        ("{text: '—', language: en, script: Latn, source: s}", "4:14: bad-value"),
        ("{text: Orlau\u0301e\u0301, language: en, script: Latn, source: s}", "4:14: bad-value"),
        (f"{{text: {'Orlau' * 41}, language: en, script: Latn, source: s}}", "4:14: bad-value"),
        ("{text: Orlau, language: english language, script: Latn, source: s}", "4:31: bad-value"),
        ("{text: Orlau, language: e, script: Latn, source: s}", "4:31: bad-value"),
        ("{text: Orlau, language: en, script: latin, source: s}", "4:43: bad-value"),
        ("{text: Orlau, language: en, script: Cyrl, source: s}", "4:14: name-script"),
        ("{text: Оrlau, language: en, script: Latn, source: s}", "4:14: name-script"),
        ("{text: Orlau, language: ru-Cyrl, script: Latn, source: s}", "4:14: name-script"),
        ("{text: Orlau, language: en, script: Latn, source: s, ambiguous: yes}", "4:71: bad-value"),
        ("{text: Orlau, language: en, script: Latn, source: s, ambiguous: true}", "4:14: name-unshared"),
        ("{text: Orlau, language: en, script: Latn, source: s, default: true}", "4:69: default-unambiguous"),
        ("{text: Orlau, language: en, script: Latn, source: s, colour: red}", "4:60: unknown-key"),
        ("Orlau", "4:7: bad-value"),
    ],
)
def test_what_a_name_may_not_be(problems_of, name, complaint):
    problems = problems_of({"places.yml": f"- slug: orlau\n  kind: town\n  names:\n    - {name}\n"})
    assert problems == [f"registry/places.yml:{complaint}"]


@pytest.mark.parametrize(
    "slug", ["Orlau", "or lau", "-orlau", "or--lau", "örlau", "../orlau", "index", "con", "a" * 81]
)
def test_a_slug_is_an_address(problems_of, slug):
    assert problems_of({"places.yml": entity(slug, "Orlau")}) == ["registry/places.yml:1:9: bad-value"]


@pytest.mark.parametrize(
    ("kind", "complaints"),
    [
        ("news agency", []),
        ("Town", ["registry/events.yml:2:9: bad-value"]),
        ("district", ["registry/events.yml:2:9: kind-misplaced"]),
        ("distrct", ["registry/events.yml:2:9: kind-misspelt"]),
    ],
)
def test_a_kind_is_a_word_or_two(problems_of, kind, complaints):
    assert problems_of({"events.yml": entity("one", "The Storm", kind=kind)}) == complaints


def test_an_address_is_taken_once_in_a_room(problems_of):
    places = entity("orlau", "Orlau") + entity("orlau", "Neu Orlau") + entity("orlau", "Alt Orlau", kind="district")
    people = entity("orlau", "Jan Orlau", kind="person")
    assert problems_of({"places.yml": places, "people.yml": people}) == ["registry/places.yml:5:9: slug-twice"]


def test_a_name_stands_once_in_an_entity(problems_of):
    text = entity("orlau", "D'Orlau", "Orlau", "D’Orlau") + names("Orlau").replace("en", "de")
    assert problems_of({"places.yml": text}) == ["registry/places.yml:6:14: name-twice"]


def test_a_shared_name_is_declared_in_both(problems_of):
    town, district = entity("orlau", "Orlau"), entity("orlau", "ORLAU", kind="district", ambiguous="true")
    assert problems_of({"places.yml": town + district}) == ["registry/places.yml:4:14: name-undeclared"]
    assert problems_of({"places.yml": town + entity("orlau", "Orlau", kind="district")}) == [
        "registry/places.yml:4:14: name-undeclared",
        "registry/places.yml:8:14: name-undeclared",
    ]


def test_a_name_is_shared_as_texts_spell_it(problems_of):
    people = entity("d-orlau", "d'Orlau", kind="person")
    assert problems_of({"places.yml": entity("orlau", "D’Orlau"), "people.yml": people}) == [
        "registry/people.yml:4:14: name-undeclared",
        "registry/places.yml:4:14: name-undeclared",
    ]


def test_one_entity_is_the_default_of_a_name(problems_of):
    both = [entity("orlau", "Orlau", kind=kind, ambiguous="true", default="true") for kind in ("town", "district")]
    assert problems_of({"places.yml": "".join(both)}) == ["registry/places.yml:8:86: default-twice"]


def test_nothing_is_a_part_of_itself_however_long_the_way(problems_of):
    ring = "".join(
        entity(slug, f"Name {slug}", more=f"  part_of: {{entity: places/{whole}, source: s}}\n")
        for slug, whole in [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")]
    )
    assert problems_of({"places.yml": ring}) == [
        f"registry/places.yml:{line}:21: part-of-circular" for line in (3, 8, 13)
    ]


def test_a_fault_is_reported_once_and_all_are_reported_at_once(problems_of):
    bad = entity("orlau", "Orlau", kind="district", ambiguous="true", more="  colour: red\n")
    village = entity("varn", "Varn", more="  part_of: {entity: districts/orlau, source: s}\n  size: 3\n")
    files = {
        "places.yml": bad + entity("orlau", "Orlau", ambiguous="true") + village,
        "people.yml": "- slug: [\n",
        "events.yml": "slug: storm\n",
        "cities.yml": TOWN,
    }
    assert problems_of(files) == [
        "registry/cities.yml:1:1: registry-unknown-file",
        "registry/events.yml:1:1: bad-value",
        "registry/people.yml:2:1: yaml-syntax",
        "registry/places.yml:3:3: unknown-key",
        "registry/places.yml:13:3: unknown-key",
    ]


def test_only_the_registrys_files_are_in_its_folder(problems_of):
    files = {
        "places.yaml": TOWN,
        "README.md": "#",
        "old/places.yml": TOWN,
        ".gitkeep": "",
        "registry.schema.json": "{}",
    }
    assert problems_of(files) == [
        f"registry/{name}:1:1: registry-unknown-file" for name in ("README.md", "old", "places.yaml")
    ]


def test_a_file_is_text_of_a_size_that_people_read(problems_of):
    files = {"people.yml": b"# \xc3\xa9\n- slug: \xe9\n", "places.yml": b"#" * (MAX_BYTES + 1)}
    assert problems_of(files) == [
        "registry/people.yml:2:9: file-not-utf8",
        "registry/places.yml:1:1: file-too-big",
    ]


def test_no_link_leads_out_of_the_folder(tmp_path, problems_of, write_files):
    write_files(tmp_path, {"outside.yml": TOWN, "elsewhere/places.yml": TOWN})
    folder = tmp_path / "seeds" / "registry"
    folder.mkdir(parents=True)
    (folder / "places.yml").symlink_to(tmp_path / "outside.yml")
    (folder / "people.yml").symlink_to(tmp_path / "nowhere.yml")
    (folder / "events.yml").mkdir()
    assert problems_of({}) == [
        f"registry/{name}.yml:1:1: registry-not-a-file" for name in ("events", "people", "places")
    ]
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / "registry").symlink_to(tmp_path / "elsewhere")
    registry, problems = read_registry(tmp_path / "linked" / "registry")
    assert (registry, [one.code for one in problems]) == (Registry(), ["registry-folder"])


def test_the_shipped_registry_and_its_schema_are_right(project):
    folder = project / "seeds" / "registry"
    registry, problems = read_registry(folder)
    assert problems == []
    assert len(registry.entities) > 20
    assert json.loads((folder / "registry.schema.json").read_text(encoding="utf-8")) == registry_schema()
    validator = Draft202012Validator(registry_schema())
    for path in folder.glob("*.yml"):
        assert list(validator.iter_errors(yaml.safe_load(path.read_text(encoding="utf-8")))) == []
        assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=registry.schema.json\n")


@settings(max_examples=200)
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_whatever_a_file_holds_is_a_registry_or_a_problem(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("registry")
    (folder / "places.yml").write_bytes(data)
    registry, problems = read_registry(folder)
    assert isinstance(registry, Registry)
    assert all(one.path.endswith("/places.yml") and one.line >= 1 and one.column >= 1 for one in problems)


MESS = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.sampled_from(["orlau", "town", "district"])
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                ["slug", "kind", "names", "text", "language", "script", "source", "part_of", "entity", "cues"]
            ),
            inner,
            max_size=6,
        ),
    ),
    max_leaves=25,
)


@settings(max_examples=200)
@given(data=st.lists(MESS, max_size=4))
def test_whatever_an_entity_says_is_taken_or_reported(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("registry")
    (folder / "places.yml").write_text(json.dumps(data), encoding="utf-8")
    registry, problems = read_registry(folder)
    assert problems or len(registry.entities) == len(data)


def test_thousands_of_names_are_read_in_seconds(tmp_path, write_files):
    write_files(tmp_path, {"places.yml": "".join(entity(f"p{number}", f"Place {number}") for number in range(3000))})
    began = time.perf_counter()
    registry, problems = read_registry(tmp_path)
    assert (len(registry.entities), problems) == (3000, [])
    assert time.perf_counter() - began < 20
