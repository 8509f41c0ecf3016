"""The command `newsarchive decide`."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from newsarchive.annotate.decided import articles_with
from newsarchive.commands.options import seeds_option
from newsarchive.commands.output import CouldNotRunError, counted
from newsarchive.edtf_value import parse_edtf
from newsarchive.export.folder import write_together
from newsarchive.naming.deciding import UndecidedError, decided
from newsarchive.problem import printable
from newsarchive.registry.entity import Decision, Verdict
from newsarchive.registry.spelling import spelled
from newsarchive.sources import read_sources


def _date(_: click.Context, __: click.Parameter, value: str | None) -> str:
    if value is None:
        return datetime.now(tz=UTC).date().isoformat()
    try:
        return parse_edtf(value).text
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


@click.command()
@seeds_option
@click.argument("name")
@click.argument("verdict", type=click.Choice([str(verdict) for verdict in Verdict]))
@click.argument("entity")
@click.option("--by", required=True, metavar="PERSON", help="Who decides.")
@click.option("--date", metavar="DATE", callback=_date, help="When it was decided, as in 2031-01-14; else today.")
def decide(*, seeds: Path, name: str, verdict: str, entity: str, by: str, date: str) -> None:  # noqa: PLR0913  # an argument an option
    """Record for good that NAME is the same as ENTITY of the registry, or distinct from it.

    ENTITY is an entity's address, such as people/ada-lind. The decision goes to registry/decisions.yml with the
    articles that have the name now; the checker warns when others come to use it.
    """
    sources = read_sources(seeds)
    decision = Decision(spelled(name), entity.rstrip("/"), Verdict(verdict), " ".join(by.split()), date)
    seen = articles_with(decision.name, sources.articles, replace(sources.registry, decisions=(decision,)))
    try:
        file = decided(seeds, replace(decision, articles=tuple(seen)))
    except UndecidedError as error:
        message = f"this cannot be decided so: {error}"
        raise CouldNotRunError(printable(message)) from None
    write_together(seeds, [file])
    click.echo(printable(f"{file[0]}: '{decision.name}' is {_said(decision)}, seen in {counted(len(seen), 'article')}"))


def _said(decision: Decision) -> str:
    return f"{'the same as' if decision.verdict is Verdict.SAME else 'distinct from'} {decision.entity}"
