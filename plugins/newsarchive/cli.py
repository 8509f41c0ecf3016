"""The command line: check the seeds, take the data out, and write the schemas that editors read.

A user's mistake gives a plain message and an exit status, never a traceback: 0 all is well, 1 the seeds have problems,
2 the command could not run.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from newsarchive.archive import build_archive, read_sources
from newsarchive.export.data import FOLDER, data_files, schema_bytes
from newsarchive.export.folder import write_together
from newsarchive.problem import Problem, SeedsError
from newsarchive.reading.metadata import sidecar_schema
from newsarchive.registry.files import SCHEMA_FILE
from newsarchive.registry.schema import registry_schema
from newsarchive.report.change import change_between
from newsarchive.report.markdown import report_markdown
from newsarchive.report.revision import RevisionError, seeds_at

seeds_option = click.option(
    "--seeds",
    envvar="NEWSARCHIVE_SEEDS",
    default="seeds",
    show_default=True,
    show_envvar=True,
    type=click.Path(exists=True, file_okay=False, readable=True, path_type=Path),
    help="The folder that holds the articles, their sidecars and registry/.",
)


class _CouldNotRunError(click.ClickException):
    exit_code = 2


class _Commands(click.Group):
    """Turns what goes wrong in any command into a message and an exit status."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; the seeds' problems end it with 1, an operating system's refusal with 2."""
        try:
            return super().invoke(ctx)
        except SeedsError as error:
            _report(error.problems)
        except BrokenPipeError:
            raise  # who reads the output has seen enough; click ends the command in silence
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise _CouldNotRunError(_printable(f"{where}{error.strerror}")) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsarchive")
def main() -> None:
    """Turn a folder of raw news articles into an annotated archive."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a text stream in every console


@main.command()
@seeds_option
def check(seeds: Path) -> None:
    """Print every problem of the seeds, their sidecars and the registry.

    One line each: path:line:column: code message (hint). The path is below the seeds folder.
    """
    sources = read_sources(seeds)
    articles, entities = len(sources.articles), len(sources.registry.entities)
    click.echo(f"All is well: {_counted(articles, 'article')}, {_counted(entities, 'entity')}.")


@main.command()
@seeds_option
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
def data(seeds: Path, out: Path) -> None:
    """Write all of the archive's data to the folder OUT: JSON, a JSON Schema of each file, and tables.

    OUT is made where it is missing. Where anything goes wrong, nothing in it changes.
    """
    files = [(path.removeprefix(f"{FOLDER}/"), content) for path, content in data_files(build_archive(seeds))]
    write_together(out, files)
    click.echo(f"{_counted(len(files), 'file')} written to {_printable(str(out))}")


@main.command()
@seeds_option
def schema(seeds: Path) -> None:
    """Write the JSON Schemas of sidecars and registry files into the folder of seeds, for editors."""
    schemas = {"sidecar.schema.json": sidecar_schema(), f"registry/{SCHEMA_FILE}": registry_schema()}
    write_together(seeds, [(path, schema_bytes(content)) for path, content in schemas.items()])
    click.echo(f"{_counted(len(schemas), 'schema')} written to {_printable(str(seeds))}")


@main.command()
@seeds_option
@click.option("--base", required=True, metavar="REV", help="The git revision to compare with: a branch, tag or commit.")
def report(seeds: Path, base: str) -> None:
    """Print, as Markdown, what the seeds of today do to the archive of the git revision REV.

    Ends with 1 where the address of a page would vanish and no redirect keeps it alive.
    """
    after = build_archive(seeds)
    try:
        with seeds_at(seeds, base) as earlier:
            before = build_archive(earlier)
    except RevisionError as error:
        raise _CouldNotRunError(_printable(str(error))) from None
    change = change_between(before, after)
    click.echo(report_markdown(change, before, after), nl=False)
    if change.vanished:
        raise SystemExit(1)


def _report(problems: Iterable[Problem]) -> NoReturn:
    lines = [_printable(str(problem)) for problem in problems]
    for line in lines:
        click.echo(line)
    click.echo(click.style(f"{_counted(len(lines), 'problem')} found", bold=True), err=True)
    raise SystemExit(1)


def _counted(number: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


def _printable(text: str) -> str:
    """Return `text` with control characters spelled out: a file's name must not steer a terminal or break a line."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)
