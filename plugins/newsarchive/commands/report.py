"""The command `newsarchive report`."""

from pathlib import Path

import click

from newsarchive.archive import Archive, build_archive
from newsarchive.commands.options import seeds_option
from newsarchive.commands.output import CouldNotRunError
from newsarchive.problem import SeedsError, printable
from newsarchive.report.change import change_between
from newsarchive.report.markdown import report_markdown
from newsarchive.report.obstacles import NOT_COMPARABLE, obstacles_markdown
from newsarchive.report.revision import RevisionError, seeds_at


@click.command()
@seeds_option
@click.option("--base", required=True, metavar="REV", help="The git revision to compare with: a branch, tag or commit.")
def report(seeds: Path, base: str) -> None:
    """Print, as Markdown, what the seeds of today do to the archive of the git revision REV.

    Ends with 1 where the address of a page would vanish and no redirect keeps it alive, and where the seeds have
    problems, which it then prints instead.
    """
    try:
        after = build_archive(seeds)
    except SeedsError as error:
        click.echo(obstacles_markdown(error.problems), nl=False)
        raise SystemExit(1) from None
    before = _archive_at(seeds, base)
    if before is None:
        click.echo(NOT_COMPARABLE, nl=False)
        return
    change = change_between(before, after)
    click.echo(report_markdown(change, before, after), nl=False)
    if change.vanished:
        raise SystemExit(1)


def _archive_at(seeds: Path, base: str) -> Archive | None:
    """Return the archive of the revision `base`, or None where its seeds have problems; without it the command ends."""
    try:
        with seeds_at(seeds, base) as earlier:
            return build_archive(earlier)
    except RevisionError as error:
        raise CouldNotRunError(printable(str(error))) from None
    except SeedsError:
        return None
