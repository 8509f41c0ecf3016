"""The store: what it gives back, and what it never trusts."""

import pytest

from newsarchive.store import INDEX, MOST_BINS, Place, new_bin, open_store, temporary_store


def kept(folder, values, method="one"):
    """Keep `values` by their keys, in one bin."""
    with new_bin(folder) as made:
        places = {key: made.add(value) for key, value in values.items()}
    open_store(folder, method).keep(places)
    return places


def test_the_next_build_finds_what_was_kept(tmp_path):
    kept(tmp_path, {b"a": b"first", b"b": b"second"})
    store = open_store(tmp_path, "one")
    assert store.get(b"a") == b"first"
    assert store.get(b"b") == b"second"
    assert store.get(b"c") is None
    assert b"a" in store
    assert b"c" not in store


def test_another_method_finds_nothing(tmp_path):
    kept(tmp_path, {b"a": b"first"})
    assert open_store(tmp_path, "two").get(b"a") is None


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\0" * 100])
def test_a_damaged_index_is_no_index(tmp_path, content):
    kept(tmp_path, {b"a": b"first"})
    (tmp_path / INDEX).write_bytes(content)
    assert open_store(tmp_path, "one").get(b"a") is None


@pytest.mark.parametrize("damage", [lambda content: content[:-3], lambda content: content[:2] + b"X" + content[3:]])
def test_a_damaged_value_is_no_value(tmp_path, damage):
    kept(tmp_path, {b"a": b"first", b"b": b"second"})
    (path,) = tmp_path.glob("*.bin")
    path.write_bytes(damage(path.read_bytes()))
    store = open_store(tmp_path, "one")
    assert None in {store.get(b"a"), store.get(b"b")}


def test_a_bin_that_is_gone_holds_nothing(tmp_path):
    kept(tmp_path, {b"a": b"first"})
    (path,) = tmp_path.glob("*.bin")
    path.unlink()
    assert open_store(tmp_path, "one").get(b"a") is None


def test_a_bin_that_is_hardly_used_goes(tmp_path):
    places = kept(tmp_path, {b"a": b"first" * 10, b"b": b"second"})
    open_store(tmp_path, "one").keep({b"b": places[b"b"]})
    assert open_store(tmp_path, "one").get(b"b") is None
    assert not list(tmp_path.glob("*.bin"))


def test_of_many_bins_the_largest_stay(tmp_path):
    places = {}
    for number in range(MOST_BINS + 2):
        with new_bin(tmp_path) as made:
            places[bytes([number])] = made.add(b"x" * (number + 1))
    open_store(tmp_path, "one").keep(places)
    store = open_store(tmp_path, "one")
    assert [store.get(bytes([number])) is not None for number in range(4)] == [False, False, True, True]


def test_a_bin_that_an_error_leaves_is_removed(tmp_path):
    def fail():
        with new_bin(tmp_path) as made:
            made.add(b"some")
            message = "halfway"
            raise ValueError(message)

    with pytest.raises(ValueError, match="halfway"):
        fail()
    assert not list(tmp_path.iterdir())


def test_a_bin_is_read_while_it_is_written(tmp_path):
    store = open_store(tmp_path, "one")
    with new_bin(tmp_path) as made:
        for value in (b"first", b"second"):
            place = made.add(value)
            assert store.value(place) is None
            made.show()
            assert store.value(place) == value


def test_what_was_read_once_can_be_read_again_when_its_bin_is_gone(tmp_path):
    store = open_store(tmp_path, "one")
    with new_bin(tmp_path) as made:
        first = made.add(b"first")
        made.show()
        assert store.unchecked(first) == b"first"
        second = made.add(b"second")
        (tmp_path / made.name).unlink()
    assert store.unchecked(first) == b"first"
    with pytest.raises(LookupError):
        store.unchecked(second)
    assert store.unchecked(first) == b"first"


def test_a_place_beyond_its_bin_holds_nothing(tmp_path):
    (place,) = kept(tmp_path, {b"a": b"first"}).values()
    assert open_store(tmp_path, "one").value(Place(place.bin, 3, 400, place.checksum)) is None


def test_a_folder_that_cannot_be_written_keeps_nothing_and_raises_nothing(tmp_path):
    places = kept(tmp_path, {b"a": b"first"})
    store = open_store(tmp_path / "deep" / "cache", "one")
    (tmp_path / "deep" / "cache").rmdir()
    store.keep(places)
    assert not (tmp_path / "deep" / "cache").exists()


def test_a_temporary_store_goes_with_its_user():
    store = temporary_store()
    with new_bin(store.folder) as made:
        place = made.add(b"some")
    assert store.value(place) == b"some"
    folder = store.folder
    del store
    assert not folder.exists()
