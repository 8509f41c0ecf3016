import json
from itertools import accumulate

from newsarchive.pages.search.entries import Entry
from newsarchive.pages.search.shards import SHARD_CHARACTERS, search_files

NAMES = [Entry("name", f"Place {n}", f"places/p{n}/", "town", f"Place{n} Ort{n}") for n in range(90)]
ARTICLES = [
    Entry("article", f"Title {n}", f"articles/a{n}/", "2020", f"Title {n}", f"alpha common word{n % 7} body{n}")
    for n in range(3000)
]


def read(files):
    """Return each file's data by its name, as the browser's callback gets it."""
    data = {}
    for path, content in files:
        name = path.removeprefix("search/").removesuffix(".js")
        text = content.decode("utf-8")
        head = f'newsarchiveSearch("{name}",'
        assert text.startswith(head)
        assert text.endswith(")\n")
        data[name] = json.loads(text[len(head) : -2])
    return data


def found(data, series, term):
    shards = [shard for name, shard in data.items() if name.startswith(f"{series}-")]
    return [at for shard in shards for at in accumulate(shard.get(term, []))]


def test_a_term_leads_to_all_its_entries():
    data = read(search_files([*NAMES, *ARTICLES]))
    assert found(data, "heads", "ort42") == [42]
    assert found(data, "words", "word3") == [90 + n for n in range(3000) if n % 7 == 3]


def test_what_nearly_all_texts_hold_is_left_out_and_said():
    data = read(search_files(ARTICLES))
    assert data["manifest"]["common"] == ["alpha", "common"]
    assert found(data, "words", "common") == []


def test_a_small_archive_leaves_nothing_out():
    data = read(search_files(ARTICLES[:100]))
    assert data["manifest"]["common"] == []
    assert found(data, "words", "common") == list(range(100))


def test_entries_stand_where_the_manifest_says():
    data = read(search_files([*NAMES, *ARTICLES]))
    step = data["manifest"]["step"]
    assert data["manifest"]["starts"] == [0, 90, 3090, 3090]
    assert data[f"entries-{95 // step}"][95 % step] == ["Title 5", "articles/a5/", "2020"]


def test_shards_are_small_and_cut_where_the_manifest_says():
    data = read(search_files([*NAMES, *ARTICLES]))
    for series in ("heads", "words"):
        for number, first in enumerate(data["manifest"][series]):
            shard = data[f"{series}-{number}"]
            assert next(iter(shard)) == first
            assert len(json.dumps(shard)) < 3 * SHARD_CHARACTERS


def test_terms_are_sorted_as_a_browser_compares_them():
    far = Entry("name", "x", "places/x/", "", "\U00010428 \ufb4f \uffdc")  # beyond 16 bits sorts before U+FFDC
    data = read(search_files([far]))
    assert list(data["heads-0"]) == sorted(data["heads-0"], key=lambda term: term.encode("utf-16-be"))


def test_the_same_entries_give_the_same_bytes():
    assert list(search_files(ARTICLES[:500])) == list(search_files(ARTICLES[:500]))


def test_nothing_to_find_is_an_index_too():
    data = read(search_files([]))
    assert data["manifest"]["heads"] == []
