"""The command `newsarchive schema`."""

from pathlib import Path

import click

from newsarchive.commands.options import seeds_option
from newsarchive.commands.output import counted
from newsarchive.export.folder import write_together
from newsarchive.export.schema import schema_bytes
from newsarchive.problem import printable
from newsarchive.reading.metadata import sidecar_schema
from newsarchive.registry.decisions import SCHEMA_FILE as DECISIONS_SCHEMA_FILE
from newsarchive.registry.decisions import decisions_schema
from newsarchive.registry.files import SCHEMA_FILE
from newsarchive.registry.schema import registry_schema


@click.command()
@seeds_option
def schema(seeds: Path) -> None:
    """Write the JSON Schemas of sidecars and registry files into the folder of seeds, for editors."""
    schemas = {
        "sidecar.schema.json": sidecar_schema(),
        f"registry/{SCHEMA_FILE}": registry_schema(),
        f"registry/{DECISIONS_SCHEMA_FILE}": decisions_schema(),
    }
    write_together(seeds, [(path, schema_bytes(content)) for path, content in schemas.items()])
    click.echo(f"{counted(len(schemas), 'schema')} written to {printable(str(seeds))}")
