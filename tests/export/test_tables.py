import csv
import io
import json
from dataclasses import replace

import pytest

from newsarchive.archive import Archive
from newsarchive.article import Block, BlockKind, Range
from newsarchive.export.data import data_files
from newsarchive.export.tables import TABLES

NAMES = [table.name.removesuffix(".csv") for table in TABLES]


def table(archive, name):
    content = dict(data_files(archive))[f"data/{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(content, newline=""), strict=True))


def test_the_index_names_the_tables(archive):
    files = dict(data_files(archive))
    assert json.loads(files["data/index.json"])["tables"] == [f"{name}.csv" for name in NAMES]
    assert {path for path in files if path.endswith(".csv")} == {f"data/{name}.csv" for name in NAMES}


def test_articles_and_blocks(archive):
    first, second = table(archive, "articles")
    assert first == {
        "id": "ferry",
        "url": "articles/ferry/",
        "title": "The ferry sails",
        "title_origin": "sidecar",
        "date": "2031-05-02?",
        "date_origin": "inferred",
        "language": "en",
        "rights": "",
        "retold": "true",
        "evidence_block": "p2",
        "evidence_start": "11",
        "evidence_end": "22",
        "evidence_text": "May 2, 2031",
        "source_name": "The Harbour Post",
        "source_url": "https://example.org/ferry",
        "source_author": "",
        "source_agency": "",
    }
    assert (second["retold"], second["evidence_block"], second["source_name"]) == ("false", "", "")
    blocks = [(row["article"], row["block"], row["kind"], row["by"], row["credit"]) for row in table(archive, "blocks")]
    assert blocks[1:4] == [
        ("ferry", "p2", "post", "Kim", ""),
        ("harbour", "p1", "paragraph", "", ""),
        ("harbour", "p2", "caption", "", "Lee"),
    ]


def test_entities_with_their_names_and_identifiers(archive):
    rows = [list(row.values()) for row in table(archive, "entities")]
    assert rows[0] == [
        *("places/ostholm", "places/ostholm/", "island", "places/sund"),
        *("59.5", "-1.25", "the harbour map"),
    ]
    assert rows[1][3:] == [""] * 4
    assert [row["text"] for row in table(archive, "names")] == ["Östholm", "Sund"]
    assert table(archive, "identifiers") == [{"entity": "places/ostholm", "register": "geonames", "identifier": "1"}]


def test_passages_have_a_row_a_part_and_divergences_a_row_a_reading(archive):
    rows = [(row["witness"], row["article"], row["block"], row["end"]) for row in table(archive, "passages")]
    ends = [str(len(article.blocks[0].text)) for article in archive.articles]
    assert rows == [("0", "ferry", "p1", ends[0]), ("1", "harbour", "p1", ends[1]), ("1", "harbour", "p2", "8")]
    readings = [tuple(row.values()) for row in table(archive, "divergences")]
    assert readings == [
        (archive.passages[0].id, "0", "name", number, text) for number, text in (("0", "Östholm"), ("1", "Ostholm"))
    ]


@pytest.mark.parametrize("name", ["mentions", "statements", "suppressed", "dates"])
def test_flat_lists_say_the_same_as_the_json(name, archive):
    items = json.loads(dict(data_files(archive))[f"data/{name}.json"])
    expected = [{key: cell(value) for key, value in item.items()} for item in items]
    assert [{key: row[key] for key in item} for item, row in zip(items, table(archive, name), strict=True)] == expected


def cell(value):
    return " ".join(value) if isinstance(value, list) else "" if value is None else str(value)


def test_text_of_any_kind_comes_back_letter_by_letter(archive):
    text = '=1+1, "quoted"; Östholm\n🚢\ttail '
    article = replace(archive.articles[0], blocks=(Block("p1", BlockKind.PARAGRAPH, text, Range(0, 1)),))
    (row,) = table(Archive((replace(article, date_evidence=None),)), "blocks")
    assert row["text"] == text


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_archive_has_only_the_columns(name):
    assert table(Archive(()), name) == []
    assert dict(data_files(Archive(())))[f"data/{name}.csv"].count(b"\r\n") == 1
