"""The command `newsarchive export`: the whole site as plain Markdown, and the data beside it."""

from itertools import chain
from pathlib import Path

import click

from newsarchive.archive import build_archive
from newsarchive.commands.options import seeds_option
from newsarchive.commands.output import counted
from newsarchive.export.data import data_files
from newsarchive.export.folder import write_together
from newsarchive.pages.markdown import markdown_files
from newsarchive.pages.setting import Setting
from newsarchive.problem import printable


@click.command()
@seeds_option
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
def export(seeds: Path, out: Path) -> None:
    """Write the whole site to the folder OUT as plain Markdown, and the archive's data to OUT/data.

    For any other site generator, and for the years when none of today's is left. OUT is made where it is missing. Where
    anything goes wrong, nothing in it changes.
    """
    archive = build_archive(seeds)
    count = write_together(out, chain(markdown_files(Setting(archive)), data_files(archive)))
    click.echo(f"{counted(count, 'file')} written to {printable(str(out))}")
