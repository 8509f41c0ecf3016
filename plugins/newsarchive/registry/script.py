"""Scripts and languages: ISO 15924 codes and the letters they stand for, and the form of BCP 47 tags."""

import re
import unicodedata

# The first words of the Unicode names of each script's letters.
_LETTERS: dict[str, tuple[str, ...]] = {
    "Adlm": ("ADLAM",),
    "Arab": ("ARABIC",),
    "Aran": ("ARABIC",),
    "Armn": ("ARMENIAN",),
    "Beng": ("BENGALI",),
    "Cans": ("CANADIAN SYLLABICS",),
    "Cher": ("CHEROKEE",),
    "Copt": ("COPTIC",),
    "Cyrl": ("CYRILLIC",),
    "Deva": ("DEVANAGARI",),
    "Ethi": ("ETHIOPIC",),
    "Geor": ("GEORGIAN",),
    "Grek": ("GREEK",),
    "Gujr": ("GUJARATI",),
    "Guru": ("GURMUKHI",),
    "Hang": ("HANGUL",),
    "Hani": ("CJK", "IDEOGRAPHIC"),
    "Hans": ("CJK", "IDEOGRAPHIC"),
    "Hant": ("CJK", "IDEOGRAPHIC"),
    "Hebr": ("HEBREW",),
    "Hira": ("HIRAGANA", "KATAKANA-HIRAGANA"),
    "Jpan": ("CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"),
    "Kana": ("KATAKANA", "KATAKANA-HIRAGANA"),
    "Khmr": ("KHMER",),
    "Knda": ("KANNADA",),
    "Kore": ("HANGUL", "CJK"),
    "Laoo": ("LAO",),
    "Latn": ("LATIN", "FEMININE ORDINAL", "MASCULINE ORDINAL"),
    "Mlym": ("MALAYALAM",),
    "Mong": ("MONGOLIAN",),
    "Mymr": ("MYANMAR",),
    "Nkoo": ("NKO",),
    "Orya": ("ORIYA",),
    "Sinh": ("SINHALA",),
    "Syrc": ("SYRIAC",),
    "Taml": ("TAMIL",),
    "Telu": ("TELUGU",),
    "Tfng": ("TIFINAGH",),
    "Thaa": ("THAANA",),
    "Thai": ("THAI",),
    "Tibt": ("TIBETAN",),
}
_ANY_SCRIPT = ("MODIFIER LETTER",)

# RFC 5646, section 2.1, without the tags that it keeps only for their age.
_TAG = re.compile(
    r"""(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})   # language
        (?:-(?P<script>[a-z]{4}))?
        (?:-(?:[a-z]{2}|\d{3}))?                      # region
        (?P<variants>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)
        (?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*             # extensions
        (?:-x(?:-[a-z\d]{1,8})+)?                     # private use""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def is_language_tag(text: str) -> bool:
    """Say whether `text` is a well-formed BCP 47 tag."""
    match = _TAG.fullmatch(text)
    variants = match["variants"].lower().split("-")[1:] if match else []
    return match is not None and len(variants) == len(set(variants))


def script_of_tag(tag: str) -> str | None:
    """Return the ISO 15924 code that a well-formed BCP 47 tag states, or None."""
    match = _TAG.fullmatch(tag)
    return match["script"].capitalize() if match and match["script"] else None


def wrong_letter(text: str, script: str) -> str | None:
    """Return the first letter of `text` that is not of `script`, an ISO 15924 code, or None.

    Of a script that is not listed here, only the letters of those that are can be wrong.
    """
    if script == "Latn" and text.isascii():  # as most names are
        return None
    return next((char for char in text if char.isalpha() and not _is_of(char, script)), None)


def script_of(text: str) -> str | None:
    """Return the ISO 15924 code of the one script that is listed here and has all letters of `text`, or None."""
    first = next(filter(str.isalpha, text), None)
    if first is None:
        return None
    if text.isascii():
        return "Latn"
    own = (script for script in _LETTERS if _is_of(first, script))
    return next((script for script in own if wrong_letter(text, script) is None), None)


def _is_of(letter: str, script: str) -> bool:
    name = unicodedata.name(letter, "")
    if name.startswith(_ANY_SCRIPT):
        return True
    if script in _LETTERS:
        return name.startswith(_LETTERS[script])
    return not any(name.startswith(starts) for starts in _LETTERS.values())
