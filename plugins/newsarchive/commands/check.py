"""The command `newsarchive check`."""

from pathlib import Path

import click

from newsarchive.checking.finding import find_problems
from newsarchive.checking.forms import github_form, json_form, text_form
from newsarchive.checking.place import CODE, place_of
from newsarchive.checking.sarif import sarif_form
from newsarchive.commands.options import seeds_option
from newsarchive.commands.output import counted, report_count
from newsarchive.problem import printable

FORMS = {"text": text_form, "json": json_form, "github": github_form, "sarif": sarif_form}
_FOR_PEOPLE = ("text", "github")


def _help_url(_: click.Context, __: click.Parameter, value: str) -> str:
    if value and (CODE not in value or not value.startswith(("https://", "http://"))):
        message = f"write a web address that has {CODE} where the code belongs"
        raise click.BadParameter(message)
    return value


@click.command()
@seeds_option
@click.option(
    "--format",
    "form",
    envvar="NEWSARCHIVE_FORMAT",
    show_envvar=True,
    type=click.Choice(list(FORMS)),
    default="text",
    show_default=True,
    help="How the problems are written: for people, for programs, for GitHub's workflows, or as SARIF 2.1.0.",
)
@click.option(
    "--help-url",
    envvar="NEWSARCHIVE_HELP_URL",
    show_envvar=True,
    default="",
    metavar="URL",
    callback=_help_url,
    help="Where each problem is explained, with {code} in the place of its code; all forms but text lead there.",
)
@click.option("--fix", is_flag=True, help="First mend what has one answer, and say what was done.")
def check(seeds: Path, form: str, help_url: str, fix: bool) -> None:  # noqa: FBT001  # click hands flags over so
    """Print every problem of the seeds, their sidecars and notes, the registry and the redirects.

    As text one line each: path:line:column: code message (hint). The path is below the seeds folder; in the forms for
    GitHub it begins where the repository does. Ends with 1 where a problem is more than a warning.
    """
    if fix:
        _mend(seeds, is_error_stream=form != "text")
    finding = find_problems(seeds)
    click.echo(FORMS[form](finding.problems, place_of(seeds, help_url)), nl=False)
    report_count(finding.problems)
    if not finding.is_well:
        raise SystemExit(1)
    if form in _FOR_PEOPLE:
        found = f"{counted(finding.articles, 'article')}, {counted(finding.entities, 'entity')}"
        click.echo(f"All is well: {found}.")


def _mend(seeds: Path, *, is_error_stream: bool) -> None:
    """Mend the seeds and print what was done, apart from the problems where programs read these."""
    from newsarchive.mending.files import mend  # noqa: PLC0415  # only who mends needs it

    for mending in mend(seeds):
        click.echo(printable(f"{mending.path}: {', '.join(mending.words)}"), err=is_error_stream)
