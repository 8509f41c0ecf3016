"""The overlay: standoff annotations become elements over a block's text, however they overlap."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

_OF_LINKS = {"href", "rel", "hreflang", "type"}


@dataclass(frozen=True, slots=True)
class Layer:
    """An element over a stretch of text: code points, end exclusive.

    `attributes` are pairs of name and value; a value of None is left out. An `id` stands on the first piece only, where
    crossing layers force an element into several. Where two layers cover the same stretch, the lower `rank` is outside.
    """

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str | None], ...] = ()
    rank: int = 0


def overlay(text: str, layers: Iterable[Layer]) -> Markup:
    """Return `text` escaped, with every layer's element around its stretch; the text itself is never changed.

    Layers may nest, touch and cross. A link never opens inside a link: the inner one becomes a span without address.
    Raises ValueError for a layer that is empty or leaves the text.
    """
    ordered = sorted(layers, key=lambda layer: (layer.start, -layer.end, layer.rank))
    if not ordered:
        return in_element(text)
    _check(ordered, len(text))
    return Markup("".join(_pieces(text, ordered)))  # noqa: S704  # text and values are escaped, names are the code's own


def in_element(text: str) -> Markup:
    """Return `text` as the inside of an element, where quotation marks are themselves."""
    return Markup(_escaped(text))  # noqa: S704  # just escaped


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    return _escaped(value).replace('"', "&#34;")


def _check(layers: list[Layer], length: int) -> None:
    for layer in layers:
        if not 0 <= layer.start < layer.end <= length:
            message = f"a layer from {layer.start} to {layer.end} does not fit a text of {length} code points"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class _Opened:
    layer: Layer
    tag: str


def _pieces(text: str, ordered: list[Layer]) -> list[str]:
    pieces: list[str] = []
    stack: list[_Opened] = []
    coming = deque(ordered)
    position = 0
    for cut in sorted({cut for layer in ordered for cut in (layer.start, layer.end)} | {len(text)}):
        pieces.append(_escaped(text[position:cut]))
        position = cut
        _close(cut, stack, pieces)
        while coming and coming[0].start == cut:
            _open(coming.popleft(), stack, pieces)
    return pieces


def _close(cut: int, stack: list[_Opened], pieces: list[str]) -> None:
    """Close what ends at `cut`; what was opened inside it and goes on is closed too, and opened again."""
    ends = [opened.layer.end for opened in stack]
    if cut not in ends:
        return
    outermost = ends.index(cut)
    closing = stack[outermost:]
    del stack[outermost:]
    pieces.extend(f"</{opened.tag}>" for opened in reversed(closing))
    for opened in closing:
        if opened.layer.end > cut:
            _open(replace(opened.layer, attributes=_without_id(opened.layer)), stack, pieces)


def _open(layer: Layer, stack: list[_Opened], pieces: list[str]) -> None:
    unlinked = layer.tag == "a" and "a" in [opened.tag for opened in stack]
    tag = "span" if unlinked else layer.tag
    shown = [pair for pair in layer.attributes if not (unlinked and pair[0] in _OF_LINKS)]
    attributes = "".join([f' {name}="{_quoted(value)}"' for name, value in shown if value is not None])
    pieces.append(f"<{tag}{attributes}>")
    stack.append(_Opened(layer, tag))


def _without_id(layer: Layer) -> tuple[tuple[str, str | None], ...]:
    return tuple(pair for pair in layer.attributes if pair[0] != "id")
