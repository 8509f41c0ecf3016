"""Sentences: where they begin and end in a stretch of running text, so that a mention can be shown in its own.

News English is the measure: abbreviations, initials and quotations that a speaker's name continues do not end one.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

# The mark's run starts after something else, so a text of nothing but full stops is read once and not once a stop. All
# the marks stand first in one set, then the kind of mark: `re` passes over what is no mark ten times faster so. The
# group is the end of the sentence; the space behind it, line breaks apart, belongs to none.
_END = re.compile(
    r"([.!?…։؟۔।。！？\n](?:"
    r"(?<=[.!?…])(?<![.!?…].)[.!?…]*+(?:[\"'”’»“)\]]| ?'')*+(?=\s|\Z)"
    r"|(?<=[։؟۔।])[\"'”’»“)\]]*+(?=\s|\Z)"
    r"|(?<=[。！？])[”’」』）]*+"
    r"|(?<=\n)[^\S\n]*+(?=\n)"
    r"))[^\S\n]*+"
)
_OPENING_MARKS = "\"'“‘«„(["
_OPENING = re.compile(rf"\s*+(?:[{re.escape(_OPENING_MARKS)}]|``)*+\s?")
_BEFORE = re.compile(r"[^\s\"'“”‘’«„(\[/–—-]*+\Z")
_INITIALS = re.compile(r"(?:[a-z]\.){1,5}[a-z]")
_WORD = re.compile(r"[^\W\d_]++")
_LONGEST = 16  # code points that are looked at before a full stop: longer than any abbreviation


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NEVER_LAST = _words(
    "adm brig capt cmdr col cpl dr fr gen gov hon lt maj messrs mlle mme mr mrs ms mt pres prof pvt rep reps rev sen "
    "sens sgt spc st supt ven vs viz cf eg ie"
)
_BEFORE_NUMBER = _words("jan feb mar apr jun jul aug sep sept oct nov dec no nos p pp vol art fig sec para")
_SOMETIMES_LAST = _words(
    "a.m p.m inc corp co cos ltd llc bros jr sr etc al dept univ assn ave blvd rd est approx e.g i.e ph.d u.s u.k u.n "
    "e.u d.c mass calif conn fla ill ind mich minn miss pa tenn tex va wash wis ariz ark colo del kan ky la md mo mont "
    "neb nev okla ore vt wyo ala ga ont que mon tue tues wed thu thur thurs fri sat sun"
)
_ABBREVIATIONS = _NEVER_LAST | _BEFORE_NUMBER | _SOMETIMES_LAST
_OPENERS = _words(
    "a about after all also although among an and another any as at because before both but by despite during each "
    "earlier even every few for four from he her his how however i if in instead it its last later many meanwhile more "
    "most my neither no not now of officials on once one only or other others our since so some still such than that "
    "the their then there these they this those though three through to two under until we what when where whether "
    "which while who why with yet you"
)
_SPEAKER = re.compile(
    r"(?:[^\W\d_a-z][\w.’'-]{0,40}\s(?:(?:of|de|van|von|bin|al)\s)?){1,5}(?:has\s|had\s|then\s|also\s)?"
    r"(?:said|says|asked|asks|told|tells|wrote|writes|added|adds|replied|shouted|cried|warned|wondered|exclaimed|"
    r"demanded|tweeted|recalled|continued|insisted|declared|answered|responded)\b"
)


@lru_cache(maxsize=1 << 17)  # the blocks of an archive of ten thousand articles, which many pages quote
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of `text` as (start, end) in code points, in order, trimmed of space.

    Closing quotation marks and brackets belong to the sentence that they close; a blank line ends a sentence. Every
    character that is no space lies in exactly one of them. The time is linear in the text's length.
    """
    spans = []
    start, length = 0, len(text)
    for mark in _END.finditer(text):
        stop, end = mark.span(1)
        if end == length or _is_plain(text, stop, end) or _ends(text, mark):
            spans.append((start, end))
            start = mark.end()
    if start < length:
        spans.append((start, length))
    if text[:1].isspace() or text[-1:].isspace() or "\n" in text:
        return tuple([span for one in spans if (span := _trimmed(text, *one))[0] < span[1]])
    return tuple(spans)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the (start, end) of the sentence, or run of sentences, of `text` that holds the span `start` to `end`.

    All are code points. Space at the ends of the span is held too; a span of nothing but space comes back as it is.
    """
    spans = sentences(text)
    first = bisect_right(spans, (start, len(text))) - 1
    if first >= 0 and start < end <= spans[first][1] and not text[start].isspace():
        return spans[first]  # as nearly all are
    if not text[start:end].strip():
        return start, end
    first = max(0, first)
    last = max(first, bisect_left(spans, (end, 0)) - 1)
    return min(start, spans[first][0]), max(end, spans[last][1])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())


def _is_plain(text: str, stop: int, end: int) -> bool:
    """Tell whether a mark is a full stop as most are: after a word that is no abbreviation, before a capital."""
    last = text[max(0, stop - _LONGEST) : end].rpartition(" ")[2]
    word = last[:-1]
    return (
        last[-1:] == "."
        and word.isalnum()
        and len(word) > 1
        and word.lower() not in _ABBREVIATIONS
        and text[end + 1 : end + 3].lstrip(_OPENING_MARKS)[:1].isupper()
    )


def _ends(text: str, mark: re.Match[str]) -> bool:
    """Tell whether the full stop, question mark or other mark that may end a sentence does end one."""
    signs = mark[1]
    if signs[0] not in ".!?…":
        return True
    place = _past_opening(text, mark.end(1))
    if text[place : place + 1].islower():
        return False
    if signs == ".":
        return not _abbreviates(text, mark.start(), place)
    asks_or_trails_off = signs.rstrip("\"'”’» ") != "." and signs[-1] in "\"'”’»"
    return not (asks_or_trails_off and _SPEAKER.match(text, place))


def _past_opening(text: str, end: int) -> int:
    """Return where the next word begins after the marks that end at `end` and are followed by a space."""
    if text[end + 1 : end + 2].isalnum():
        return end + 1
    opening = _OPENING.match(text, end)
    return opening.end() if opening else end


def _abbreviates(text: str, stop: int, following: int) -> bool:
    """Tell whether the full stop at `stop` abbreviates the word before it, given what begins at `following`."""
    word = "".join(_BEFORE.findall(text[max(0, stop - _LONGEST) : stop].rpartition(" ")[2])).lower()
    if word in _NEVER_LAST:
        return True
    if word in _BEFORE_NUMBER:
        return text[following : following + 1].isdigit()
    initial = len(word) == 1 and text[stop - 1].isupper()
    if initial or word in _SOMETIMES_LAST or _INITIALS.fullmatch(word):
        opener = _WORD.match(text, following)
        return opener is not None and opener.group().lower() not in _OPENERS
    return False
