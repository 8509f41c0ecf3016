"""Output: what commands say, and how they end."""

from collections.abc import Iterable
from typing import NoReturn

import click

from newsarchive.problem import Problem


class CouldNotRunError(click.ClickException):
    """The command could not do what it was asked; its message says why, and the exit status is 2."""

    exit_code = 2


def report_problems(problems: Iterable[Problem]) -> NoReturn:
    """Print each problem on a line, count them on the other stream, and end with 1."""
    lines = [printable(str(problem)) for problem in problems]
    for line in lines:
        click.echo(line)
    click.echo(click.style(f"{counted(len(lines), 'problem')} found", bold=True), err=True)
    raise SystemExit(1)


def counted(number: int, noun: str) -> str:
    """Return `number` with `noun`, in the plural where it is not one."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


def printable(text: str) -> str:
    """Return `text` with control characters spelled out: a file's name must not steer a terminal or break a line."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)
