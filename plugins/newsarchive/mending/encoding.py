"""Encoding: bytes of a text file become UTF-8 with plain line ends, where there is no doubt about what they say."""

import codecs
import re

_LINE_END = re.compile(r"\r\n?")

# The mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# DOS closed its text files with U+001A, and some programs fill their last page with zeros. Further up a control
# character may stand for a letter or a mark that was lost, and only a person can say which.
_JUNK_AT_END = "\x1a\0"


def mended_text(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Return the text of `data` as it should be and what was done to it, or None where its encoding is not certain.

    Certain are UTF-8, and UTF-16 or UTF-32 with a byte order mark. A code page of Windows never is: what is one letter
    in the one is another letter in the next.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "UTF-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    plain, done = _plain(text)
    return plain, done if encoding == "UTF-8" else (f"its encoding {encoding} changed to UTF-8", *done)


def _plain(text: str) -> tuple[str, tuple[str, ...]]:
    steps = (
        ("its byte order mark removed", lambda text: text.removeprefix("\ufeff")),
        ("control characters removed from its end", lambda text: text.rstrip(_JUNK_AT_END)),
        ("its line ends changed to those of Unix", lambda text: _LINE_END.sub("\n", text)),
    )
    done = []
    for words, step in steps:
        changed = step(text)
        if changed != text:
            done.append(words)
        text = changed
    return text, tuple(done)
