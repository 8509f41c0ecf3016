"""The command `newsarchive report`."""

from pathlib import Path

import click

from newsarchive.archive import build_archive
from newsarchive.commands.options import seeds_option
from newsarchive.commands.output import CouldNotRunError
from newsarchive.problem import printable
from newsarchive.report.change import change_between
from newsarchive.report.markdown import report_markdown
from newsarchive.report.revision import RevisionError, seeds_at


@click.command()
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
        raise CouldNotRunError(printable(str(error))) from None
    change = change_between(before, after)
    click.echo(report_markdown(change, before, after), nl=False)
    if change.vanished:
        raise SystemExit(1)
