"""Verbs: the verb groups of news English, and the words that stand for one, each with the time of which it speaks.

A group's kind is the name of the part of the expression that matched: `failed` (a plan known to be over), `was_to` (a
plan that may still be carried out), `refused`, `future`, `present`, `past`, and `headline` (`markets to stay closed`).
It is matched with the one character before it.
"""

import re
from bisect import bisect_left
from itertools import groupby
from operator import itemgetter

# The words and stems with which a verb group may begin; a word that ends with `ed` is one too. `re` passes over all
# others twice faster so, and over what is within words where it looks first for the character before a word.
_BEGINNINGS = (
    "should was were had will shall wo may might must ought I You you He he She she It it We we They they who that "
    "there is are am be being has have means deadline ready due scheduled slated poised about likely going bound "
    "obliged required set timed booked to upcoming forthcoming as starts opens ends kicks takes"
)
_STEMS = (
    "would could plan inten hop expect agree vow promis pledg want aim propos prepar threaten offer begin resume expire"
)
_ADVERB = r"(?:\s(?:\w+ly|not|n['’]t|also|only|then|still|now|soon|first|instead))?"
_PRONOUN = r"(?:I|[Yy]ou|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey|who|that|there)"
_MODAL = rf"(?:(?:will|shall|wo|would|may|might|could|must|should|ought\sto)\b|{_PRONOUN}['’]ll\b)"
_BE = rf"(?:(?:is|are|am|be|been|being|has|have)|{_PRONOUN}['’](?:s|re|m))"
_ARRANGED = r"(?:to|due|scheduled|expected|supposed|slated|planned|poised|going|meant|about|likely|set\s(?:to|for))"
_WILLING = (
    r"(?:plan(?:s|ned|ning)?|inten(?:ds?|ded|ding)|hop(?:es?|ed|ing)|expect(?:s|ed|ing)?|agree[sd]?|vow(?:s|ed)|"
    r"promis(?:es?|ed)|pledg(?:es?|ed)|wants?|means|aim(?:s|ed|ing)|propos(?:es?|ed|als?)|deadline|ready|due|scheduled|"
    r"slated|poised|prepar(?:es?|ed|ing)|about|likely|going|threaten(?:s|ed|ing)|offer(?:s|ed)?|bound|obliged|required|"
    r"plans|set)\sto"
)
_IRREGULAR = (
    r"(?:said|told|fell|rose|took|began|met|made|came|went|won|lost|held|gave|left|broke|fought|sold|bought|saw|found|got|"
    r"grew|hit|led|paid|ran|sent|shot|spoke|struck|wrote|became|brought|built|drew|drove|felt|kept|knew|sought|stood|"
    r"swore|thought|threw|wore|slid|sank|sprang|swept|tore|woke|wound|rode|shook|flew|fled|froze|hid|lay|laid|lent|meant|"
    r"quit|put|beat|cut|chose|caught|taught|stole|spent|shed|slept|rang|sang|drank|ate|dealt|dug|did|was|were|had|been|"
    r"heard|cost|hung|shrank|split|spread|shut|withdrew|withheld|underwent|undertook|overcame|overtook|upheld|forgot|"
    r"arose|rebuilt|stuck|swung|sped|burst|bid|let|lit|hurt|fed|bore|pled|wept|bred|clung|leapt|resold|outbid|foresaw|"
    r"born|taken|seen|given|known|written|shown|driven|fallen|risen|chosen|broken|spoken|begun|gone|done)"
)
_NOT_PAST = (
    r"(?!(?:need|indeed|hundred|speed|exceed|proceed|succeed|seed|feed|agreed\sto|scheduled|expected|planned|slated)\b)"
)


def _by_letter(words: list[str]) -> str:
    """Return an expression for what begins with any of `words`, which are sorted; a space is the end of a word."""
    if words[0] == "":
        return ""
    branches = [
        r"(?!\w)" if letter == " " else letter + _by_letter([word[1:] for word in same])
        for letter, same in groupby(words, itemgetter(0))
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


_WORDS = sorted({*(f"{word} " for word in (*_BEGINNINGS.split(), *_IRREGULAR[3:-1].split("|"))), *_STEMS.split()})
_MIDDLE = bisect_left(_WORDS, "n")
_BEGINNING = f"(?=[A-m]){_by_letter(_WORDS[:_MIDDLE])}|{_by_letter(_WORDS[_MIDDLE:])}"
VERB = re.compile(
    rf"[^a-z](?<!\w)(?={_BEGINNING}|[a-z]++(?<=ed))(?:"
    # what should or was to have been: a plan that the writer knows to be over
    r"(?P<failed>(?:should|would|was\sto|were\sto)" + _ADVERB + r"\shave(?:\sbeen)?\s[a-z]+"
    r"|had(?:\soriginally|\sfirst)?\sbeen\s(?:due|scheduled|expected|supposed|slated|planned|set)\b)"
    # what was to be: a plan that may still be carried out
    rf"|(?P<was_to>(?:was|were){_ADVERB}\s{_ARRANGED}(?:\sto)?(?:\sbe)?(?:\s[a-z]+)?)"
    # what news reports as refused, which needs no future
    r"|(?P<refused>(?:could|would)\s?(?:not|n['’]t)\s(?:immediately\s)?(?:be\s)?[a-z]+)"
    rf"|(?P<future>{_MODAL}{_ADVERB}(?:\sbe)?\s(?!have\b)[a-z]+"
    rf"|{_BE}{_ADVERB}(?:\sbeen)?\s{_ARRANGED}(?:\s(?:to|for))?(?:\sbe)?(?:\s(?!(?:in|on|by|at|from)\b)[a-z]+)?"
    rf"|{_WILLING}(?:\sbe)?\s[a-z]+"
    r"|to\sbe\s[a-z]+"
    r"|(?:due|scheduled|slated|planned|expected|set|timed|booked)\s(?:for|on|by|to\sbe)\b"
    r"|(?:scheduled|slated|upcoming|forthcoming|as\searly\sas|as\ssoon\sas)\b"
    r"|(?:is|are)\s(?:meeting|holding|voting|leaving|arriving|travell?ing|visiting|returning|opening|starting|"
    r"beginning|playing|hosting|coming|launching)\b"
    r"|(?:begins?|starts|opens|resumes?|expires?|ends|kicks\soff|takes\s(?:place|effect))\b)"
    rf"|(?P<present>(?:is|are){_ADVERB}(?:\s[a-z]+ed)?\b)"
    rf"|(?P<past>(?:has|have){_ADVERB}\s(?:been\s)?[a-z]{{2,}}(?:ed|en|n|t)\b|{_NOT_PAST}(?:{_IRREGULAR}|[a-z]{{2,}}ed)\b)"
    # a headline's future: `markets to stay closed`
    r"|(?P<headline>to\s(?!the\b|an?\b|his\b|her\b|its\b|their\b|this\b|that\b|these\b|those\b|our\b|my\b|some\b|all\b|"
    r"one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|[a-z]+ing\b)[a-z]+))"
)
