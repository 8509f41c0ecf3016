"""The page of an entity as HTML: thousands of them are made of a dozen short parts, so no template writes them."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup, escape

from newsarchive.pages.chart_html import map_html, network_html, timeline_html
from newsarchive.pages.counted import counted
from newsarchive.pages.entity_view import EntityView, NameRow, PartRow, ReasonRow
from newsarchive.pages.entry_html import entries_by_year, lines_by_article
from newsarchive.pages.line_html import isolated
from newsarchive.pages.passage_row import PassageRow
from newsarchive.pages.setting import Here
from newsarchive.pages.sheet_page import part_list
from newsarchive.pages.sheets import Excerpt
from newsarchive.registry.entity import Entity

Sections = Mapping[str, tuple[str, str]]
"""The heading and the HTML of each section by its anchor, in their order; one without HTML is left out."""


def entity_html(here: Here, view: EntityView, title: str, sections: Sections) -> Markup:
    """Return the whole page of an entity; the names, and the map where there is one, are part of how it begins."""
    opening = {anchor: sections[anchor] for anchor in ("names", "map") if anchor in sections}
    others = {anchor: section for anchor, section in sections.items() if anchor not in opening}
    html = (
        f'<div class="na-page na-wide">\n{_head(here, view, title)}\n{_sections(opening)}\n{_sections(others)}\n</div>'
    )
    return Markup(html)  # noqa: S704  # texts and values are escaped


def entity_sections(here: Here, view: EntityView, own: Sections) -> Sections:
    """Return what an entity's page shows; `own` are the sections that only pages of its kind have."""
    sections = {
        "names": ("Names", _names(view.names)),
        "map": ("Where it lies", _map(here, view)),
        **own,
        "time": ("Through time", _timeline(view)),
        "articles": ("In the articles", _articles(here, view)),
        "reasons": ("Why these are linked", _reasons(view.reasons)),
        "with": ("Stands with", _network(here, view)),
        "statements": ("Statements", _statements(here, view)),
        "passages": ("Passages", _passages(here, view.passages)),
        "unlinked": ("Left unlinked", _unlinked(here, view)),
        "all": ("All articles", _listed(here, view)),
    }
    return {anchor: section for anchor, section in sections.items() if section[1]}


def parts_html(here: Here, parts: Iterable[PartRow]) -> str:
    """Return a list of what is part of an entity; "" for nothing."""
    rows = [
        f"<li>{here.entity_link(part.entity)}, {escape(part.entity.kind)} "
        f'<span class="na-from">{counted(part.mentions, "mention")}</span></li>\n'
        for part in parts
    ]
    return f"<ul>\n{''.join(rows)}</ul>\n\n" if rows else ""


def _sections(sections: Sections) -> str:
    return "".join([f'<h2 id="{anchor}">{heading}</h2>\n\n{html}' for anchor, (heading, html) in sections.items()])


def _head(here: Here, view: EntityView, title: str) -> str:
    entity = view.entity
    name = entity.names[0]
    words = isolated(escape(name.text), name.text, here.foreign(name.language))
    named = f"{counted(view.mentions, 'mention')} in {counted(view.articles_count, 'article')}."
    codes = ", ".join([f"{escape(scheme)}: <code>{escape(value)}</code>" for scheme, value in entity.identifiers])
    return (
        f"<h1>{words}{escape(title[len(entity.label) :])}</h1>\n{_lead(here, view, title)}"
        f'<p class="na-from">{named if view.mentions else "No article names it so far."}{codes and f" {codes}"}</p>\n'
    )


def _lead(here: Here, view: EntityView, title: str) -> str:
    """Return what kind of entity it is, and what it is part of, where the title does not say all there is to say."""
    entity = view.entity
    if not view.wholes and not entity.description and entity.kind.lower() in title.lower():
        return ""
    pairs = zip((entity, *view.wholes), view.wholes, strict=False)
    wholes = ", in ".join([_whole(here, part, whole) for part, whole in pairs])
    within = f", part of {wholes}" if wholes else ""
    said = f" {escape(entity.description)}" if entity.description else ""
    return f'<p class="na-lead"><span class="na-kind">{escape(entity.kind.capitalize())}</span>{within}.{said}</p>\n'


def _whole(here: Here, part: Entity, whole: Entity) -> str:
    source = f' <span class="na-from">({escape(part.part_of_source)})</span>' if part.part_of_source else ""
    return f"{here.entity_link(whole)}{source}"


def _names(names: Iterable[NameRow]) -> str:
    rows = (
        (
            f'<bdi lang="{escape(row.name.language)}">{escape(row.name.text)}</bdi>',
            escape(row.language),
            escape(row.script),
            escape(row.name.source),
        )
        for row in names
    )
    table = _table("Names", "All names, none preferred", ("Name", "Language", "Script", "Source"), rows)
    return f'{table}<p class="na-from">None is preferred; the first is the page’s heading.</p>\n\n'


def _reasons(reasons: Excerpt[ReasonRow]) -> str:
    rows = ((escape(row.name), escape(row.reason), row.mentions) for row in reasons.shown)
    words = "Why these are linked"
    table = _table(words, words, ("Name found", "Why it leads here", "Mentions"), rows)
    return f"{table}{_more(reasons.more)}\n" if reasons.shown else ""


def _table(words: str, caption: str, head: Iterable[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table, which scrolls by itself where the screen is narrow; the first cell of a row is its head."""
    heads = "".join([f'<th scope="col">{one}</th>' for one in head])
    lines = "".join(
        [
            f'<tr><th scope="row">{first}</th>{"".join([f"<td>{cell}</td>" for cell in cells])}</tr>\n'
            for first, *cells in rows
        ]
    )
    return (
        f'<section class="na-scroll" tabindex="0" aria-label="{words}"><table class="na-table">\n'
        f'<caption class="na-hidden">{caption}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{lines}'
        "</tbody></table>\n</section>\n"
    )


def _map(here: Here, view: EntityView) -> str:
    return f"{map_html(here, view.map, 'chart-map', f'Where {view.entity.label} lies')}\n" if view.map else ""


def _timeline(view: EntityView) -> str:
    return f"{timeline_html(view.timeline, ['mentions'], 'chart-time')}\n" if view.timeline else ""


def _network(here: Here, view: EntityView) -> str:
    return f"{network_html(here, view.entity, view.network, 'chart-with')}\n" if view.network else ""


def _articles(here: Here, view: EntityView) -> str:
    if not view.articles:
        return ""
    all_ = f'<a href="#all">{counted(len(view.listed), "article")}</a>'
    said = f'<p class="na-from">The newest sentences of {all_}:</p>\n' if view.listed else ""
    return f"{said}{lines_by_article(here, view.articles)}\n"


def _statements(here: Here, view: EntityView) -> str:
    if not view.statements:
        return ""
    link = escape(here.link("statements/", view.entity.id.replace("/", "-")))
    all_ = [
        f'<a href="{escape(here.link(part.address))}">{counted(part.count, "statement")}</a>'
        for part in view.all_statements
    ]
    said = f'<p class="na-from">The newest of {"".join(all_)}:</p>\n' if all_ else ""
    return f'{said}{lines_by_article(here, view.statements)}\n<p><a href="{link}">Among all statements</a></p>\n'


def _passages(here: Here, passages: Excerpt[PassageRow]) -> str:
    rows = "".join([f"<li>{_passage(here, row)}</li>\n" for row in passages.shown])
    all_ = f'<a href="{escape(here.link("passages/"))}">all passages</a>'
    more = f'<p class="na-from">The longest; {passages.more} more are among {all_}.</p>\n' if passages.more else ""
    return f'<ul class="na-sentences">\n{rows}</ul>\n{more}' if rows else ""


def _passage(here: Here, row: PassageRow) -> str:
    excerpt = f"{'… ' if row.begun else ''}{row.excerpt}{' …' if row.cut else ''}"
    words = isolated(escape(excerpt), excerpt, here.foreign(row.articles[0].language))
    told = f"{row.passage.words} words, in {counted(len(row.articles), 'article')}"
    return f'<a href="{escape(here.link(row.address))}">{words}</a> <small>{told}</small>'


def _unlinked(here: Here, view: EntityView) -> str:
    rows = "".join([f"<li>{here.sentence(line)}</li>\n" for line in view.unlinked.shown])
    what = f'<a href="{escape(here.link("left-out/"))}">what was left out</a>'
    words = f"A name here could mean {escape(view.entity.label)} or another, and nothing decides: {what}."
    return f'<p>{words}</p>\n<ul class="na-sentences">\n{rows}</ul>\n{_more(view.unlinked.more)}\n' if rows else ""


def _listed(here: Here, view: EntityView) -> str:
    if not view.listed:
        return ""
    label = escape(view.entity.label)
    own = f"Those that name {label} itself; those that name its places stand on the places’ own pages."
    said = f'<p class="na-from">{own}</p>\n' if len(view.listed) < view.articles_count else ""
    if view.years:
        return f"{said}{part_list(here, view.years, 'article')}"
    years = entries_by_year(here, view.listed)
    return said + "".join([f"<h3>{escape(words.capitalize())}</h3>\n{entries}\n" for words, entries in years])


def _more(number: int) -> str:
    return f'<p class="na-from">And {number} more.</p>\n' if number else ""
