"""The command `newsarchive explain`."""

from pathlib import Path

import click
from rich.console import Console

from newsarchive.annotate.passages.explain import explain_block, explain_pair
from newsarchive.archive import Archive, build_archive
from newsarchive.article import Article
from newsarchive.commands.options import seeds_option
from newsarchive.commands.output import CouldNotRunError
from newsarchive.problem import printable


@click.command()
@seeds_option
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
def explain(seeds: Path, first: str, second: str) -> None:
    """Print the passages of the articles A and B word by word, and what was set apart, with the reasons.

    A and B are the slugs of articles; B may be a block of A instead, such as p3: then all places are shown that have
    words of it. Words that only the first place has stand as [-word-], those that only the other has as {+word+}.
    """
    archive = build_archive(seeds)
    one = _article(archive, first)
    if second in one.block_by_id:
        lines = explain_block(one, second, archive.article_by_id, archive.passages, archive.suppressed)
    else:
        lines = explain_pair(one, _article(archive, second), archive.passages, archive.suppressed)
    console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
    for line in lines:
        console.print(line)


def _article(archive: Archive, name: str) -> Article:
    if name not in archive.article_by_id:
        raise CouldNotRunError(printable(f"no article, and no block of the first one, is called {name}"))
    return archive.article_by_id[name]
