"""Photo captions: a paragraph that closes with the photo's credit."""

import re
from dataclasses import dataclass

_CREDIT_LENGTH = 100
_AGENCY = r"(?:AP|AFP|Reuters|EPA|EPA-EFE|EFE|DPA|ANSA|TASS|Sputnik|Xinhua|Kyodo|UPI|ANP|Anadolu|AA|Getty(?: Images)?)"
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,160})[)\]]\.?\Z")
_PHOTO = re.compile(
    r"\b(?:photo|photograph|image|picture|foto|video|file photo)s?\s{0,2}(?:/|:|by\b|via\b|courtesy\b|credit\b)"
    r"|\bvia\s{1,2}\w[\w .&/-]{0,60}\Z"
    rf"|(?<!\w){_AGENCY}\s?/\s?\w|\w\s?/\s?{_AGENCY}(?!\w)"
    r"|\bhandout\b|\Agetty images\Z",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"(?<!\w)(?:Photo |Image |Picture )?Credits?:", re.IGNORECASE)
_PLAIN = re.compile(
    r"(?:(?<=[.!?”\"'’)\]\s])|\A)(?:Photo|Photograph|Picture|Image|Foto)s?(?::| by )"
    r"\s{0,2}(?P<inside>\w[^.!?:;]{1,80})\.?\Z"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """Who took a photo: `by` as the photo's brackets say it, `credit` as the words after `Credit:` say it, once."""

    by: str | None = None
    credit: str | None = None


def photo_credit(paragraph: str) -> Credit | None:
    """Return the credit that closes `paragraph`, or None where it is no photo caption; its end of 500 suffices.

    Read are, at the end only: `(AP Photo/Name)`, `(Name via AP)`, `(Name/Reuters)`, `Photo: Name`, `Photo by Name`, and
    `Credit: Name`, once or several times.
    """
    before, credit = _without_credits(paragraph.rstrip())
    brackets = _BRACKETS.search(before)
    if brackets and (credit or _PHOTO.search(brackets["inside"])):
        return Credit(_squeezed(brackets["inside"]), credit)
    if plain := _PLAIN.search(before):
        return Credit(_squeezed(plain["inside"]), credit)
    return Credit(None, credit) if credit else None


def _without_credits(tail: str) -> tuple[str, str | None]:
    labels = list(_CREDIT.finditer(tail))
    names: list[str] = []
    end = len(tail)
    for label in reversed(labels):
        name = tail[label.end() : end].strip()
        if not 0 < len(name) <= _CREDIT_LENGTH or name.endswith(("!", "?")):
            break
        names.insert(0, _squeezed(name))
        end = label.start()
    return tail[:end].rstrip(), "; ".join(dict.fromkeys(names)) or None


def _squeezed(words: str) -> str:
    return " ".join(words.split())
