"""Why a mention leads to its entity, in words."""

from newsarchive.annotation import Resolution

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


def reason(resolution: str, cue: str | None) -> str:
    """Return, in words, why a mention leads to its entity and to no other; `cue` are the words that decided, if any."""
    words = _WORDS[Resolution(resolution)]
    return f"{words}: “{cue}”" if cue else words


def remark(resolution: str, cue: str | None) -> str | None:
    """Return the reason as short as it stands beneath a sentence; None where it goes without saying.

    It does where no other entity bears the name.
    """
    words = _REMARKS.get(Resolution(resolution))
    return f"{words} “{cue}”" if words and cue else words
