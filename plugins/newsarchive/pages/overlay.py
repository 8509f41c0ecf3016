"""The overlay: standoff annotations become elements over a block's text, which is escaped, however they overlap."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

_PLAIN = re.compile(r"[a-zA-Z0-9./#_-]+")
_OF_LINKS = {"href", "rel", "hreflang", "type"}

Attributes = tuple[tuple[str, str | None], ...]
_Opened = tuple["Layer", str]  # and the tag that it was opened with


class Layer(NamedTuple):  # hundreds of thousands are made in a build
    """An element over a stretch of text: code points, end exclusive.

    `attributes` are pairs of name and value; a value of None is left out. An `id` stands on the first piece only, where
    crossing layers force an element into several. Where two layers cover the same stretch, the lower `rank` is outside.
    """

    start: int
    end: int
    tag: str
    attributes: Attributes = ()
    rank: int = 0


def overlay(text: str, layers: Iterable[Layer]) -> str:
    """Return `text` as HTML, with every layer's element around its stretch; the text itself is never changed.

    Layers may nest, touch and cross. A link never opens inside a link: the inner one becomes a span without address.
    Raises ValueError for a layer that is empty or leaves the text.
    """
    ordered = sorted(layers, key=_order)
    _check(ordered, len(text))
    return "".join(_pieces(text, ordered))


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


def _order(layer: Layer) -> tuple[int, int, int]:
    return layer.start, -layer.end, layer.rank


def _check(layers: Iterable[Layer], length: int) -> None:
    for layer in layers:
        if not 0 <= layer.start < layer.end <= length:
            message = f"a layer from {layer.start} to {layer.end} does not fit a text of {length} code points"
            raise ValueError(message)


def _pieces(text: str, ordered: Sequence[Layer]) -> list[str]:
    write = str if escaped(text) == text else escaped
    pieces: list[str] = []
    stack: list[_Opened] = []
    position = 0
    comings = [*[layer.start for layer in ordered[1:]], len(text)]
    for layer, coming in zip(ordered, comings, strict=False):  # there is one more where there is no layer
        if stack:
            position = _close_until(layer.start, text, position, stack, pieces)
        pieces.append(write(text[position : layer.start]))
        position = layer.start
        if stack or layer.end > coming:
            _open(layer, stack, pieces)
        else:  # by far the most stand alone
            pieces += (_opening(layer.tag, layer.attributes), write(text[position : layer.end]), f"</{layer.tag}>")
            position = layer.end
    position = _close_until(len(text), text, position, stack, pieces)
    pieces.append(write(text[position:]))
    return pieces


def _close_until(limit: int, text: str, position: int, stack: list[_Opened], pieces: list[str]) -> int:
    """Write up to the last end that is not beyond `limit`, closing what ends on the way; return where that is."""
    while stack and (end := min([layer.end for layer, _ in stack])) <= limit:
        pieces.append(escaped(text[position:end]))
        position = end
        _close(end, stack, pieces)
    return position


def _close(cut: int, stack: list[_Opened], pieces: list[str]) -> None:
    """Close what ends at `cut`; what was opened inside it and goes on is closed too, and opened again."""
    outermost = [layer.end for layer, _ in stack].index(cut)
    closing = stack[outermost:]
    del stack[outermost:]
    pieces.extend([f"</{tag}>" for _, tag in reversed(closing)])
    for layer, _ in closing:
        if layer.end > cut:
            _open(layer._replace(attributes=_without(layer.attributes, {"id"})), stack, pieces)


def _open(layer: Layer, stack: list[_Opened], pieces: list[str]) -> None:
    unlinked = layer.tag == "a" and stack and "a" in [tag for _, tag in stack]
    tag = "span" if unlinked else layer.tag
    pieces.append(_opening(tag, _without(layer.attributes, _OF_LINKS) if unlinked else layer.attributes))
    stack.append((layer, tag))


@lru_cache(maxsize=16384)
def _opening(tag: str, attributes: Attributes) -> str:
    stated = [f" {name}={attribute(value)}" for name, value in attributes if value is not None]
    return "".join((f"<{tag}", *stated, ">"))


def _without(attributes: Attributes, names: set[str]) -> Attributes:
    return tuple(pair for pair in attributes if pair[0] not in names)
