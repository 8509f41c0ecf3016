"""Obstacles: the problems that keep a change from becoming an archive, in words for a reviewer."""

from collections.abc import Sequence

from newsarchive.problem import Problem, Severity
from newsarchive.report.markdown import MOST_LINES, code

_HEAD = """\
## This change cannot become an archive yet

Once these are mended, this report says what the change does."""

NOT_COMPARABLE = """\
## This change makes an archive of seeds that were none

The seeds of the revision to compare with have problems, so it cannot be said what is new. Those of this change have
none.
"""


def obstacles_markdown(problems: Sequence[Problem]) -> str:
    """Return a list of the errors among `problems` as Markdown; it closes with a newline.

    As in the report itself, all that comes from a seed stands in code spans.
    """
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    lines = [f"- {_item(problem)}" for problem in errors[:MOST_LINES]]
    if len(errors) > MOST_LINES:
        lines.append(f"- … and {len(errors) - MOST_LINES} more")
    return "\n".join([_HEAD, "", *lines]) + "\n"


def _item(problem: Problem) -> str:
    place = code(f"{problem.path}:{problem.line}:{problem.column}")
    return f"{place} {problem.code}: {code(problem.message)}; {code(problem.hint)}"
