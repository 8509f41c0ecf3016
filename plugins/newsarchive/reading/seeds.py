"""Seeds: every file of the seeds folder becomes an article or a problem."""

from pathlib import Path

from newsarchive.article import Article
from newsarchive.problem import Problem
from newsarchive.reading.files import find_files
from newsarchive.reading.seed import read_seed
from newsarchive.reading.together import read_together


def read_seeds(seeds: Path) -> tuple[tuple[Article, ...], list[Problem]]:
    """Return the articles of the folder `seeds`, sorted by id, and every problem of its files, sorted.

    A seed that has a problem is no article. No file's content raises: what cannot be read is a problem.
    """
    files, problems = find_files(seeds)
    articles, more = read_together(map(read_seed, files))
    return articles, sorted([*problems, *more])
