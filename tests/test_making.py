"""Making: each whole and each part is made once, and what the store has is not made."""

import time

import pytest

from newsarchive.making import making
from newsarchive.parts import Part, Whole
from newsarchive.store import open_store


def part(name, content=None):
    return Part(name.encode(), (content or name).encode)


def whole(name, *parts):
    return Whole(name.encode(), lambda: parts, b" ".join)


def never(*_):
    pytest.fail("what the store has was made")


def finished(folder, *wholes, common=b"", workers=1):
    """Make wholes with what was kept in `folder`, keep what they came to, and return their contents."""
    store = open_store(folder, "one")
    made = list(making(wholes, store, common, workers).each())
    store.keep({key: place for one in made for key, place in one.places.items()})
    return [one.content for one in made]


@pytest.mark.parametrize("workers", [1, 3])
def test_wholes_and_their_parts_come_in_their_order(tmp_path, workers):
    wholes = [whole(f"whole {at}", *(part(f"{at}.{number}") for number in range(5))) for at in range(7)]
    contents = finished(tmp_path, *wholes, workers=workers)
    assert contents == [b" ".join([b"%d.%d" % (at, number) for number in range(5)]) for at in range(7)]
    assert len(open_store(tmp_path, "one").places) == 7 * 6


def test_what_the_store_has_is_not_made(tmp_path):
    finished(tmp_path, whole("w", part("a"), part("b")))
    parts = (Part(b"a", never), Part(b"b", never))
    assert finished(tmp_path, Whole(b"w", lambda: parts, never)) == [b"a b"]
    assert finished(tmp_path, whole("w", parts[0], part("c"), parts[1])) == [b"a c b"]
    assert finished(tmp_path, whole("v", *parts)) == [b"a b"]


def test_parts_stay_in_the_store_when_most_wholes_have_changed(tmp_path):
    for name in "uvw":
        finished(tmp_path, whole(name, part("a", "a" * 10_000), part(name)))
    assert finished(tmp_path, whole("x", Part(b"a", never))) == [b"a" * 10_000]


def test_another_common_ground_makes_all_anew(tmp_path):
    finished(tmp_path, whole("w", part("a")), common=b"old")
    assert finished(tmp_path, whole("w", part("a", "new")), common=b"new") == [b"new"]


def test_what_is_damaged_is_made_anew(tmp_path):
    finished(tmp_path, whole("w", part("a", "first")))
    for path in tmp_path.glob("*.bin"):
        path.write_bytes(b"xxxxx")
    assert finished(tmp_path, whole("w", part("a", "second"))) == [b"second"]


def test_a_damaged_part_is_made_anew(tmp_path):
    finished(tmp_path, whole("w", part("a", "first")))
    for path in tmp_path.glob("*.bin"):
        path.write_bytes(b"xxxxx")
    assert finished(tmp_path, whole("v", part("a", "again"))) == [b"again"]


def test_nothing_at_all_is_nothing(tmp_path):
    assert finished(tmp_path) == []
    assert not open_store(tmp_path, "one").places


def test_one_whole_does_not_wait_for_the_next(tmp_path):
    wholes = whole("w", part("a")), Whole(b"v", tuple, lambda _: time.sleep(60))
    begun = making(wholes, open_store(tmp_path, "one"), b"", 2)
    assert next(begun.each()).content == b"a"
    begun.stop()


def test_work_that_nobody_waits_for_can_be_ended(tmp_path):
    begun = making([whole(str(at), part("a")) for at in range(3)], open_store(tmp_path, "one"), b"", workers=3)
    begun.stop()
    begun.stop()
    assert finished(tmp_path, whole("w", part("a")), whole("v"), workers=3) == [b"a", b""]
