import json

import pytest

from newsarchive.archive import archive_of
from newsarchive.article import Article, Block, BlockKind, Origin, Range
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.search.entries import Counts
from newsarchive.pages.search.shards import ENTRIES_IN_SHARD, SHARD_CHARACTERS, search_files, search_parts
from newsarchive.registry.entity import Entity, Name, Registry, Room


def place(number):
    name = Name(f"Place{number} Ort{number}", "en", "Latn", "a list")
    return Entity(f"places/p{number:02}", Room.PLACES, "town", (name,))


def article(number):
    text = f"alpha common word{number % 7} body{number}"
    block = Block("p1", BlockKind.PARAGRAPH, text, Range(0, len(text)))
    return Article(
        f"a{number:04}", f"a{number:04}.txt", f"Title {number}", Origin.SIDECAR, None, Origin.UNKNOWN, (block,)
    )


def index(articles=3000, places=90):
    """Return each file's data by its name, as the browser's callback gets it."""
    archive = archive_of(map(article, range(articles)), Registry(tuple(map(place, range(places)))))
    indexes = Indexes(archive)
    parts = [part.make() for part in search_parts(archive, indexes.digest_of)]
    return read(search_files(archive, indexes.newest, Counts({}, {}), parts))


def read(files):
    data = {}
    for path, content in files:
        name = path.removeprefix("search/").removesuffix(".js")
        text = content.decode("utf-8")
        head = f'newsarchiveSearch("{name}",'
        assert text.startswith(head)
        assert text.endswith(")\n")
        data[name] = json.loads(text[len(head) : -2])
    return data


@pytest.fixture(scope="module")
def large():
    return index()


def terms_in(data, series):
    """Return the coded positions of every term of a series, in the order of its shards."""
    shards = (data[f"{series}-{number}"] for number in range(len(data["manifest"]["cuts"][series])))
    return dict(line.split(" ") for shard in shards for line in shard.split("!"))


def found(data, series, term):
    positions, at, step = [], 0, 0
    for sign in map(ord, terms_in(data, series).get(term, "")):
        if sign > 92:
            step = step * 34 + sign - 93
        else:
            at += step * 57 + sign - 35
            step = 0
            positions.append(at)
    return positions


def test_a_term_leads_to_all_its_entries(large):
    assert large["entries-2"][2][0] == "Place42 Ort42"
    assert found(large, "names", "ort42") == [42]
    assert found(large, "heads", "17") == [90 + 17]
    assert found(large, "words", "word3") == [90 + n for n in range(3000) if n % 7 == 3]


def test_what_nearly_all_texts_hold_is_left_out_and_said(large):
    assert large["manifest"]["common"] == ["alpha", "common"]
    assert found(large, "words", "common") == []


def test_a_small_archive_leaves_nothing_out():
    data = index(articles=100)
    assert data["manifest"]["common"] == []
    assert found(data, "words", "common") == [90 + n for n in range(100)]


def test_entries_stand_where_the_manifest_says(large):
    step = large["manifest"]["step"]
    assert step == ENTRIES_IN_SHARD
    assert large["manifest"]["starts"] == [0, 90, 3090, 3090]
    assert large[f"entries-{95 // step}"][95 % step] == ["Title 5", "articles/a0005/", "date unknown"]


def test_shards_are_small_and_cut_where_the_manifest_says(large):
    for series, cuts in large["manifest"]["cuts"].items():
        for number, first in enumerate(cuts):
            shard = large[f"{series}-{number}"]
            assert shard.startswith(f"{first} ")
            assert len(shard) < 2 * SHARD_CHARACTERS
        assert f"{series}-{len(cuts)}" not in large
    assert len(large["manifest"]["cuts"]["words"]) > 1


def test_the_same_archive_gives_the_same_bytes():
    assert index(articles=200) == index(articles=200)


def test_one_article_changes_few_parts():
    whole = [article(number) for number in range(2000)]
    digest_of = str.encode
    before = {part.inputs for part in search_parts(archive_of(whole[:1000] + whole[1001:], Registry()), digest_of)}
    after = {part.inputs for part in search_parts(archive_of(whole, Registry()), digest_of)}
    assert len(after) > 10
    assert len(after - before) <= 2


def test_nothing_to_find_is_an_index_too():
    data = index(articles=0, places=0)
    assert data["manifest"]["cuts"] == {"names": [], "heads": [], "words": []}
    assert data["manifest"]["starts"] == [0, 0, 0, 0]
