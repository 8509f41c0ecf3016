"""The command line: one module of `commands` a command, loaded only when it is called.

A user's mistake gives a plain message and an exit status, never a traceback: 0 all is well, 1 the seeds have problems,
2 the command could not run.
"""

import sys
from importlib import import_module

import click

from newsarchive.commands.output import CouldNotRunError, report_problems
from newsarchive.problem import SeedsError, printable

COMMANDS = ("add", "check", "data", "decide", "explain", "export", "names", "report", "schema")


class _Commands(click.Group):
    """Finds each command by its name, and turns what goes wrong in it into a message and an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, without loading one."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the function `cmd_name` of the module `cmd_name` of `commands`, or None for a name that is none."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"newsarchive.commands.{cmd_name}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; the seeds' problems end it with 1, an operating system's refusal with 2."""
        try:
            return super().invoke(ctx)
        except SeedsError as error:
            report_problems(error.problems)
        except BrokenPipeError:
            raise  # who reads the output has seen enough; click ends the command in silence
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise CouldNotRunError(printable(f"{where}{error.strerror}")) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsarchive")
def main() -> None:
    """Turn a folder of raw news articles into an annotated archive."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a text stream in every console
