"""Terms: the words that search compares, the same in Python and in the reader's browser (search.js)."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a plain letter and a mark; search.js reads this table from the index.
PLAIN_LETTERS = {
    "ı": "i", "ə": "e", "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "ŋ": "n", "ς": "σ",
}  # fmt: skip
_PLAIN = str.maketrans(PLAIN_LETTERS)
_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Return `text` in lower case without diacritics: `Ağdam` and `AGDAM` become `agdam`."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn").lower().translate(_PLAIN)


@lru_cache(maxsize=1 << 18)
def terms_of_word(word: str) -> tuple[str, ...]:
    """Return the terms of `word`, which holds no space: mostly one, none where it has no letter and no digit."""
    return tuple(_WORD.findall(folded(word)))


def terms(text: str) -> set[str]:
    """Return the folded words of `text`, a word being a run of letters and digits."""
    return {term for word in set(text.split()) for term in terms_of_word(word)}
