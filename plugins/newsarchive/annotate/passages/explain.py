"""Explain: the passages of two articles, or of one block, laid open word by word for a terminal.

`explain_pair` and `explain_block` yield lines of `rich.text.Text`. Words that only the first place has stand as
`[-red-]`, words that only the other has as `{+green+}`, so that the lines tell the same without colour.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.text import Text

from newsarchive.annotate.passages.alignment import Run, RunKind, align_witnesses
from newsarchive.annotate.passages.record import KIND
from newsarchive.annotation import Divergence, Passage, Suppressed, Witness
from newsarchive.article import Article, Span
from newsarchive.problem import printable

_HEADING, _GONE, _NEW, _ASIDE = "bold", "red", "green", "dim"


def explain_pair(
    one: Article, two: Article, passages: Iterable[Passage], suppressed: Iterable[Suppressed]
) -> Iterator[Text]:
    """Yield each passage that two articles share, its alignment and divergences, and what was set apart, with why."""
    number = 0
    for passage in passages:
        pairs = [(left, right) for left, right in _pairs(passage) if (left.article, right.article) == (one.id, two.id)]
        if pairs:
            number += 1
            yield from _heading(passage, number)
            for left, right in pairs:
                yield from _aligned(one, left, two, right)
            yield from _divergences(passage)
    if not number:
        yield Text(printable(f"{one.id} and {two.id} share no passage."))
    yield from _set_apart(found for found in suppressed if _concerns(found, one.id, two.id))


def explain_block(
    article: Article,
    block: str,
    articles: Mapping[str, Article],
    passages: Iterable[Passage],
    found: Iterable[Suppressed],
) -> Iterator[Text]:
    """Yield each passage that has words in a block, beside each of its other places, and what was set apart there."""
    number = 0
    for passage in passages:
        here = [w for w in passage.witnesses if w.article == article.id and any(p.block == block for p in w.parts)]
        if here:
            number += 1
            yield from _heading(passage, number)
            for other in (witness for witness in passage.witnesses if witness != here[0]):
                yield from _aligned(article, here[0], articles[other.article], other)
            yield from _divergences(passage)
    if not number:
        yield Text(printable(f"Block {block} of {article.id} has no passage."))
    yield from _set_apart(each for each in found if each.article == article.id and each.span.block == block)


def _pairs(passage: Passage) -> Iterator[tuple[Witness, Witness]]:
    for left in passage.witnesses:
        yield from ((left, right) for right in passage.witnesses if left is not right)


def _heading(passage: Passage, number: int) -> Iterator[Text]:
    places = f"{passage.words} words in {len(passage.witnesses)} places"
    first = "which place is the earliest, the dates do not tell"
    if passage.earliest is not None:
        first = f"earliest in {passage.witnesses[passage.earliest].article}"
    yield Text(printable(f"{number}. passage {passage.id}: {places}; {first}"), style=_HEADING)


def _aligned(one: Article, left: Witness, two: Article, right: Witness) -> Iterator[Text]:
    yield Text(printable(f"   {_place(left)} beside {_place(right)}"), style=_ASIDE)
    line = Text("   ")
    for run in align_witnesses(one, left, two, right):
        line.append_text(_run(run, one, two))
    line.rstrip()
    yield line


def _place(witness: Witness) -> str:
    return f"{witness.article} {', '.join(part.block for part in witness.parts)}"


def _run(run: Run, one: Article, two: Article) -> Text:
    text = Text()
    if run.kind is RunKind.EQUAL:
        return text.append(f"{_words(one, run.left)} ")
    if run.left:
        text.append(f"[-{_words(one, run.left)}-] ", style=_GONE)
    if run.right:
        text.append(f"{{+{_words(two, run.right)}+}} ", style=_NEW)
    return text


def _words(article: Article, spans: Sequence[Span]) -> str:
    return printable(" ".join(" ".join(article.text_of(span).split()) for span in spans))


def _divergences(passage: Passage) -> Iterator[Text]:
    for divergence in passage.divergences:
        yield Text(f"   {divergence.kind}: ").append(_readings(divergence))


def _readings(divergence: Divergence) -> str:
    texts = dict.fromkeys(" ".join(reading.text.split()) or "nothing" for reading in divergence.readings)
    return printable(" | ".join(texts))


def _concerns(found: Suppressed, one: str, two: str) -> bool:
    """Return whether what was set apart is a stretch of one of two articles alone, or a match of the two."""
    if found.kind != KIND or found.article not in {one, two}:
        return False
    other = two if found.article == one else one
    return not found.detail.startswith("compared with ") or found.detail.startswith(f"compared with {other}, ")


def _set_apart(found: Iterable[Suppressed]) -> Iterator[Text]:
    heading = Text("Set apart, and no passage:", style=_HEADING)
    for each in found:
        if heading:
            yield heading
            heading = Text()
        yield Text(printable(f"   {each.reason}: {each.article} {each.span.block}: {each.detail}"))
        yield Text(printable(f"      {' '.join(each.text.split())}"), style=_ASIDE)
