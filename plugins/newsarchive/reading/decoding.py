"""Decoding: the bytes of a seed or sidecar become text, or the reason why they do not."""

import codecs
import re

from newsarchive.problem import Problem

# C0 but tab, line feed, vertical tab, form feed and carriage return; and delete. C1 is let through: texts once decoded
# wrongly hold it where a quotation mark stood, and they are readable all the same.
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f]")
_CONTROL_BYTES = bytes(code for code in range(0x80) if _CONTROL.match(chr(code)))
_LINE_END = re.compile(r"\r\n?|\n")
_OTHER_MARKS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}
_SAVE = "open it in an editor and save it with the encoding UTF-8"


def decoded(data: bytes, path: str) -> str | Problem:
    """Return `data` as text without its byte order mark, or what is wrong with it.

    It has to be UTF-8 and may hold no control characters of ASCII but tabs and line ends, which stay as they are.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, path)
    text = text.removeprefix("\ufeff")
    if len(data.translate(None, _CONTROL_BYTES)) == len(data):
        return text
    return _control_characters(text, path)


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """Return where `text[at]` stands as editors count: lines end at a line feed, a carriage return or both."""
    lines = _LINE_END.split(text[:at])
    return len(lines), len(lines[-1]) + 1


def _not_utf8(data: bytes, at: int, path: str) -> Problem:
    before = data[:at].decode("utf-8").removeprefix("\ufeff")
    line, column = line_and_column(before, len(before))
    encoding = _OTHER_MARKS.get(data[:2])
    found = f"it is {encoding}" if encoding else f"byte {at + 1} is 0x{data[at]:02X}"
    return Problem(path, line, column, "file-not-utf8", f"the file is not UTF-8: {found}", _SAVE)


def _control_characters(text: str, path: str) -> Problem:
    found = _CONTROL.findall(text)
    some = "1 control character" if len(found) == 1 else f"{len(found)} control characters"
    message = f"the file holds {some}, the first is U+{ord(found[0]):04X}"
    hint = "delete what an editor shows as boxes or nothing there, or copy the text again as plain text"
    return Problem(path, *line_and_column(text, text.index(found[0])), "file-control-characters", message, hint)
