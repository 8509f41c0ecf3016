"""Output: what commands say, and how they end."""

from collections.abc import Sequence
from typing import NoReturn

import click

from newsarchive.problem import Problem, Severity, printable


class CouldNotRunError(click.ClickException):
    """The command could not do what it was asked; its message says why, and the exit status is 2."""

    exit_code = 2


def report_problems(problems: Sequence[Problem]) -> NoReturn:
    """Print each problem on a line, count them on the other stream, and end with 1."""
    for problem in problems:
        click.echo(printable(str(problem)))
    report_count(problems)
    raise SystemExit(1)


def report_count(problems: Sequence[Problem]) -> None:
    """Say on the standard error stream how many problems there are, and how many of them are mere warnings."""
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    counts = [(len(problems) - warnings, "problem"), (warnings, "warning")]
    said = " and ".join(counted(number, noun) for number, noun in counts if number)
    if said:
        click.echo(click.style(f"{said} found", bold=True), err=True)


def counted(number: int, noun: str) -> str:
    """Return `number` with `noun`, in the plural where it is not one."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
