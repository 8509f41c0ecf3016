"""Notes: people's annotations, each anchored where the text has exactly the words that it quotes."""

from collections.abc import Iterator
from itertools import islice

from newsarchive.annotation import Note
from newsarchive.article import Article, QuotedNote, Span
from newsarchive.problem import Problem

_SHOWN = 3
_AROUND = 20
_MIN_LIKENESS = 60

# To compare is quadratic, so a contributor's slip in a long quote or article is looked for in this much of each.
_MAX_QUOTE = 400
_MAX_TEXT = 60_000
_MAX_PLACES = 1000


def find_notes(article: Article) -> tuple[tuple[Note, ...], list[Problem]]:
    """Return the notes of `article` in the order of the text, and a problem for each that has no one place.

    A quote stands in one block, letter by letter; of its prefix and suffix, the white space between does not count. A
    note never moves to words that are only like its quote: the problem shows these.
    """
    if not article.notes:
        return (), []
    order = {block.id: number for number, block in enumerate(article.blocks)}
    notes: list[Note] = []
    problems: list[Problem] = []
    for quoted in article.notes:
        spans = _anchors(article, quoted)
        if len(spans) == 1:
            notes.append(_note(article.id, spans[0], quoted))
        else:
            problems.append(_problem(article, quoted, spans))
    return tuple(sorted(notes, key=lambda one: (order[one.span.block], one.span.start, one.span.end))), problems


def _note(article: str, span: Span, quoted: QuotedNote) -> Note:
    return Note(article, span, quoted.quote, quoted.text, quoted.by, quoted.motive, quoted.date)


def _anchors(article: Article, quoted: QuotedNote) -> list[Span]:
    """Return where the quote stands between its prefix and its suffix; of too many places, all."""
    places = list(islice(_places(article, quoted.quote), _MAX_PLACES))
    return places if len(places) == _MAX_PLACES else [span for span in places if _is_between(article, span, quoted)]


def _is_between(article: Article, span: Span, quoted: QuotedNote) -> bool:
    text = article.block_by_id[span.block].text
    before = text[max(0, span.start - len(quoted.prefix) - _AROUND) : span.start]
    after = text[span.end : span.end + len(quoted.suffix) + _AROUND]
    return before.rstrip().endswith(quoted.prefix.rstrip()) and after.lstrip().startswith(quoted.suffix.lstrip())


def _places(article: Article, quote: str) -> Iterator[Span]:
    for block in article.blocks:
        start = block.text.find(quote) if quote else -1
        while start >= 0:
            yield Span(block.id, start, start + len(quote))
            start = block.text.find(quote, start + 1)


def _problem(article: Article, quoted: QuotedNote, spans: list[Span]) -> Problem:
    if spans:
        code, message = "note-quote-repeated", f"the article has the quote {_short(quoted.quote)} {len(spans)} times"
        hint = f"add a prefix or suffix that tells which is meant: {_shown(article, spans)}"
    elif places := list(islice(_places(article, quoted.quote), _MAX_PLACES)):
        code, message = "note-context-missing", f"the quote {_short(quoted.quote)} stands elsewhere than stated"
        hint = f"correct the prefix and the suffix; it stands in {_shown(article, places)}"
    else:
        code, message = "note-quote-missing", f"the article does not have the quote {_short(quoted.quote)}"
        near = _nearest(article, quoted.quote)
        hint = f"copy the words from the article; the nearest are {near}" if near else "copy the words from the article"
    return Problem(quoted.path, quoted.line, quoted.column, code, message, hint)


def _short(quote: str) -> str:
    words = " ".join(quote[: 3 * _AROUND + 1].split())
    return f"'{words}'" if len(quote) <= 3 * _AROUND else f"'{words[: 3 * _AROUND]}…'"


def _shown(article: Article, spans: list[Span]) -> str:
    shown = "; ".join(f"{span.block} '{_around(article, span)}'" for span in spans[:_SHOWN])
    return shown if len(spans) <= _SHOWN else f"{shown}; and {len(spans) - _SHOWN} more"


def _around(article: Article, span: Span) -> str:
    text = article.block_by_id[span.block].text
    is_short = span.end - span.start <= _AROUND
    end = min(len(text), span.end + _AROUND) if is_short else span.start + _AROUND
    words = _whole_words(text, max(0, span.start - _AROUND), end)
    return " ".join(words.split()) + ("" if is_short else " …")


def _nearest(article: Article, quote: str) -> str:
    """Return the stretches of the article that are most like `quote`, best first, in words."""
    from rapidfuzz import fuzz  # noqa: PLC0415  # 5 ms, for a quotation that is not to be found

    found: list[tuple[float, int, str]] = []
    left = _MAX_TEXT
    for number, block in enumerate(article.blocks):
        text = block.text[:left]
        left -= len(text)
        alike = fuzz.partial_ratio_alignment(quote[:_MAX_QUOTE], text, score_cutoff=_MIN_LIKENESS) if text else None
        if alike:
            words = _whole_words(text, alike.dest_start, alike.dest_end)
            found.append((-alike.score, number, f"{block.id} {_short(words)}"))
    return "; ".join(words for _, _, words in sorted(found)[:_SHOWN])


def _whole_words(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    while start > first and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < last and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return text[start:end]
