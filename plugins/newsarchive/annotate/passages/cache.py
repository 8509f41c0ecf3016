"""Cache: what one build found between texts, kept for the next.

Two files in a folder: `index.npz`, an index of texts by their digests, and `drafts.json`, the passages that were made
of it. Both name the method that made them and carry checksums. A file that is damaged, foreign or of another method
is as good as none; it never raises and never decides anything.
"""

import hashlib
import json
import logging
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.passages.column import Cell, Column
from newsarchive.annotate.passages.draft import Draft
from newsarchive.annotate.passages.evidence import Objection
from newsarchive.annotate.passages.index import Index, Texts
from newsarchive.annotate.passages.match import Match
from newsarchive.annotate.passages.row import Row
from newsarchive.annotate.passages.words import Words, piece_starts, text_of, whole
from newsarchive.annotation import DivergenceKind
from newsarchive.article import Article, Span

INDEX, DRAFTS = "index.npz", "drafts.json"

_OBJECTIONS: tuple[Objection | None, ...] = (None, *Objection)
_DAMAGE = (OSError, ValueError, KeyError, IndexError, TypeError, EOFError, zipfile.BadZipFile)
_log = logging.getLogger("newsarchive")

Kept = TypeVar("Kept")
Arrays = Mapping[str, NDArray[Any]]


@cache
def method() -> str:
    """Return the version of the method: a digest of the modules that it is made of."""
    digest = hashlib.sha256(np.__version__.encode())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.read_bytes())
    return digest.hexdigest()


def read_index(folder: Path, articles: Sequence[Article], digests: Sequence[str]) -> tuple[Index, list[int]] | None:
    """Return the kept index and the positions of the articles that it does not know, or None where it does not serve.

    It serves where every text that it knows is still there.
    """
    arrays = _read(folder / INDEX, _arrays)
    if arrays is None:
        return None
    known = [bytes(digest).decode() for digest in arrays["digests"]]
    assigned = _assigned(known, digests)
    if assigned is None:
        return None
    owners, unknown = assigned
    try:
        return _index(arrays, [articles[at] for at in owners]), unknown
    except _DAMAGE as error:
        _log.info("The cache %s does not hold together (%s): it is made anew", folder / INDEX, error)
        return None


def write_index(folder: Path, index: Index, digests: Sequence[str]) -> None:
    """Keep `index`, whose articles have the texts of `digests`."""
    bounds = index.row.bounds
    matches = [match for match, _ in index.judged]
    arrays = {
        "method": np.array(method().encode()),
        "digests": np.array([digest.encode() for digest in digests], dtype="S64"),
        "bounds": bounds,
        "keys": index.row.keys,
        "apparatus": index.row.apart,
        "starts": _joined([words.starts for words in index.words]),
        "ends": _joined([words.ends for words in index.words]),
        "packed": index.packed,
        "many": index.many,
        "copies": index.copies,
        "common": index.common,
        "formulas": np.array(index.formulas, dtype=np.int64).reshape(-1, 3),
        "marked": np.array([(each[0], *each[3:]) for each in index.marked], dtype=np.int64).reshape(-1, 3),
        "marked_why": np.array([each[1:3] for each in index.marked], dtype=np.str_).reshape(-1, 2),
        "matches": np.array([_numbers(match, against) for match, against in index.judged]).reshape(-1, 9),
        "tiles": np.array([tile for match in matches for tile in match.tiles], dtype=np.int64).reshape(-1, 3),
    }
    _write(folder / INDEX, lambda file: np.savez(file, allow_pickle=False, **arrays))


def read_drafts(folder: Path) -> dict[str, Draft]:
    """Return the kept drafts by their keys."""
    return _read(folder / DRAFTS, _drafts) or {}


def write_drafts(folder: Path, drafts: Mapping[str, Draft]) -> None:
    """Keep `drafts` by their keys."""
    body = json.dumps({key: _plain(draft) for key, draft in drafts.items()}, ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )
    head = f"{method()} {hashlib.sha256(body).hexdigest()}\n".encode()
    _write(folder / DRAFTS, lambda file: file.write(head + body))


def _read(path: Path, read: Callable[[Path], Kept]) -> Kept | None:
    if not path.exists():
        return None
    try:
        return read(path)
    except _DAMAGE as error:
        _log.info("The cache %s cannot be used (%s): it is made anew", path, error)
        return None


def _write(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Write a file as a whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "wb") as file:
                write(file)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        _log.info("The cache %s cannot be written (%s): the next build does without", path, error)


def _arrays(path: Path) -> Arrays:
    with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
        if bytes(kept["method"]).decode() != method():
            message = "another version wrote it"
            raise ValueError(message)
        return {name: kept[name] for name in kept.files}


def _assigned(known: Sequence[str], digests: Sequence[str]) -> tuple[list[int], list[int]] | None:
    """Return the position of an article for each known text, and those that are left; None where a text has none."""
    at: dict[str, list[int]] = {}
    for position in range(len(digests) - 1, -1, -1):
        at.setdefault(digests[position], []).append(position)
    try:
        owners = [at[digest].pop() for digest in known]
    except (KeyError, IndexError):
        return None
    return owners, sorted(position for positions in at.values() for position in positions)


def _index(arrays: Arrays, articles: Sequence[Article]) -> Index:
    bounds, count = arrays["bounds"], len(arrays["keys"])
    lengths = {len(arrays[name]) for name in ("apparatus", "starts", "ends", "many", "common")}
    if lengths != {count} or len(bounds) != len(articles) + 1 or int(bounds[-1]) != count:
        message = "its parts do not fit together"
        raise ValueError(message)
    row = Row(bounds, arrays["keys"], arrays["apparatus"], np.arange(len(articles)))

    def load(number: int) -> Words:
        article, one = articles[number], slice(*bounds[number : number + 2].tolist())
        pieces, marks = whole(article), arrays["apparatus"][one]
        texts = (text_of(article, pieces), piece_starts(pieces))
        kept = (arrays["keys"][one], arrays["starts"][one], arrays["ends"][one])
        return Words(article, pieces, *texts, *kept, marks, marks)

    return Index(
        Texts(len(articles), load),
        row,
        arrays["packed"],
        arrays["many"],
        arrays["copies"],
        arrays["common"],
        tuple(map(tuple, arrays["formulas"].tolist())),
        tuple(
            (article, *why, start, end)
            for (article, start, end), why in zip(arrays["marked"].tolist(), arrays["marked_why"].tolist(), strict=True)
        ),
        tuple(_judged(arrays["matches"].tolist(), list(map(tuple, arrays["tiles"].tolist())))),
    )


def _judged(
    rows: Iterable[Sequence[int]], tiles: Sequence[tuple[int, int, int]]
) -> Iterable[tuple[Match, Objection | None]]:
    at = 0
    for left, right, left_start, left_end, right_start, right_end, garbled, against, count in rows:
        found = tuple(tiles[at : at + count])
        match = Match(left, right, left_start, left_end, right_start, right_end, found, garbled)
        yield match, _OBJECTIONS[against]
        at += count


def _numbers(match: Match, against: Objection | None) -> tuple[int, ...]:
    places = match.left, match.right, match.left_start, match.left_end, match.right_start, match.right_end
    return *places, match.garbled, _OBJECTIONS.index(against), len(match.tiles)


def _joined(arrays: Sequence[NDArray[np.int32]]) -> NDArray[np.int32]:
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=np.int32)


def _drafts(path: Path) -> dict[str, Draft]:
    head, _, body = path.read_bytes().partition(b"\n")
    if head.decode() != f"{method()} {hashlib.sha256(body).hexdigest()}":
        message = "it is damaged, or another version wrote it"
        raise ValueError(message)
    return {key: _draft(plain) for key, plain in json.loads(body.decode("utf-8", "surrogatepass")).items()}


def _plain(draft: Draft) -> list[Any]:
    columns = [
        [column.kind, [[cell.place, cell.text, _spans(cell.spans)] for cell in column.cells]]
        for column in draft.columns
    ]
    return [draft.ids, draft.words, [_spans(parts) for parts in draft.parts], columns, draft.left_out]


def _spans(spans: Sequence[Span]) -> list[tuple[str, int, int]]:
    return [(span.block, span.start, span.end) for span in spans]


def _draft(plain: Sequence[Any]) -> Draft:
    ids, words, parts, columns, left_out = plain
    return Draft(
        tuple(ids),
        tuple(words),
        tuple(tuple(Span(*span) for span in spans) for spans in parts),
        tuple(_column(*column) for column in columns),
        left_out,
    )


def _column(kind: str, cells: Sequence[Any]) -> Column:
    read = (Cell(place, text, tuple(Span(*span) for span in spans)) for place, text, spans in cells)
    return Column(DivergenceKind(kind), tuple(read))
