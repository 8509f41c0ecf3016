"""Drawings made at build time as HTML, each with the same as a table; no template writes them, every entity has three.

`id_` makes a page's ids unique.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from markupsafe import Markup

from newsarchive.pages.article_row import words_in
from newsarchive.pages.map import Dot, LocatorMap
from newsarchive.pages.network import Network, Node
from newsarchive.pages.overlay import attribute, escaped
from newsarchive.pages.setting import Here
from newsarchive.pages.timeline import Bar, Timeline
from newsarchive.registry.entity import Entity

_LONG, _HIGH = 600, 100  # a timeline's length and its highest bar, in its own units
_MOST_LETTERS = 30  # of a label in a drawing
_MOST_BESIDE = 4


def timeline_html(chart: Timeline, names: Sequence[str], id_: str) -> Markup:
    """Return bars in time; `names` are those of the series, of which the second, if any, hangs below the first."""
    words, first, last = " and ".join(names).capitalize(), chart.bars[0].words, chart.bars[-1].words
    end = f"<span>{escaped(last)}</span>" if len(chart.bars) > 1 else ""
    drawing = (
        f'<svg class="na-timeline{" na-double" if len(names) > 1 else ""}" viewBox="0 0 {_LONG} {_HIGH * len(names)}" '
        f'preserveAspectRatio="none" role="img" aria-labelledby="{id_}-title">\n'
        f'<title id="{id_}-title">{words} by {chart.unit}, {escaped(first)} to {escaped(last)}</title>\n'
        f"{''.join([_series(chart.bars, number) for number in range(len(names))])}"
        f'<path class="na-base" d="M0 {_HIGH}h{_LONG}"/>\n</svg>\n'
        f'<div class="na-axis" aria-hidden="true"><span>{escaped(first)}</span>{end}</div>\n'
    )
    table = _table((chart.unit.capitalize(), *(name.capitalize() for name in names)), _counts(chart))
    return _html(_figure(drawing, _told(chart, names)), _folded(f"{words} by {chart.unit}", table))


def _series(bars: Sequence[Bar], number: int) -> str:
    """Return the bars of one series as a path: those of the first stand on the line, those of the second hang."""
    step = _LONG / len(bars)
    way, kind = ("-", "") if number == 0 else ("", " na-below")
    tall = [(at * step + step / 10, bar.heights[number]) for at, bar in enumerate(bars) if bar.counts[number]]
    path = "".join([f"M{_short(x)} {_HIGH}v{way}{_short(high)}h{_short(step * 0.8)}V{_HIGH}z" for x, high in tall])
    return f'<path class="na-bar{kind}" d="{path}"/>\n' if path else ""


def _told(chart: Timeline, names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"{names[0].capitalize()} by {chart.unit} of the articles’ dates, at most {chart.highest[0]}"
    return (
        f'<span class="na-key"></span> {names[0]}, above the line, at most {chart.highest[0]}; '
        f'<span class="na-key na-below"></span> {names[1]}, below it, at most {chart.highest[1]}; by {chart.unit}'
    )


def _counts(chart: Timeline) -> Iterator[Sequence[object]]:
    outside = (("earlier", chart.before), ("later", chart.after), ("dated less exactly", chart.coarse))
    yield from ((words, *counts) for words, counts in outside if any(counts))
    yield from ((escaped(bar.words), *bar.counts) for bar in chart.filled)


def network_html(here: Here, entity: Entity, net: Network, id_: str) -> Markup:
    """Return who and what an entity stands with: the lines to them, and those between them."""
    label, (x, y) = escaped(entity.label), map(_short, net.centre)
    drawing = (
        f'<svg class="na-network" viewBox="0 0 360 {net.height}" role="img" aria-labelledby="{id_}-title">\n'
        f'<title id="{id_}-title">Who and what {label} stands with</title>\n{_ties(net)}'
        f'<g class="na-line">{"".join([_line(x, y, node) for node in net.nodes])}</g>\n'
        f'<g class="na-node"><circle cx="{x}" cy="{y}" r="9"/>{"".join([_circle(node) for node in net.nodes])}</g>\n'
        f"{''.join([_text(node.x + 13, node.y + 4, node.entity.label) for node in net.nodes])}\n</svg>\n"
    )
    dotted = " Dotted: those who most often stand with each other." if net.ties else ""
    told = f"The dot on the left is {label}. The more paragraphs two share, the broader the line between them.{dotted}"
    rows = ((entity_link(here, node.entity), node.together, _beside(node)) for node in net.nodes)
    table = _table(("Stands with", "Paragraphs", "They also stand with"), rows)
    more = f'\n<p class="na-from">And {net.more} more, less often.</p>' if net.more else ""
    return _html(_figure(drawing, told), f"{_scrolling('The same as a table', table)}{more}")


def _ties(net: Network) -> str:
    x = _short(net.nodes[0].x)
    arcs = [
        f"M{x} {_short(tie.first)}C{bent} {_short(tie.first)} {bent} {_short(tie.last)} {x} {_short(tie.last)}"
        for tie in net.ties
        for bent in [_short(net.nodes[0].x - tie.swing)]
    ]
    return f'<path class="na-tie" d="{"".join(arcs)}"/>\n' if arcs else ""


def _line(x: str, y: str, node: Node) -> str:
    end, level = _short(node.x), _short(node.y)
    bends = f"C{_short(float(x) + 70)} {y} {_short(node.x - 60)} {level} {end} {level}"
    return f'<path d="M{x} {y}{bends}" stroke-width="{_short(node.width)}"/>'


def _circle(node: Node) -> str:
    return f'<circle cx="{_short(node.x)}" cy="{_short(node.y)}" r="{_short(node.radius)}"/>'


def _beside(node: Node) -> str:
    """Return with whom of the other nodes one stands too, as it is drawn."""
    names = ", ".join([escaped(other.label) for other in node.beside[:_MOST_BESIDE]])
    return f"{names} and {len(node.beside) - _MOST_BESIDE} more" if len(node.beside) > _MOST_BESIDE else names


def map_html(here: Here, drawing: LocatorMap, id_: str, words: str) -> Markup:
    """Return points, a graticule and a scale; `words` say what is drawn."""
    wide, high = drawing.width, drawing.height
    main, others = [dot for dot in drawing.dots if dot.place.main], [dot for dot in drawing.dots if not dot.place.main]
    shown = (
        f'<svg class="na-map" viewBox="0 0 {wide} {high}" role="img" aria-labelledby="{id_}-title">\n'
        f'<title id="{id_}-title">{escaped(words)}</title>\n<path class="na-sheet" d="M0 0h{wide}v{high}H0z"/>\n'
        f"{_graticule(drawing)}{_dots(others, 'na-dot', 3)}{_dots(main, 'na-dot na-main', 5)}</svg>\n"
    )
    head = ("Place", "Latitude", "Longitude", "Source of the point")
    table = _table(head, (_point(here, dot) for dot in drawing.dots))
    figure = _figure(shown, "Points, degrees and a scale; no borders are drawn.")
    return _html(figure, _folded("The points of the map", table))


def _graticule(drawing: LocatorMap) -> str:
    wide, high = drawing.width, drawing.height
    upright = "".join([f"M{_short(line.at)} 0v{high}" for line in drawing.meridians])
    level = "".join([f"M0 {_short(line.at)}h{wide}" for line in drawing.parallels])
    above = [f'<text x="{_short(line.at + 3)}" y="11">{line.words}</text>' for line in drawing.meridians]
    beside = [
        f'<text x="{wide - 4}" y="{_short(line.at - 3)}" text-anchor="end">{line.words}</text>'
        for line in drawing.parallels
        if line.at > 28  # noqa: PLR2004  # below the meridians' own degrees
    ]
    scale = f'<text x="10" y="{high - 18}">{drawing.kilometres} km</text>'
    return (
        f'<path class="na-graticule" d="{upright}{level}"/>\n'
        f'<path class="na-scale" d="M10 {high - 14}v5h{_short(drawing.scale)}v-5"/>\n'
        f'<g class="na-degrees">{"".join(above)}{"".join(beside)}{scale}</g>\n'
    )


def _dots(dots: Sequence[Dot], kind: str, radius: int) -> str:
    circles = "".join([f'<circle cx="{_short(dot.x)}" cy="{_short(dot.y)}" r="{radius}"/>' for dot in dots])
    labels = "".join([_dot_label(dot) for dot in dots])
    return f'<g class="{kind}">{circles}{labels}</g>\n' if dots else ""


def _dot_label(dot: Dot) -> str:
    at = dot.label
    return _text(at.x, at.y, dot.place.entity.label, "" if at.anchor == "start" else at.anchor) if at else ""


def _point(here: Here, dot: Dot) -> Sequence[object]:
    place = dot.place
    borrowed = place.of.id != place.entity.id
    of = f" (the point of {escaped(place.of.label)}, {escaped(place.of.kind)})" if borrowed else ""
    point = place.point
    return f"{entity_link(here, place.entity)}{of}", point.latitude, point.longitude, escaped(point.source)


def entity_link(here: Here, entity: Entity) -> str:
    """Return a link to `entity`, as HTML."""
    name = entity.names[0]
    return f"<a href={attribute(here.link(entity.address))}>{words_in(here, name.text, name.language)}</a>"


def _text(x: float, y: float, words: str, anchor: str = "") -> str:
    cut = words if len(words) <= _MOST_LETTERS else f"{words[: _MOST_LETTERS - 1]}…"
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{_short(x)}" y="{_short(y)}"{anchored}>{escaped(cut)}</text>'


def _table(head: Iterable[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; the first cell of a row is its head, and all cells are HTML, each ended by the next."""
    heads = "".join([f"<th scope=col>{words}" for words in head])
    lines = "".join([f"<tr><th scope=row>{first}{_cells(others)}" for first, *others in rows])
    return f"<table class=na-table><thead><tr>{heads}<tbody>{lines}</table>"


def _cells(cells: Iterable[object]) -> str:
    return "".join([f"<td>{cell}" for cell in cells])


def _figure(drawing: str, caption: str) -> str:
    return f'<figure class="na-chart">\n{drawing}<figcaption>{caption}</figcaption>\n</figure>\n'


def _folded(words: str, table: str) -> str:
    return f'<details class="na-same"><summary>The same as a table</summary>\n{_scrolling(words, table)}</details>'


def _scrolling(words: str, table: str) -> str:
    return f'<section class=na-scroll tabindex=0 aria-label="{words}">{table}</section>'


def _html(*parts: str) -> Markup:
    return Markup("".join(parts))  # noqa: S704  # texts and values are escaped


@lru_cache(maxsize=1 << 13)  # many drawings have the same steps, rows and columns
def _short(number: float) -> str:
    """Return a number of a drawing to a tenth, without what says nothing."""
    return f"{number:.1f}".removesuffix(".0")
