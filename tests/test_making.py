"""Making: each part is made once, and what the store has is not made."""

import pytest

from newsarchive import making as making_module
from newsarchive.making import making
from newsarchive.parts import Part
from newsarchive.store import open_store


def part(name, content=None):
    return Part(name.encode(), (content or name).encode)


def never():
    pytest.fail("a part was made that the store has")


@pytest.mark.parametrize("workers", [1, 3])
def test_parts_come_in_their_order(tmp_path, workers, monkeypatch):
    monkeypatch.setattr(making_module, "BATCH", 2)
    names = [f"part {number}" for number in range(25)]
    made = making([part(name) for name in names], open_store(tmp_path, "one"), b"", workers).finished()
    assert [content.decode() for content in made.contents] == names
    assert len(made.places) == 25


def test_what_the_store_has_is_not_made(tmp_path):
    store = open_store(tmp_path, "one")
    store.keep(making([part("a"), part("b")], store, b"").finished().places)
    store = open_store(tmp_path, "one")
    made = making([Part(b"a", never), part("c"), Part(b"b", never)], store, b"").finished()
    assert made.contents == (b"a", b"c", b"b")
    assert len(made.places) == 3


def test_another_common_ground_makes_every_part_anew(tmp_path):
    store = open_store(tmp_path, "one")
    store.keep(making([part("a")], store, b"old").finished().places)
    assert making([part("a", "new")], open_store(tmp_path, "one"), b"new").finished().contents == (b"new",)


def test_what_is_damaged_is_made_anew(tmp_path):
    store = open_store(tmp_path, "one")
    store.keep(making([part("a", "first")], store, b"").finished().places)
    (path,) = tmp_path.glob("*.bin")
    path.write_bytes(b"xxxxx")
    assert making([part("a", "second")], open_store(tmp_path, "one"), b"").finished().contents == (b"second",)


def test_no_part_at_all_is_nothing(tmp_path):
    made = making([], open_store(tmp_path, "one"), b"").finished()
    assert (made.contents, made.places) == ((), {})
