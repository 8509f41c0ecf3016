"""Surnames: whether what stands before a surname makes it somebody else's."""

import re

# The word before, with the full stop of an abbreviation or an initial.
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'-]{0,39})(\.?) $")
_WINDOW = 42

_TITLES = frozenset(
    """adm admiral ambassador archbishop attorney ayatollah baron bishop brother capt cardinal cdr chairman
    chairwoman chancellor chief cmdr coach col colonel commander commissioner comrade congressman congresswoman
    count countess cpl dame detective director doctor dr duchess duke emperor envoy father fr gen general gov
    governor hon imam inspector judge justice king lady leader lieutenant lord lt madame maj major marshal mayor
    minister miss mister monsieur mother mr mrs ms mullah mx officer pope premier pres president prime prince
    princess principal prof professor queen rabbi rector rep representative rev reverend saint secretary sen
    senator sergeant sgt sheikh sheriff sir sister speaker spokesman spokesperson spokeswoman sr sultan treasurer
    vice st""".split()  # noqa: SIM905  # a list for people to read
)

# Words that begin an English sentence or clause, or stand before a name in a headline, and are no given names.
_ORDINARY = frozenset(
    """a about after afterward afterwards again against all also although among an and another anti as asked at away
    back because before besides both but by can could despite did do does during each earlier either elsewhere even ever
    every except following for former formerly from had has have he her here his how however if in including indeed
    instead into is it its just last late later like many maybe meanwhile more moreover most much neither never
    nevertheless new next no nonetheless nor not now of off often on once one only or other others our out outside over
    perhaps per pro quoting said says shall she should similarly since so some soon still such than that the their them
    then there thereafter therefore these they this those though through throughout thus till to told under unlike until
    upon versus via was we were what when where whereas whether which while who whom whose why will with within without
    would yet you
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun""".split()  # noqa: SIM905  # a list for people to read
)


def follows_a_given_name(text: str, start: int) -> bool:
    """Say whether the word before `start` in `text` looks like a given name: capitalised, no title, no ordinary word.

    `text` is as `spelled` returns it: all white space is single spaces. The days of the week and their misspellings end
    in `day`, and English adverbs in `ly`.
    """
    before = text[max(0, start - _WINDOW) : start]
    last = before[:-1].rpartition(" ")[2]
    if last.islower():  # as most words are
        return False
    match = _WORD_BEFORE.search(before, len(before) - len(last) - 1)
    if match is None:
        return False
    word, is_abbreviated = match[1], bool(match[2])
    lower = word.lower()
    if not word[0].isupper() or lower.endswith("'s") or _is_title(lower):
        return False
    if is_abbreviated:
        return len(word) == 1
    return lower not in _ORDINARY and not lower.endswith(("day", "ly"))


def _is_title(word: str) -> bool:
    singular = word[:-3] + "man" if word.endswith("men") else word.removesuffix("s")
    return word in _TITLES or singular in _TITLES
