"""The overlay: standoff annotations become elements over a block's text, which is escaped, however they overlap."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from sys import maxsize

_PLAIN = re.compile(r"[a-zA-Z0-9./#_-]+")
_LINK_ENDS = "</a>"
_OF_LINKS = {"href", "rel", "hreflang", "type"}

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, order=True)
class Element:  # no named tuple, whose fields take four times as long to look up
    """An element of HTML without its content: how it is opened and closed, and what it was made of."""

    opening: str
    closing: str
    tag: str
    attributes: Attributes


Layer = tuple[int, int, int, Element]  # and no class of its own: hundreds of thousands are made in a build
"""An element over a stretch of text: where it starts, its rank, where it ends (code points, end exclusive), and itself.

An `id` stands on the first piece only, where crossing layers force an element into several. Where two layers cover the
same stretch, the lower rank is outside.
"""

_Opened = tuple[Layer, Element]  # and the element that it was opened as


def element(tag: str, *attributes: tuple[str, str | None]) -> Element:
    """Return the element of that tag and those attributes, pairs of name and value; a value of None is left out."""
    stated = tuple((name, value) for name, value in attributes if value is not None)
    opening = "".join([f"<{tag}", *[f" {name}={attribute(value)}" for name, value in stated], ">"])
    return Element(opening, f"</{tag}>", tag, stated)


def overlay(text: str, layers: Collection[Layer]) -> str:
    """Return `text` as HTML, with every layer's element around its stretch; the text itself is never changed.

    Layers may nest, touch and cross. A link never opens inside a link: the inner one becomes a span without address.
    Raises ValueError for a layer that is empty or leaves the text.
    """
    pieces = _nested(text, sorted(layers)) or _crossing(text, sorted(layers, key=_order))
    if escaped(text) != text:
        pieces[::2] = map(escaped, pieces[::2])
    return "".join(pieces)


def escaped(text: str) -> str:
    """Return `text` as it stands inside an element; every page that no template writes is made with this function."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(value: str) -> str:
    """Return `value` as it stands between the double quotation marks of an attribute."""
    return escaped(value).replace('"', "&#34;")


def attribute(value: str) -> str:
    """Return `value` as it stands after the equals sign of an attribute.

    Addresses and names need no quotation marks, which a page with hundreds of them is the smaller for:
    <https://html.spec.whatwg.org/multipage/syntax.html#unquoted>. Whatever may hold more is quoted.
    """
    return value if _PLAIN.fullmatch(value) else f'"{quoted(value)}"'


def _nested(text: str, ordered: Sequence[Layer]) -> list[str]:
    """Return words and tags by turns, or nothing where layers cross, as in few texts, or do not fit."""
    pieces: list[str] = []
    around: list[int] = []  # where what is open around the innermost element ends
    closings: list[str] = []
    position, until = 0, maxsize  # where the text goes on, and where the innermost element ends
    following = [start for start, _, _, _ in ordered[1:]]
    for (start, _, end, shown), beyond in zip(ordered, [*following, maxsize], strict=False):
        while until <= start:
            pieces += (text[position:until], closings.pop())
            position, until = until, around.pop()
        opening, closing = shown.opening, shown.closing
        if not position <= start < end <= until or (closing == _LINK_ENDS and closing in closings):
            return []
        if end <= beyond:  # nothing begins in it, as in most
            pieces += (text[position:start], opening, text[start:end], closing)
            position = end
            continue
        pieces += (text[position:start], opening)
        around.append(until)
        closings.append(closing)
        position, until = start, end
    while around:
        pieces += (text[position:until], closings.pop())
        position, until = until, around.pop()
    return [*pieces, text[position:]] if position <= len(text) else []


def _order(layer: Layer) -> tuple[int, int, int]:
    start, rank, end, _ = layer
    return start, -end, rank


def _crossing(text: str, ordered: Iterable[Layer]) -> list[str]:
    """Return words and tags by turns: what crosses is closed where another ends, and opened again."""
    pieces: list[str] = []
    stack: list[_Opened] = []
    position = 0
    for layer in ordered:
        start, _, end, _ = layer
        if not 0 <= start < end <= len(text):
            message = f"a layer from {start} to {end} does not fit a text of {len(text)} code points"
            raise ValueError(message)
        position = _close_until(start, text, position, stack, pieces)
        pieces += (text[position:start], _open(layer, stack))
        position = start
    position = _close_until(len(text), text, position, stack, pieces)
    return [*pieces, text[position:]]


def _close_until(limit: int, text: str, position: int, stack: list[_Opened], pieces: list[str]) -> int:
    """Write up to the last end that is not beyond `limit`, closing what ends on the way; return where that is."""
    while stack and (cut := min(_ends(stack))) <= limit:
        pieces += (text[position:cut], _close(cut, stack))
        position = cut
    return position


def _ends(stack: Iterable[_Opened]) -> list[int]:
    return [end for (_, _, end, _), _ in stack]


def _close(cut: int, stack: list[_Opened]) -> str:
    """Return what closes all that ends at `cut`; what was opened inside it and goes on is closed, and opened again."""
    outermost = _ends(stack).index(cut)
    closing = stack[outermost:]
    del stack[outermost:]
    tags = [shown.closing for _, shown in reversed(closing)]
    for (start, rank, end, whole), _ in closing:
        if end > cut:
            tags.append(_open((start, rank, end, _without(whole, {"id"})), stack))
    return "".join(tags)


def _open(layer: Layer, stack: list[_Opened]) -> str:
    shown = layer[-1]
    if shown.tag == "a" and any(one.tag == "a" for _, one in stack):
        shown = _without(replace(shown, tag="span"), _OF_LINKS)
    stack.append((layer, shown))
    return shown.opening


def _without(of: Element, names: set[str]) -> Element:
    return element(of.tag, *(pair for pair in of.attributes if pair[0] not in names))
