"""Charset: the bytes of a saved page become text, also where the page says the wrong thing of them."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s{0,4}=\s{0,4}[\"']?\s{0,4}([\w.:-]{2,40})", re.IGNORECASE
)
_MARKUP = re.compile(rb"<(?:script|style)\b.*?(?:</(?:script|style)|\Z)|<[^>]*>", re.DOTALL | re.IGNORECASE)
_RUN = re.compile("[À-ÖØ-öø-ÿ]{4,}")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 200_000
_BROKEN = 0.001
# WHATWG's Encoding Standard, section 4.2: what a page calls by these names is windows-1252 to every browser.
_WESTERN = frozenset({"ascii", "iso8859-1", "cp1252"})


def page_text(data: bytes) -> str:
    """Return the text of a page without its byte order mark, line ends as they are.

    A byte order mark tells its encoding; else what is UTF-8 is read as that, whatever the page says. Else it is read
    as the page says, unless that cannot be or gives words of nothing but accents, as Cyrillic read as Western does:
    then the letters tell (charset-normalizer). A broken end, and one broken byte in a thousand, is forgiven.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    whole = _utf8(data)
    if whole is not None:
        return whole
    declared = _declared(data)
    if declared is None or declared == "utf-8":
        return _guessed(data)
    text = data.decode("cp1252" if declared in _WESTERN else declared, errors="replace")
    return _guessed(data) if _is_garbled(text) else text


def _utf8(data: bytes) -> str | None:
    text = codecs.getincrementaldecoder("utf-8")(errors="replace").decode(data)
    return text if text.count("\ufffd") <= _BROKEN * _high_bytes(data) else None


def _high_bytes(data: bytes) -> int:
    return len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))


def _declared(data: bytes) -> str | None:
    """Return Python's name of the encoding that the page says it has; None where it says none that there is."""
    found = _DECLARED.search(data[:_HEAD])
    try:
        info = codecs.lookup(found[1].decode("ascii")) if found else None
    except (LookupError, UnicodeDecodeError):
        return None
    # A page that says UTF-16 in letters of one byte is not; and `lookup` also knows encodings that are none of text.
    return info.name if info and info._is_text_encoding and not info.name.startswith("utf-16") else None  # noqa: SLF001


def _is_garbled(text: str) -> bool:
    sample = text[:_SAMPLE]
    if sample.count("\ufffd") > _BROKEN * len(sample):
        return True
    accents = sum(len(run) for run in _RUN.findall(sample))
    high = sum(1 for letter in sample if letter >= "\x80" and _LETTER.match(letter))
    return high > 0 and accents * 2 > high


def _guessed(data: bytes) -> str:
    """Return the text as the letters outside the markup make most sense."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  # only a page that states no true encoding pays for it

    best = from_bytes(_MARKUP.sub(b" ", data[:_SAMPLE])).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")
