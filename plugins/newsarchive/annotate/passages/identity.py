"""Identity: the id of a passage, which hangs on its words alone."""

import hashlib
import re
import unicodedata

ID_DIGITS = 12
"""Hexadecimal digits of a passage's id: 48 bits, so that among a million passages a chance collision is unlikely."""

_SILENT = re.compile("['’ʼ＇\u00ad\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u200b-\u200d]+")
_LETTERS = re.compile(r"[^\W_]+")


def text_id(text: str) -> str:
    """Return the id of a text: the first digits of the SHA-256 of its normalised words."""
    return digits(normalised(text))


def digits(text: str) -> str:
    """Return the first digits of the SHA-256 of `text`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]


def normalised(text: str) -> str:
    """Return the words of a text as they are compared: lower case, no accents, one space between."""
    return " ".join(_LETTERS.findall(_SILENT.sub("", unicodedata.normalize("NFKD", text.casefold()))))
