"""Photo captions: a paragraph that closes with the photo's credit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_CREDIT_LENGTH = 100
_PLAIN_WORDS = 2
_CLOSERS = frozenset(".!?…”\"'’)]")
_CUES = ("redit", "oto", "icture", "mage")
_BRACKET_ENDS = (")", "]", ").", "].")
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,160})[)\]]\.?\Z")
_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|EFE|DPA|dpa|ANSA|TASS|Sputnik|Xinhua|Kyodo|UPI|ANP|Anadolu|AA|Getty|Shutterstock"
    r"|[A-Z]{2,8}|\w{2,20}\s(?:Agency|Images|News|Photos?|Press))"
)
_PHOTO = re.compile(
    r"\b(?:[Pp]hoto(?:graph)?|PHOTO|[Ii]mage|[Pp]icture|[Ff]oto|[Vv]ideo)s?\s?(?:[/:]|by\b|via\b|courtesy\b|\Z)"
    rf"|\bvia\s{_AGENCY}(?!\w)"
    rf"|\w\s?/\s?{_AGENCY}(?!\w)|(?<!\w){_AGENCY}\s?/\s?\w"
    r"|\A(?:[Hh]andout\b|Getty Images)"
)
_CREDIT = re.compile(r"\b(?:Photo |Image |Picture )?[Cc]redits?:")
_PLAIN = re.compile(r"\b(?:Photo|Photograph|Picture|Image|Foto)s?(?::| by )\s?(?P<inside>\w[^.!?:;]{1,80})\.?\Z")


@dataclass(frozen=True, slots=True)
class Credit:
    """Who took a photo: `by` as the photo's brackets say it, `credit` as the words after `Credit:` say it, once."""

    by: str | None = None
    credit: str | None = None


def may_hold_credits(text: str, stretches: Iterable[tuple[int, int]]) -> bool:
    """Whether a stretch of `text` may close with a credit: in most texts is no label, and no bracket ends a stretch."""
    return _has_label(text) or any(text.endswith(_BRACKET_ENDS, start, end) for start, end in stretches)


def photo_credit(paragraph: str) -> Credit | None:
    """Return the credit that closes `paragraph`, or None where it is no photo caption; its last 500 letters suffice.

    Read are, at the end only: `(AP Photo/Name)`, `(Name via AP)`, `(Name/Reuters)`, `Photo: Name`, `Photo by Name`, and
    `Credit: Name`, once or several times. What follows a label has to look like names: capitals, or two words at most.
    """
    if not paragraph.endswith(_BRACKET_ENDS) and not _has_label(paragraph):
        return None
    before, credit = _without_credits(paragraph)
    brackets = _BRACKETS.search(before) if before.endswith(_BRACKET_ENDS) else None
    if brackets and (credit or _PHOTO.search(brackets["inside"])):
        return Credit(_squeezed(brackets["inside"]), credit)
    plain = _PLAIN.search(before)
    if plain and _looks_like_names(plain["inside"]) and _follows_sentence(before, plain.start()):
        return Credit(_squeezed(plain["inside"]), credit)
    return Credit(None, credit) if credit else None


def _has_label(paragraph: str) -> bool:
    """Whether the paragraph may hold a `Credit:` or a `Photo by`: most hold neither sign, which is quickly known."""
    return (":" in paragraph or " by " in paragraph) and any(map(paragraph.__contains__, _CUES))


def _without_credits(paragraph: str) -> tuple[str, str | None]:
    names: list[str] = []
    end = len(paragraph)
    for label in reversed(list(_CREDIT.finditer(paragraph))):
        name = paragraph[label.end() : end].strip()
        if not _looks_like_names(name) or not _follows_sentence(paragraph, label.start()):
            break
        names.insert(0, _squeezed(name))
        end = label.start()
    return paragraph[:end].rstrip(), "; ".join(dict.fromkeys(names)) or None


def _looks_like_names(words: str) -> bool:
    if not 0 < len(words) <= _CREDIT_LENGTH:
        return False
    several = words.split()
    return len(several) <= _PLAIN_WORDS or all(not word[0].islower() or len(word) <= len("von") for word in several)


def _follows_sentence(text: str, at: int) -> bool:
    """Whether what begins at `at` begins the text or follows a full stop, a closing mark or another credit."""
    before = text[:at].rstrip()
    return (
        not before or before[-1] in _CLOSERS or _CREDIT.search(before, max(0, len(before) - _CREDIT_LENGTH)) is not None
    )


def _squeezed(words: str) -> str:
    return " ".join(words.split())
