import pytest

from newsarchive.reading.html.charset import page_text

RUSSIAN = "Паром снова вышел в море, и капитан сказал, что льда больше нет. " * 8
FRENCH = "Le bac a repris la mer après cinq jours de glace, a dit le maire, très étonné. " * 8


def page(declared, text):
    head = f'<meta charset="{declared}">' if declared else ""
    return f"<html><head>{head}<title>x</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r", "iso-8859-5", "cp866", "utf-16", "utf-8-sig"])
def test_a_page_is_read_in_the_encoding_that_it_states(charset):
    text = page(charset, RUSSIAN)
    assert page_text(text.encode(charset)) == text


@pytest.mark.parametrize("declared", ["windows-1251", "iso-8859-1", "utf-16", "nonsense", "", "rot13", "hex"])
def test_what_is_utf_8_is_read_so_whatever_the_page_says(declared):
    text = page(declared, RUSSIAN)
    assert page_text(text.encode()) == text


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "us-ascii", "nonsense", "hex", ""])
def test_a_wrong_encoding_is_found_out(declared):
    text = page(declared, RUSSIAN)
    assert page_text(text.encode("windows-1251")) == text


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "latin1"])
def test_western_letters_stay_as_they_are(declared):
    text = page(declared, FRENCH + "“so”")
    assert page_text(text.encode("windows-1252")) == text


def test_a_cut_off_end_and_a_broken_byte_are_forgiven():
    data = page("utf-8", RUSSIAN).encode()
    cut = data[: data.index("льда".encode()) + 3]
    assert page_text(cut).endswith("что л")
    middle = page("", RUSSIAN * 4).encode().replace(b"</p>", b"\xff</p>")
    assert page_text(middle).count("\ufffd") == 1


def test_nothing_is_too_strange():
    for data in (b"", b"\xff", b"\xff\xfe", bytes(range(256)) * 9, b'<meta charset="utf-8' * 99, b"<" * 9999):
        assert isinstance(page_text(data), str)
