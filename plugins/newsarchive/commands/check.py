"""The command `newsarchive check`."""

from pathlib import Path

import click

from newsarchive.commands.options import seeds_option
from newsarchive.commands.output import counted
from newsarchive.sources import read_sources


@click.command()
@seeds_option
def check(seeds: Path) -> None:
    """Print every problem of the seeds, their sidecars and the registry.

    One line each: path:line:column: code message (hint). The path is below the seeds folder.
    """
    sources = read_sources(seeds)
    articles, entities = len(sources.articles), len(sources.registry.entities)
    click.echo(f"All is well: {counted(articles, 'article')}, {counted(entities, 'entity')}.")
