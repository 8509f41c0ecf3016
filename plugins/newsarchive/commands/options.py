"""Options that several commands have."""

from pathlib import Path

import click

seeds_option = click.option(
    "--seeds",
    envvar="NEWSARCHIVE_SEEDS",
    default="seeds",
    show_default=True,
    show_envvar=True,
    type=click.Path(exists=True, file_okay=False, readable=True, path_type=Path),
    help="The folder that holds the articles, their sidecars and registry/.",
)
