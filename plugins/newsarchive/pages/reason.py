"""Why a mention leads to its entity, in words."""

from newsarchive.annotation import Mention, Resolution

_WORDS = {
    Resolution.ONLY: "no other entity bears the name",
    Resolution.CONTEXT: "several bear the name, and the words around decide",
    Resolution.DEFAULT: "several bear the name, and the registry states this one as the default",
    Resolution.SURNAME: "a surname, after the full name stood in the same article",
}

_REMARKS = {
    Resolution.CONTEXT: "by the words around:",
    Resolution.DEFAULT: "by default",
    Resolution.SURNAME: "surname",
}


def reason(mention: Mention) -> str:
    """Return, in words, why `mention` leads to its entity and to no other."""
    words = _WORDS[mention.resolution]
    return f"{words}: “{mention.cue}”" if mention.cue else words


def remark(mention: Mention) -> str | None:
    """Return the reason as short as it stands beneath a sentence; None where it goes without saying.

    It does where no other entity bears the name.
    """
    words = _REMARKS.get(mention.resolution)
    return f"{words} “{mention.cue}”" if words and mention.cue else words
