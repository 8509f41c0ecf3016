"""The report as Markdown, for a job summary or a comment on a pull request.

All that comes from a seed or a sidecar stands in a code span: there it can call nobody by `@name`, and bring neither a
link nor an image nor HTML.
"""

import re
from collections.abc import Iterable

from newsarchive.annotate.unknown_names import UnknownName
from newsarchive.annotation import AmbiguousMention, Divergence, Passage
from newsarchive.archive import Archive
from newsarchive.article import Article
from newsarchive.naming.suggestion import sentence_of, shown_place
from newsarchive.report.change import Change, NewLinks

MOST_LINES = 50  # a list; a comment on GitHub holds 65,536 characters
_TITLE = "## What this change does to the archive"
_LONGEST_TEXT = 160  # code points of a quoted text
_VANISHED = (
    "Addresses are permanent: keep each alive by a line `old: new` in `redirects.yml` of the seeds, or bring the page "
    "back."
)
_AMBIGUOUS = "Each could mean several entities, nothing nearby tells which, and so it stays unlinked."
_UNKNOWN = "What looks like a name and leads nowhere; `newsarchive names` prints the lines that add each."
_BACKTICKS = re.compile(r"`+")


def report_markdown(change: Change, before: Archive, after: Archive) -> str:
    """Return the report on `change`, which leads from `before` to `after`; it closes with a newline."""
    sections = [
        _section("Articles added", map(_article, change.added)),
        _section("Articles changed", map(_article, change.changed)),
        _section("Articles removed", map(_article, change.removed)),
        _section("Addresses that would vanish", map(_vanished, change.vanished), _VANISHED),
        _section("New links", map(_links, change.links)),
        _section("New shared passages", (_passage(after, passage) for passage in change.new_passages)),
        _section("Shared passages lost", (_passage(before, passage) for passage in change.lost_passages)),
        _section("New districts", (f"{code(entity.label)}, {code(entity.address)}" for entity in change.new_districts)),
        _section("New days", map(code, change.new_days)),
        _section("Ambiguous names", (_ambiguous(mention) for mention in change.ambiguous), _AMBIGUOUS),
        _section("Names that are not in the registry", (_unknown(after, name) for name in change.unknown), _UNKNOWN),
    ]
    said = [section for section in sections if section]
    return "\n\n".join([_TITLE, *(said or ["Nothing that a reader would see."])]) + "\n"


def _section(title: str, lines: Iterable[str], advice: str = "") -> str:
    found = list(lines)
    if not found:
        return ""
    more = [f"- … and {len(found) - MOST_LINES} more"] if len(found) > MOST_LINES else []
    items = [f"- {line}" for line in found[:MOST_LINES]]
    head = [f"### {title} ({len(found)})", "", *([advice, ""] if advice else [])]
    return "\n".join([*head, *items, *more])


def code(text: str) -> str:
    """Return `text` as a Markdown code span of one line, shortened to 160 code points."""
    line = " ".join(text.split())
    short = line if len(line) <= _LONGEST_TEXT else line[: _LONGEST_TEXT - 1] + "…"
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(short)), default=0))
    space = " " if short.startswith("`") or short.endswith("`") or not short else ""
    return f"{fence}{space}{short}{space}{fence}"


def _article(article: Article) -> str:
    date = "no date" if article.date is None else f"{article.date} ({article.date_origin})"
    return f"{code(article.title)}, {date}, {code(article.address)}, from {code(article.seed)}"


def _vanished(pair: tuple[str, str | None]) -> str:
    address, successor = pair
    return f"{code(address)}; now {code(f'{address}: {successor}')}" if successor else code(address)


def _links(links: NewLinks) -> str:
    articles = ", ".join(f"{code(article.id)} × {count}" for article, count in links.articles[:MOST_LINES])
    return f"{code(links.entity.label)} ({links.entity.kind}): {articles}"


def _passage(archive: Archive, passage: Passage) -> str:
    witness = passage.witnesses[passage.earliest or 0]
    article = archive.article_by_id[witness.article]
    text = " ".join(article.text_of(part) for part in witness.parts)
    places = ", ".join(code(name) for name in dict.fromkeys(witness.article for witness in passage.witnesses))
    head = f"{passage.words} words in {places}: {code(text)}"
    return "\n".join([head, *(f"  - {_divergence(one)}" for one in passage.divergences[:MOST_LINES])])


def _divergence(divergence: Divergence) -> str:
    readings = " / ".join(code(reading.text) if reading.text else "nothing" for reading in divergence.readings)
    return f"{divergence.kind}: {readings}"


def _ambiguous(mention: AmbiguousMention) -> str:
    candidates = ", ".join(map(code, mention.candidates))
    return f"{code(mention.text)} in {code(mention.article)}, {mention.span.block}: {candidates}"


def _unknown(archive: Archive, name: UnknownName) -> str:
    article, span = shown_place(name, archive.article_by_id)
    sentence = sentence_of(article.block_by_id[span.block].text, span)
    return f"{code(name.text)} × {name.count}, in {code(article.id)}: {code(sentence)}"
