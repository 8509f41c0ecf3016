"""Cache: the outcome is the same with any cache, and a cache is never trusted."""

import logging
import random
import stat

import numpy as np
import pytest

from newsarchive.annotate.passages import find_passages
from newsarchive.annotate.passages import findings as module
from newsarchive.annotate.passages.cache import FILE, HEAD, checksum, read_kept, write_kept
from newsarchive.annotate.passages.index import indexed
from newsarchive.annotate.passages.shared import by_digest
from newsarchive.annotate.passages.words import words_of


@pytest.fixture(scope="module")
def texts(article, prose):
    chosen = random.Random(5)  # noqa: S311  # the same texts again, and no secret
    made = []
    for number in range(30):
        parts = [prose(30, part) for part in chosen.sample(range(12), 2)]
        tail = "https://example.org/page — A BYLINE" if number % 3 else ""
        made.append(
            article(
                f"a{number:02}", prose(60, 50 + number), *parts, prose(20, 99) + tail, date=f"2020-01-{number + 1:02}"
            )
        )
    return made


@pytest.fixture
def whole(texts):
    return find_passages(texts)


def counted(monkeypatch):
    """Count the texts that a new index is made of."""
    seen = []
    real = module.indexed
    monkeypatch.setattr(module, "indexed", lambda words, row: seen.append(len(words)) or real(words, row))
    return seen


def test_a_build_keeps_what_the_next_one_uses(texts, whole, tmp_path, monkeypatch):
    seen = counted(monkeypatch)
    assert find_passages(texts, cache=tmp_path / "deep" / "cache") == whole
    assert find_passages(texts, cache=tmp_path / "deep" / "cache") == whole
    assert seen == [30]
    assert sorted(path.name for path in (tmp_path / "deep" / "cache").iterdir()) == [FILE]


@pytest.mark.parametrize("count", [1, 3, 8])
def test_a_few_new_articles_are_added_to_what_is_known(texts, whole, tmp_path, monkeypatch, count):
    find_passages(texts[count:], cache=tmp_path)
    seen = counted(monkeypatch)
    assert find_passages(texts, cache=tmp_path) == whole
    assert seen == []


def test_many_new_articles_a_lost_or_a_changed_one_make_a_new_index(texts, whole, tmp_path, monkeypatch, article):
    seen = counted(monkeypatch)
    find_passages(texts[9:], cache=tmp_path)
    assert find_passages(texts, cache=tmp_path) == whole
    assert find_passages(texts[1:], cache=tmp_path) == find_passages(texts[1:])
    changed = [*texts[1:], article("a00", "quite another text")]
    assert find_passages(changed, cache=tmp_path) == find_passages(changed)
    assert seen == [21, 30, 29, 29, 30]


def test_a_renamed_or_redated_article_needs_no_new_index(texts, tmp_path, monkeypatch, article):
    find_passages(texts, cache=tmp_path)
    renamed = [article("zz", *(block.text for block in texts[0].blocks), date="2019"), *texts[1:]]
    expected = find_passages(renamed)
    seen = counted(monkeypatch)
    assert find_passages(renamed, cache=tmp_path) == expected
    assert seen == []


def test_an_index_is_read_as_it_was_written(texts, tmp_path):
    ordered = by_digest(texts)
    digests = [each.blocks_digest for each in ordered]
    index = indexed(*words_of(ordered))
    passages = module.compared(ordered).passages
    write_kept(tmp_path, digests, index, passages)
    kept = read_kept(tmp_path, index.words, digests)
    read = kept.index
    assert kept.numbers == list(range(30))
    assert kept.passages == {passage[0]: passage for passage in passages}
    assert index.marked
    for name in ("marked", "matches", "objected"):
        assert getattr(read, name) == getattr(index, name)
    for name in ("order", "many", "copies", "common"):
        assert np.array_equal(getattr(read, name), getattr(index, name))
    for name in ("bounds", "keys", "apart"):
        assert np.array_equal(getattr(read.row, name), getattr(index.row, name))
    for one, two in zip(read.words, index.words, strict=True):
        assert (one.article, one.text) == (two.article, two.text)
        assert np.array_equal(one.starts, two.starts)
        assert np.array_equal(one.apparatus, two.apparatus)


@pytest.mark.parametrize("part", [0.001, 0.1, 0.3, 0.6, 0.9, 0.999])
def test_a_byte_that_has_changed_is_seen_wherever_it_stands(texts, whole, tmp_path, caplog, part):
    caplog.set_level(logging.INFO, "newsarchive")
    find_passages(texts, cache=tmp_path)
    content = bytearray((tmp_path / FILE).read_bytes())
    content[int(len(content) * part)] ^= 1
    (tmp_path / FILE).write_bytes(content)
    assert find_passages(texts, cache=tmp_path) == whole
    assert FILE in caplog.text


def test_a_block_of_the_file_in_the_place_of_another_changes_its_checksum():
    keys = np.arange(10_000, dtype=np.uint64) ** 3
    moved = keys.copy()
    moved[512:1024], moved[1024:1536] = keys[1024:1536], keys[512:1024]
    assert checksum([moved], b"") != checksum([keys], b"")


def cut(path):
    path.write_bytes(path.read_bytes()[:-100])


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(bytes(content))


def empty(path):
    path.write_bytes(b"")


def foreign(path):
    path.write_bytes(b"something else entirely\n" * 50)


def of_another_method(path):
    path.write_bytes(b"x" + path.read_bytes()[1:])


def unfitting(path):
    head, rest = path.read_bytes()[:HEAD].split(), path.read_bytes()[HEAD:]
    rest = rest[40:]  # five words less, and a checksum that fits
    keys = np.frombuffer(rest, np.uint64, int(head[2]) - 5)
    order = np.frombuffer(rest, np.uint32, int(head[3]), keys.nbytes)
    made = checksum((keys, order), rest[keys.nbytes + order.nbytes :])
    head = b"%s %d %d %d" % (head[0], made, len(keys), len(order))
    path.write_bytes(head.ljust(HEAD) + rest)


def a_folder(path):
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("damage", [cut, flip, empty, foreign, of_another_method, unfitting, a_folder])
def test_a_damaged_or_foreign_cache_is_made_anew_with_a_word_in_the_log(texts, tmp_path, caplog, damage):
    whole = find_passages(texts)
    caplog.set_level(logging.INFO, "newsarchive")
    find_passages(texts, cache=tmp_path)
    damage(tmp_path / FILE)
    assert find_passages(texts, cache=tmp_path) == whole
    assert {record.levelname for record in caplog.records if FILE in record.getMessage()} == {"INFO"}
    assert find_passages(texts, cache=tmp_path) == whole


def test_a_cache_that_cannot_be_written_is_done_without(texts, whole, tmp_path, caplog):
    caplog.set_level(logging.INFO, "newsarchive")
    (tmp_path / "file").write_text("no folder", "utf-8")
    assert find_passages(texts, cache=tmp_path / "file" / "cache") == whole
    assert "cannot be written" in caplog.text


def test_nothing_half_written_stays(texts, tmp_path):
    find_passages(texts, cache=tmp_path)
    before = {path.name: path.stat().st_mode & stat.S_IRUSR for path in tmp_path.iterdir()}
    find_passages(texts[:5], cache=tmp_path)
    assert {path.name: path.stat().st_mode & stat.S_IRUSR for path in tmp_path.iterdir()} == before


def test_two_articles_of_one_text_are_both_known(texts, tmp_path, article):
    double = [*texts, article("twin", *(block.text for block in texts[0].blocks))]
    find_passages(texts, cache=tmp_path)
    assert find_passages(double, cache=tmp_path) == find_passages(double)
    assert find_passages(double, cache=tmp_path / "new") == find_passages(double, cache=tmp_path / "new")
