"""Languages and scripts in English words."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError

_ENGLISH = Locale("en")
_UNDETERMINED = "und"  # Babel takes it for the likeliest language of all


@lru_cache(maxsize=1024)
def language_words(tag: str) -> str:
    """Return a BCP 47 language tag in words: `az` is `Azerbaijani`; a tag that CLDR does not know stays as it is."""
    if tag.partition("-")[0].lower() == _UNDETERMINED:
        return str(_ENGLISH.languages[_UNDETERMINED])
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (UnknownLocaleError, ValueError):
        return str(_ENGLISH.languages.get(tag.split("-", maxsplit=1)[0], tag))


def script_words(code: str) -> str:
    """Return an ISO 15924 script code in words: `Armn` is `Armenian`; a code that CLDR does not know stays as it is."""
    return str(_ENGLISH.scripts.get(code, code))
