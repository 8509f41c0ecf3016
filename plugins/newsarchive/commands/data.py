"""The command `newsarchive data`."""

from pathlib import Path

import click

from newsarchive.archive import build_archive
from newsarchive.commands.options import seeds_option
from newsarchive.commands.output import counted
from newsarchive.export.data import FOLDER, data_files
from newsarchive.export.folder import write_together
from newsarchive.problem import printable


@click.command()
@seeds_option
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
def data(seeds: Path, out: Path) -> None:
    """Write all of the archive's data to the folder OUT: JSON, a JSON Schema of each file, and tables.

    OUT is made where it is missing. Where anything goes wrong, nothing in it changes.
    """
    files = ((path.removeprefix(f"{FOLDER}/"), content) for path, content in data_files(build_archive(seeds)))
    count = write_together(out, files)
    click.echo(f"{counted(count, 'file')} written to {printable(str(out))}")
