"""Problem: all that a contributor is ever told about what he brought in."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_QUOTED_LENGTH = 60


class Severity(StrEnum):
    """How grave a problem is: an `ERROR` keeps the seeds from becoming an archive, a `WARNING` asks for a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong with a file, where it stands, and what to do.

    `path` is relative to the seeds folder, with `/`. `line` and `column` count from 1, `column` in code points.
    `code` is a stable name such as `seed-empty`. `message` says what is wrong, `hint` what to do.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return the problem in the one-line form `path:line:column: code message (hint)`."""
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message} ({self.hint})"


class SeedsError(Exception):
    """The seeds cannot become an archive; `problems` says all that is wrong, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def quoted(words: str) -> str:
    """Return what a file holds as a message shows it: in quotes, on one line, at most 60 code points of it."""
    start = " ".join(words[: 2 * _QUOTED_LENGTH].split())
    plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in start)
    whole = len(plain) <= _QUOTED_LENGTH and len(words) <= 2 * _QUOTED_LENGTH
    return f"'{plain}'" if whole else f"'{plain[: _QUOTED_LENGTH - 1]}…'"


def printable(text: str) -> str:
    """Return `text` with control characters spelled out: a file's name must not steer a terminal or break a line."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)
