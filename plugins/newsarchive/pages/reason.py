"""Why a mention leads to its entity, in words."""

from newsarchive.annotation import Mention, Resolution

_WORDS = {
    Resolution.ONLY: "no other entity bears the name",
    Resolution.CONTEXT: "several bear the name, and the words around decide",
    Resolution.DEFAULT: "several bear the name, and the registry states this one as the default",
    Resolution.SURNAME: "a surname, after the full name stood in the same article",
}


def reason(mention: Mention) -> str:
    """Return, in words, why `mention` leads to its entity and to no other."""
    words = _WORDS[mention.resolution]
    return f"{words}: “{mention.cue}”" if mention.cue else words


def is_plain(mention: Mention) -> bool:
    """Tell whether the reason goes without saying: the name is only this entity's."""
    return mention.resolution == Resolution.ONLY
