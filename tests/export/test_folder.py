import pytest

from newsarchive.export.folder import write_together


def test_files_are_written_and_others_stay(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    write_together(tmp_path, [("a.json", b"[]\n"), ("b.json", b"{}\n")])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.json": b"[]\n",
        "b.json": b"{}\n",
        "mine.txt": b"mine",
    }


def test_a_missing_folder_is_made(tmp_path):
    write_together(tmp_path / "new", [("data/a.json", b"[]\n")])
    assert (tmp_path / "new" / "data" / "a.json").read_bytes() == b"[]\n"


@pytest.mark.parametrize("blocked", ["a.json", "b.json"])
def test_where_one_file_cannot_be_written_none_changes(tmp_path, blocked):
    write_together(tmp_path, [("a.json", b"old"), ("b.json", b"old")])
    (tmp_path / blocked).unlink()
    (tmp_path / blocked).mkdir()
    with pytest.raises(IsADirectoryError):
        write_together(tmp_path, [("a.json", b"new"), ("b.json", b"new")])
    kept = [path for path in tmp_path.iterdir() if path.is_file()]
    assert [path.read_bytes() for path in kept] == [b"old"]


def test_a_file_below_a_file_changes_nothing(tmp_path):
    write_together(tmp_path, [("a.json", b"old")])
    with pytest.raises(FileExistsError):
        write_together(tmp_path, [("b.json", b"new"), ("a.json/c.json", b"new")])
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert (tmp_path / "a.json").read_bytes() == b"old"
