"""The margin beside a block of an article: the notes on it, and where else the passages that begin in it stand."""

from collections.abc import Sequence

from newsarchive.annotation import DivergenceKind, Note
from newsarchive.article import Article
from newsarchive.pages.anchors import pilcrow
from newsarchive.pages.block_view import shortened
from newsarchive.pages.comparison import pieces_html
from newsarchive.pages.date_words import date_words
from newsarchive.pages.elsewhere import Difference, Elsewhere, Others
from newsarchive.pages.note_text import note_html
from newsarchive.pages.overlay import escaped, quoted
from newsarchive.pages.phrases import Phrases

_READING = 80  # code points of a difference


def margin_html(phrases: Phrases, article: Article, notes: Sequence[Note], others: Sequence[Others]) -> str:
    """Return the margin of one block, or "" where nothing is to be said."""
    if not notes and not others:
        return ""
    said = [_note(note, number) for number, note in enumerate(notes, start=1)]
    said += [_others(phrases, article, one) for one in others]
    return "\n".join(['\n<div class="na-margin">', *said, "</div>"])


def _note(note: Note, number: int) -> str:
    day = f", {date_words(note.date)}" if note.date else ""
    return (
        f'<div class="na-note" id="{note.span.block}-note-{number}"><q>{escaped(note.quote)}</q>\n'
        f'<div dir="auto">{note_html(note.text)}</div>\n'
        f'<span class="na-from">{escaped(note.motive)}, <bdi>{escaped(note.by)}</bdi>{day}</span></div>'
    )


def _others(phrases: Phrases, article: Article, others: Others) -> str:
    folds = [_also(phrases, article, one) for one in others.shown]
    if others.more:
        words = f"and in {others.more} more" if folds else f"also in {others.more} more places"
        folds.append(f'<p class="na-more"><a href="{_passage(phrases, others.passage.id)}">{words}</a></p>')
    return "\n".join(folds)


def _passage(phrases: Phrases, passage: str) -> str:
    return quoted(phrases.here.link(f"passages/{passage}/"))


def _also(phrases: Phrases, article: Article, other: Elsewhere) -> str:
    """Return another witness of a passage, folded."""
    place, inner = pilcrow(other.anchor), other.article.id == article.id
    where = f"this article, {place}" if inner else f"{phrases.title(other.article)}, {date_words(other.article.date)}"
    foreign = phrases.here.foreign(other.article.language)
    language = f' lang="{quoted(foreign)}"' if foreign else ""
    href = f"#{other.anchor}" if inner else quoted(phrases.here.link(other.article.address, other.anchor))
    side = f' · <a href="{_beside(phrases, article, other)}">side by side</a>' if other.compare else ""
    return (
        f"<details><summary>also in {where}</summary><p{language}>{pieces_html(other.pieces)}</p>{_told(other)}"
        f'<p><a href="{href}">{place} there</a> · <a href="{_passage(phrases, other.passage.id)}">all witnesses</a>'
        f"{side}</p></details>"
    )


def _beside(phrases: Phrases, article: Article, other: Elsewhere) -> str:
    side = "a" if article.id < other.article.id else "b"
    return quoted(phrases.here.link(other.compare or "", f"{side}-{other.block}"))


def _told(other: Elsewhere) -> str:
    """Return the divergences between the two witnesses, by their kinds."""
    if other.differences:
        return f"<ul>{''.join([f'<li>{_difference(one)}</li>' for one in other.differences])}</ul>"
    return "<p>word for word</p>" if other.verbatim else ""


def _difference(one: Difference) -> str:
    if one.kind == DivergenceKind.ORDER:
        return f"{one.kind}: “{escaped(shortened(one.ours, _READING))}”, in another place"
    return f"{one.kind}: {_reading('here', one.ours)}, {_reading('there', one.theirs)}"


def _reading(where: str, text: str) -> str:
    return f"{where} “{escaped(shortened(text, _READING))}”" if text else f"nothing {where}"
