import gzip
import json
from dataclasses import replace
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newsarchive.annotation import Mention, Resolution
from newsarchive.archive import archive_of, build_archive
from newsarchive.article import Article, Block, BlockKind, Origin, Range, Span
from newsarchive.export.data import MOST_PLAIN, MOST_TABLED, data_files, data_parts, published_files, published_path
from newsarchive.export.files import FILES
from newsarchive.export.items import IndexItem
from newsarchive.export.kinds import KINDS, adapter_of

ROOT = Path(__file__).parents[2]
NAMES = ["articles", "entities", "mentions", "dates", "statements", "passages", "suppressed"]


@pytest.fixture(scope="module")
def published():
    return dict(data_files(build_archive(ROOT / "seeds")))


def loaded(files, name):
    return json.loads(files[f"data/{name}.json"])


def test_every_file_and_its_schema_is_there(archive):
    paths = [path for path, _ in data_files(archive) if path.endswith(".json")]
    assert paths == [f"data/{name}.{ending}" for name in [*NAMES, "index"] for ending in ("json", "schema.json")]


def test_articles(archive):
    first, second = loaded(dict(data_files(archive)), "articles")
    assert first == {
        "id": "ferry",
        "url": "articles/ferry/",
        "title": "The ferry sails",
        "title_origin": "sidecar",
        "date": "2031-05-02?",
        "date_origin": "inferred",
        "date_evidence": {"block": "p2", "start": 11, "end": 22, "text": "May 2, 2031"},
        "source": {"name": "The Harbour Post", "url": "https://example.org/ferry", "author": None, "agency": None},
        "language": "en",
        "rights": None,
        "retold": True,
        "blocks": [
            {"id": "p1", "kind": "paragraph", "text": archive.articles[0].blocks[0].text, "by": None, "credit": None},
            {"id": "p2", "kind": "post", "text": "— Kim (@k) May 2, 2031", "by": "Kim", "credit": None},
        ],
    }
    assert (second["date"], second["date_evidence"], second["source"], second["retold"]) == (None, None, None, False)
    assert second["blocks"][1]["credit"] == "Lee"


def test_entities(archive):
    assert loaded(dict(data_files(archive)), "entities") == [
        {
            "id": "places/ostholm",
            "url": "places/ostholm/",
            "kind": "island",
            "names": [{"text": "Östholm", "language": "sv", "script": "Latn", "source": "the harbour map"}],
            "part_of": "places/sund",
            "point": {"latitude": 59.5, "longitude": -1.25, "source": "the harbour map"},
            "identifiers": {"geonames": "1"},
        },
        {
            "id": "places/sund",
            "url": "places/sund/",
            "kind": "strait",
            "names": [{"text": "Sund", "language": "sv", "script": "Latn", "source": "the map"}],
            "part_of": None,
            "point": None,
            "identifiers": {},
        },
    ]


def test_mentions(archive):
    place = {"article": "ferry", "block": "p1", "start": 13, "end": 20, "text": "Östholm"}
    assert loaded(dict(data_files(archive)), "mentions") == [{**place, "entity": "places/ostholm", "name": "Östholm"}]


def test_dates_have_candidates_only_where_they_are_ambiguous(archive):
    one = {"article": "ferry", "block": "p2", "start": 11, "end": 22, "text": "May 2, 2031"}
    other = {"article": "harbour", "block": "p3", "start": 14, "end": 20, "text": "Friday"}
    assert loaded(dict(data_files(archive)), "dates") == [
        {**one, "edtf": "2031-05-02", "role": "stated", "anchor": None},
        {**other, "edtf": None, "role": "planned", "anchor": None, "candidates": ["2031-05-02", "2031-05-09"]},
    ]


def test_statements(archive):
    place = {"article": "ferry", "block": "p1", "start": 53, "end": 61, "text": "At last!"}
    assert loaded(dict(data_files(archive)), "statements") == [{**place, "speaker": "the mayor", "verb": "said"}]


def test_passages(archive):
    (passage,) = loaded(dict(data_files(archive)), "passages")
    texts = [article.blocks[0].text for article in archive.articles]
    assert passage == {
        "id": "ferry-to-ostholm",
        "url": "passages/ferry-to-ostholm/",
        "words": 11,
        "witnesses": [
            {"article": "ferry", "parts": [{"block": "p1", "start": 0, "end": len(texts[0]), "text": texts[0]}]},
            {
                "article": "harbour",
                "parts": [
                    {"block": "p1", "start": 0, "end": len(texts[1]), "text": texts[1]},
                    {"block": "p2", "start": 0, "end": 8, "text": "A ferry."},
                ],
            },
        ],
        "earliest": None,
        "divergences": [
            {"kind": "name", "readings": [{"witness": 0, "text": "Östholm"}, {"witness": 1, "text": "Ostholm"}]}
        ],
    }


def test_suppressed_holds_what_stayed_ambiguous_too(archive):
    rows = loaded(dict(data_files(archive)), "suppressed")
    assert [(row["kind"], row["reason"], row["block"], row["start"], row["text"], row["detail"]) for row in rows] == [
        ("passage", "boilerplate", "p2", 0, "A ferry.", "in every caption"),
        ("mention", "ambiguous", "p3", 0, "Sund", "places/sund, places/sund-village"),
        ("date", "ambiguous", "p3", 14, "Friday", "2031-05-02, 2031-05-09"),
    ]
    assert list(rows[0]) == ["kind", "reason", "article", "block", "start", "end", "text", "detail"]


def test_the_index_names_every_file_and_counts_its_items(archive):
    index = loaded(dict(data_files(archive)), "index")
    assert (index["schema"], index["version"]) == (1, version("newsarchive"))
    assert [(file["path"], file["json_schema"]) for file in index["files"]] == [
        (f"{name}.json", f"{name}.schema.json") for name in NAMES
    ]
    assert [file["items"] for file in index["files"]] == [2, 2, 1, 2, 1, 1, 3]
    adapter = adapter_of(IndexItem)
    content = dict(data_files(archive))["data/index.json"]
    assert adapter.dump_json(adapter.validate_json(content), indent=2) + b"\n" == content


def test_files_are_utf8_with_an_item_a_line_and_a_closing_newline(archive):
    files = dict(data_files(archive))
    lines = files["data/articles.json"].decode().split("\n")
    assert (lines[0], lines[-2:], len(lines)) == ("[", ["]", ""], 5)
    assert "Östholm" in lines[1]
    assert "🚢" in lines[1]
    assert all(content.endswith(b"\n") and not content.endswith(b"\n\n") for content in files.values())


@given(st.text(min_size=1), st.data())
def test_positions_count_code_points_of_any_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    block = Block("p1", BlockKind.PARAGRAPH, text, Range(0, len(text)))
    article = Article("a", "a.txt", "A", Origin.SIDECAR, None, Origin.UNKNOWN, (block,))
    mention = Mention("a", Span("p1", start, end), text[start:end], "places/x", "X", Resolution.ONLY)
    files = dict(data_files(archive_of((article,), mentions=(mention,))))
    (row,) = loaded(files, "mentions")
    published = loaded(files, "articles")[0]["blocks"][0]["text"]
    assert published == text
    assert published[row["start"] : row["end"]] == row["text"] == text[start:end]


def test_an_empty_archive_has_empty_lists():
    files = dict(data_files(archive_of(())))
    assert {loaded(files, name) == [] for name in NAMES} == {True}


@pytest.mark.parametrize("name", [*NAMES, "index"])
def test_every_schema_describes_its_file_and_each_key(name, archive):
    files = dict(data_files(archive))
    schema = loaded(files, f"{name}.schema")
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(loaded(files, name))
    for one in objects_of(schema):
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])
        assert all(key["description"] for key in one["properties"].values()), one["title"]


def objects_of(schema):
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            yield schema
        for value in schema.values():
            yield from objects_of(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects_of(value)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_refuses_a_key_more_and_a_key_less(name, archive):
    files = dict(data_files(archive))
    validator = Draft202012Validator(loaded(files, f"{name}.schema"))
    item = loaded(files, name)[0]
    assert validator.is_valid([item])
    assert not validator.is_valid([{**item, "more": 1}])
    for key in item:
        assert not validator.is_valid([{other: value for other, value in item.items() if other != key}])


@pytest.mark.parametrize("name", [*NAMES, "index"])
def test_the_seeds_of_this_archive_fit_the_schemas(name, published):
    Draft202012Validator(loaded(published, f"{name}.schema")).validate(loaded(published, name))


def test_the_seeds_of_this_archive_are_all_published(published):
    seeds = {path for path in (ROOT / "seeds").rglob("*") if path.suffix in {".txt", ".md", ".html"}}
    assert len(loaded(published, "articles")) == len(seeds) >= 3


@pytest.mark.parametrize("name", ["mentions", "dates", "statements", "suppressed"])
def test_places_are_sorted_and_their_words_stand_there(name, published):
    blocks = {
        (article["id"], block["id"]): (number, block["text"])
        for article in loaded(published, "articles")
        for number, block in enumerate(article["blocks"])
    }
    places = [(row["article"], blocks[row["article"], row["block"]], row) for row in loaded(published, name)]
    assert all(block[1][row["start"] : row["end"]] == row["text"] for _, block, row in places)
    keys = [(article, block[0], row["start"], row["end"]) for article, block, row in places]
    assert all(one <= other for one, other in pairwise(keys))


@pytest.mark.parametrize("name", ["articles", "entities", "passages"])
def test_things_with_an_id_are_sorted_by_it(name, published):
    ids = [item["id"] for item in loaded(published, name)]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_line_is_what_its_item_says_to_the_letter(file, archive, published):
    both = (dict(data_files(archive)), published)
    lines = [line for files in both for line in files[f"data/{file.name}.json"].split(b"\n")[1:-2]]
    assert lines
    adapter = adapter_of(KINDS[file.name])
    for line in lines:
        bare = line.removesuffix(b",")
        assert adapter.dump_json(adapter.validate_json(bare)) == bare


@given(st.text(), st.none() | st.text())
def test_text_of_any_kind_is_the_same_json_as_its_items(text, known):
    block = Block("p1", BlockKind.POST, text, Range(0, 0), by=known)
    article = Article("a", "a.txt", text, Origin.TEXT, None, Origin.UNKNOWN, (block,), rights=known)
    line = dict(data_files(archive_of((article,))))["data/articles.json"].removeprefix(b"[\n").removesuffix(b"\n]\n")
    adapter = adapter_of(KINDS["articles"])
    item = adapter.validate_json(line)
    assert (item.title, item.blocks[0].text, item.blocks[0].by, item.rights) == (text, text, known, known)
    assert adapter.dump_json(item) == line


@pytest.fixture(scope="module")
def large():
    text = "Östholm, “Sund”\n" * 250
    block = Block("p1", BlockKind.PARAGRAPH, text, Range(0, len(text)))
    one = Article("a", "a.txt", "A", Origin.SIDECAR, None, Origin.UNKNOWN, (block,))
    names = (f"a{number:05}" for number in range(MOST_PLAIN // len(text)))
    return archive_of(tuple(replace(one, id=name, seed=f"{name}.txt") for name in names))


def published_of(archive):
    return dict(published_files(archive, [part.make() for part in data_parts(archive, str.encode, str.encode)]))


def test_a_site_publishes_long_files_compressed_and_says_so(large):
    files, plain = published_of(large), dict(data_files(large))
    long = {path for path, content in plain.items() if len(content) > MOST_PLAIN}
    assert long == {"data/articles.json", "data/blocks.csv"}
    assert set(files) == {f"{path}.gz" if path in long else path for path in plain}
    assert all(gzip.decompress(files[f"{path}.gz"]) == plain[path] for path in long)
    assert all(files[path] == plain[path] for path in set(plain) - long - {"data/index.json"})
    index = loaded(files, "index")
    assert [file["path"] for file in index["files"]][:2] == ["articles.json.gz", "entities.json"]
    assert index["tables"][:2] == ["articles.csv", "blocks.csv.gz"]
    assert index["files"][0]["items"] == len(large.articles)


def test_a_link_to_a_data_file_leads_to_what_is_published_of_it(large, archive):
    paths = ("data/articles.json", "data/entities.json", "data/blocks.csv", "data/index.json", "data/dates.schema.json")
    assert [published_path(published_of(large), path) for path in paths] == [
        "data/articles.json.gz",
        "data/entities.json",
        "data/blocks.csv.gz",
        "data/index.json",
        "data/dates.schema.json",
    ]
    many = archive_of(tuple(replace(archive.articles[0], id=f"a{at:05}") for at in range(MOST_TABLED + 1)))
    assert published_path(published_of(many), "data/blocks.csv") == "data/index.md"


def test_a_passage_that_changes_changes_one_part(archive):
    def changed(passage):
        return b"" if passage == archive.passages[0].id else passage.encode()

    before = [part.inputs for part in data_parts(archive, str.encode, str.encode)]
    after = [part.inputs for part in data_parts(archive, str.encode, changed)]
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_a_site_of_many_articles_publishes_no_tables(archive):
    one = archive.articles[0]
    many = archive_of(tuple(replace(one, id=f"a{number:05}") for number in range(MOST_TABLED + 1)))
    files = published_of(many)
    assert not [path for path in files if path.endswith(".csv")]
    assert loaded(files, "index")["tables"] == []
    assert len(loaded(files, "articles")) == MOST_TABLED + 1


def test_a_small_site_publishes_the_files_as_they_are(archive):
    assert published_of(archive) == dict(data_files(archive))


def test_an_article_more_changes_one_part_of_a_compressed_file(archive):
    one = archive.articles[0]
    many = archive_of(tuple(replace(one, id=f"a{number:05}") for number in range(1000)))

    def parts(archive):
        return {part.inputs: part.make() for part in data_parts(archive, str.encode, str.encode)}

    before, after = parts(many), parts(replace(many, articles=many.articles[:77] + many.articles[78:]))
    assert len(before) > 3
    assert len(set(after) - set(before)) == 1
    assert len(set(after.values()) - set(before.values())) == 1


def test_what_is_left_out_between_articles_belongs_to_a_part(archive):
    without = replace(archive, left_out=())
    assert [one.inputs for one in data_parts(archive, str.encode, str.encode)] != [
        one.inputs for one in data_parts(without, str.encode, str.encode)
    ]


def test_a_compressed_file_tells_no_time_and_no_name(large):
    content = published_of(large)["data/articles.json.gz"]
    assert content[:10] == b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
