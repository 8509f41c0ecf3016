"""Statements: the quotations of an article, with speaker and verb where the text says so.

Not all that stands between marks is a statement: a “colony” or “great plans” are words that the writer holds at arm's
length. A quotation is a statement where

- it is attributed (`…,” Ana Reyes said`, `Reyes told the board: “…`, `according to Reyes, “…`) and is whole (opens a
  sentence or stands after a comma or colon, begins with a capital and ends in a mark) or has four words or more;
- or it is whole, has five words or more, and nobody is named.

What is capitalised like a title (“The Long Way Home”) is none, unless it is whole.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newsarchive.annotate.rows import StatementRow, statements_of
from newsarchive.annotation import Statement
from newsarchive.article import Article, Block
from newsarchive.columns import row

_WORDS_ATTRIBUTED, _WORDS_ALONE = 4, 5
_NEAR = 160  # code points on either side of a quotation in which its speaker is looked for

# All that a mark may begin with stands first in one set: `re` passes over the rest of a text ten times faster so.
_MARK = re.compile(r"[“”„«»\"‘’'`](?:(?<=[“”„«»\"‘’])|(?<=')'?|(?<=`)`)")
_CLOSERS = {"“": ("”", '"'), "„": ("“", "”"), "«": ("»",), '"': ('"', "”"), "``": ("''", '"'), "‘": ("’",), "'": ("'",)}
_OPENERS = sorted({marks[0] for marks in _CLOSERS})
_SINGLE = frozenset("‘'")
_REOPENING = ("“", "„", "«", '"')

_VERB = (
    r"(?:said|says|say|told|tells|tell|asked|asks|added|adds|wrote|writes|tweeted|announced|stated|states|declared|"
    r"declares|replied|answered|responded|warned|warns|insisted|insists|argued|argues|claimed|claims|explained|explains|"
    r"recalled|recalls|noted|notes|shouted|cried|exclaimed|wondered|demanded|urged|testified|posted|concluded|continued|"
    r"complained|joked|acknowledged|admitted|alleged|asserted|commented|confirmed|contended|emphasi[sz]ed|stressed|"
    r"quipped|remarked|reiterated|predicted|pledged|promised|vowed|suggested|observed|whispered|yelled)"
)
_ADVERB = r"(?:(?:[a-z]+ly|then|also|later|once|has|had|have|would|later)\s){0,2}"
_NOT_NAME = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|June|July|August|September|October|"
    r"November|December)\b|(?:He|She|They|It|We|I|You|But|And|On|In|At|As|When|While|After|Before|If|So|Yet|For|That|"
    r"This|There|Then|Who|What|Why|Later|Earlier|Meanwhile|However|Still)\b)"
)
_CAPITAL = rf"{_NOT_NAME}[^\W\d_a-z][\w.’'-]{{0,40}}+"
_NAME = rf"{_CAPITAL}(?:\s(?:(?:of|de|van|von|bin|al|the|and)\s){{0,2}}{_CAPITAL}){{0,5}}"
_PLAIN = (
    r"(?:in|on|at|by|to|with|after|before|when|while|as|who|which|that|during|from|because|if|and|but|is|was|has|had)"
)
_LOWER = rf"\s(?!(?:{_PLAIN}|{_VERB})\b)[\w’'-]{{1,30}}+"
_NOUN = rf"(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir)(?:{_LOWER}){{1,6}}"
_SPEAKER = rf"(?P<speaker>{_NOUN}|{_NAME})"
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Ii]t|who)"

_AFTER = re.compile(
    rf"\s?,?\s*(?:{_SPEAKER}(?:\s?,\s[^,“”\"]{{1,80}}\s?,)?\s{{0,2}}{_ADVERB}(?P<verb>{_VERB})\b"
    rf"|(?P<verb_first>{_VERB}|according\sto)\s{_SPEAKER.replace('speaker', 'speaker_last')}"
    rf"|{_PRONOUN}\s{_ADVERB}(?P<verb_of_pronoun>{_VERB})\b)"
)
_VERB_AND_SPEAKER = {  # which groups they are, by the group that is the last of an alternative
    "verb": ("verb", "speaker"),
    "speaker_last": ("verb_first", "speaker_last"),
    "verb_of_pronoun": ("verb_of_pronoun", None),
}
_SAID = re.compile(rf"\b{_VERB}\b|\b[Aa]ccording\sto\b")
_SPEAKER_BEFORE = re.compile(rf"{_SPEAKER}(?:\s?,\s[^,“”\"]{{1,80}}\s?,)?\s{{0,2}}{_ADVERB}\Z")
_SOURCE_AFTER = re.compile(rf"\s{_SPEAKER}")
_BREAK = re.compile(r"[.;?!“”\"]\s")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_WHOLE_END = re.compile(r"[.,?!…—–-]\s*\Z")
_OPENS = re.compile(r"(?:\A|[.,:;?!…—–”\"’»)])\s*\Z")


class _Quotation(NamedTuple):
    """What stands between two marks (`start` to `end`), and where the marks themselves begin and end, code points."""

    opening: int
    start: int
    end: int
    closing: int


class _Attribution(NamedTuple):
    """The speaker's place in the text, if it names one, and the verb."""

    verb: str
    speaker: tuple[int, int] | None = None


def find_statements(article: Article) -> tuple[Statement, ...]:
    """Return the statements of `article` in the order of the text; what is quoted within one is part of it.

    A pronoun is no speaker: `she said` gives the verb alone. A quotation that a paragraph leaves open, and the next one
    opens again, is a statement in each.
    """
    return tuple(statements_of(article.id, statement_rows(article)))


def statement_rows(article: Article) -> list[StatementRow]:
    """Return what `find_statements` finds, as plain rows."""
    return [
        statement
        for block, following in pairwise((*article.blocks, None))
        if block and any(sign in block.text for sign in _OPENERS)
        for statement in _of_block(block, following)
    ]


def _of_block(block: Block, following: Block | None) -> Iterator[StatementRow]:
    text = block.text
    last: tuple[_Quotation, _Attribution] | None = None
    goes_on = following is not None and following.text.lstrip().startswith(_REOPENING)
    for quotation in _quotations(text, goes_on=goes_on):
        inherited = _inherited(text, quotation, last)
        attribution = _attribution(text, quotation) or inherited
        if inherited or _is_statement(text, quotation, attribution):
            yield _statement(block, quotation, attribution)
            last = (quotation, attribution) if attribution else None


def _statement(block: Block, quotation: _Quotation, attribution: _Attribution | None) -> StatementRow:
    verb, place = attribution or (None, None)
    _, start, end, _ = quotation
    speaker = block.text[slice(*place)] if place else None
    return block.id, start, end, block.text[start:end], speaker, verb, (block.id, *place) if place else None


def _quotations(text: str, *, goes_on: bool) -> Iterator[_Quotation]:
    """Yield what stands between marks, the outermost only; `goes_on` lets the last one stay open."""
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text):
        sign, (start, end) = mark[0], mark.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if opened and sign in _CLOSERS[opened[0]] and _closes(sign, opened[0], before, after):
            yield _between(text, *opened.span(), start, end)
            opened = None
        elif sign in _CLOSERS and _opens(sign, before, after) and _may_open(opened, sign):
            opened = mark
    if opened and goes_on and opened[0] not in _SINGLE:
        yield _between(text, *opened.span(), len(text), len(text))


def _may_open(opened: re.Match[str] | None, sign: str) -> bool:
    """Tell whether `sign` opens a quotation anew: none is open, or the one that is was never closed."""
    return opened is None or opened[0] in _SINGLE or opened[0] == sign


def _between(text: str, opening: int, start: int, end: int, closing: int) -> _Quotation:
    inner = text[start:end]
    return row(_Quotation, (opening, end - len(inner.lstrip()), start + len(inner.rstrip()), closing))


def _opens(sign: str, before: str, after: str) -> bool:
    """Tell whether a mark that could open does; `before` and `after` are the characters beside it, "" at an end."""
    if sign in "“„«":
        return True
    free = not before or before.isspace() or before in "([—–“‘/"
    return free and (not after.isspace() or sign not in _SINGLE) and after != ""


def _closes(sign: str, opener: str, before: str, after: str) -> bool:
    """Tell whether a mark that could close does: an apostrophe never, a single mark only after a comma or the like."""
    if opener == "``":
        return True
    if after.isalnum():
        return False
    if opener in _SINGLE:
        return before in ",.?!…"
    return sign != '"' or not before.isspace() or not after or after.isspace() or after in ",."


def _attribution(text: str, quotation: _Quotation) -> _Attribution | None:
    found = _AFTER.match(text, quotation.closing, quotation.closing + _NEAR)
    if found:
        verb, speaker = _VERB_AND_SPEAKER[found.lastgroup or ""]
        where = _trimmed(text, *found.span(speaker)) if speaker else None
        return row(_Attribution, (" ".join(found[verb].split()), where))
    return _attribution_before(text, quotation)


def _attribution_before(text: str, quotation: _Quotation) -> _Attribution | None:
    start = max(0, quotation.opening - _NEAR)
    said = [*_SAID.finditer(text, start, quotation.opening)][-1:]
    if not said or _BREAK.search(text, said[0].end(), quotation.opening):
        return None
    verb = said[0]
    if verb[0].lower().startswith("according"):
        source = _SOURCE_AFTER.match(text, verb.end(), quotation.opening)
        return _Attribution("according to", _trimmed(text, *source.span("speaker")) if source else None)
    speaker = _SPEAKER_BEFORE.search(text, max(start, verb.start() - _NEAR // 2), verb.start())
    return _Attribution(verb[0], _trimmed(text, *speaker.span("speaker")) if speaker else None)


def _inherited(text: str, quotation: _Quotation, last: tuple[_Quotation, _Attribution] | None) -> _Attribution | None:
    """Return the attribution of the statement before, where nothing else stands between: `“…,” he said. “…”`."""
    if last is None or quotation.opening - last[0].closing > _NEAR:
        return None
    between = text[last[0].closing : quotation.opening].strip()
    goes_on = between[-1:] == "," and _ends_in_mark(text, quotation)
    follows = between[-1:] == "." and between.count(".") == 1 and _is_whole(text, quotation)
    attributed = _AFTER.match(text, last[0].closing, quotation.opening) is not None
    return last[1] if attributed and (goes_on or follows) else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end].rstrip(" \t\n.,;:")
    return start, start + len(piece)


def _is_statement(text: str, quotation: _Quotation, attribution: _Attribution | None) -> bool:
    is_whole = _is_whole(text, quotation)
    if attribution and is_whole:
        return _WORD.search(text, quotation.start, quotation.end) is not None
    if not attribution and not is_whole:
        return False
    words = _WORD.findall(text, quotation.start, quotation.end)
    return len(words) >= _WORDS_ALONE if is_whole else len(words) >= _WORDS_ATTRIBUTED and not _is_title(words)


def _is_whole(text: str, quotation: _Quotation) -> bool:
    opens = _OPENS.search(text, max(0, quotation.opening - 3), quotation.opening) is not None
    capital = not text[quotation.start : quotation.start + 1].islower()
    return opens and capital and _ends_in_mark(text, quotation)


def _ends_in_mark(text: str, quotation: _Quotation) -> bool:
    return _WHOLE_END.search(text, max(quotation.start, quotation.end - 3), quotation.end) is not None


def _is_title(words: list[str]) -> bool:
    return sum(word[0].isupper() for word in words) * 3 >= len(words) * 2
