"""Builds that take from the cache what did not change: the same bytes as a build that has none."""

import random
import shutil
import threading

import pytest

from newsarchive.annotate import annotating
from newsarchive.mkdocs import writing
from newsarchive.reading import kept

NAMES = ("Arden", "Brae", "Corran", "Dunmore", "Eskdale", "Farrow")
PEOPLE = ("Ada Holm", "Ben Quill", "Cleo Marsh")
SHARED = (
    "The old ferry left the harbour of the island at dawn with forty people aboard and a cargo of salt for the main.",
    "When the keeper of the light woke, the boats had gone and nobody in the village could tell him why they left.",
)
WHEN = ("on Monday", "on 3 March 2021", "in April 2021", "last week", "by 20 June 2021", "in the 1990s", "in 2019")


def place(number):
    kind = "district" if number % 3 == 0 else "town"
    part = (
        ""
        if kind == "district"
        else f"  part_of: {{entity: districts/{NAMES[number // 3 * 3].lower()}, source: a list}}\n"
    )
    return (
        f"- slug: {NAMES[number].lower()}\n  kind: {kind}\n"
        f"  names: [{{text: {NAMES[number]}, language: en, script: Latn, source: a list}}]\n{part}"
    )


def person(name):
    slug = name.lower().replace(" ", "-")
    return f"- slug: {slug}\n  kind: person\n  names: [{{text: {name}, language: en, script: Latn, source: a list}}]\n"


REGISTRY = {
    "registry/places.yml": "".join(map(place, range(len(NAMES)))),
    "registry/people.yml": "".join(map(person, PEOPLE)),
}


def article(number, chance):
    """Return the files of an article in which names, dates, quotations and shared sentences stand as chance has it."""
    paragraphs = [
        f"{chance.choice(NAMES)} met {chance.choice(PEOPLE)} in {chance.choice(NAMES)} {chance.choice(WHEN)}. "
        f"“The road of {number * 7 + part} is shut to us all,” said {chance.choice(PEOPLE)}."
        for part in range(3)
    ]
    if chance.random() < 0.5:
        paragraphs.insert(chance.randrange(3), chance.choice(SHARED))
    date = f"2021-0{chance.randint(1, 6)}-{chance.randint(10, 28)}"
    sidecar = f"title: Report {number}\ndate: {date}\nsource: {{name: The Post}}\nlanguage: en\n"
    return {f"report-{number}.txt": "\n\n".join(paragraphs) + "\n", f"report-{number}.yml": sidecar}


def edited(files, step, chance):
    """Return the files after an edit: an article added, changed, renamed or taken away, or a name more."""
    files = dict(files)
    one = f"report-{chance.randrange(8)}"
    match step % 5:
        case 0:
            files |= article(100 + step, chance)
        case 1 if f"{one}.txt" in files:
            files[f"{one}.txt"] += f"\nIt rained in {chance.choice(NAMES)} on 9 May 2021.\n"
        case 2 if f"{one}.yml" in files:
            files[f"{one}.yml"] = files[f"{one}.yml"].replace("title: ", "title: A new ")
        case 3 if f"{one}.txt" in files:
            del files[f"{one}.txt"], files[f"{one}.yml"]
        case 4:
            files["registry/people.yml"] += person(f"Nell Stone{step}")
    return files


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def build(tmp_path, build_site, write_files):
    """Build files of seeds in a folder of that name, where a cache may be from before, and return the site's files."""

    def build_files(folder, files, **options):
        shutil.rmtree(tmp_path / folder / "seeds", ignore_errors=True)
        write_files(tmp_path / folder, {f"seeds/{name}": content for name, content in files.items()})
        plugins = [{"newsarchive": options}]
        settings = {"use_directory_urls": False, "site_url": "https://x.example/", "plugins": plugins}
        return contents(build_site(tmp_path / folder, **settings))

    return build_files


@pytest.fixture
def files():
    chance = random.Random(5)  # noqa: S311  # the same every time is the point
    return REGISTRY | {name: text for number in range(8) for name, text in article(number, chance).items()}


@pytest.mark.parametrize("workers", [1, 2])
def test_after_every_edit_the_site_is_what_a_build_without_a_cache_makes(build, files, workers, monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # the tests themselves may run beside a thread
    chance = random.Random(workers)  # noqa: S311  # the same every time is the point
    build("kept", files, workers=workers)
    for step in range(5):
        files = edited(files, step, chance)
        assert build("kept", files, workers=workers) == build(f"new-{step}", files, workers=1)


@pytest.mark.parametrize("early", [0, 1_000])
def test_several_workers_make_the_same_bytes(build, files, monkeypatch, early):
    monkeypatch.setattr("newsarchive.mkdocs.early.MOST_EARLY", early)  # so that all make the pages, or one beside
    for module in (annotating, kept, writing):
        monkeypatch.setattr(module, "BATCH", 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # as above
    assert build("several", files, workers=3) == build("one", files, workers=1, cache=None)


def test_most_pages_come_from_the_cache(build, files, monkeypatch):
    build("kept", files, workers=1)
    made = []
    content = writing._content  # noqa: SLF001  # where a page is made
    monkeypatch.setattr(writing, "_content", lambda press, page: made.append(page.address) or content(press, page))
    build("kept", files, workers=1)
    assert made == []
    build(
        "kept", files | {"report-99.txt": "Nothing happened here.\n", "report-99.yml": "date: 2021-03-15\n"}, workers=1
    )
    assert "articles/report-99/" in made
    assert "people/ada-holm/" not in made
    assert sum(address.startswith("articles/report-") for address in made) == 3  # with those before and after it


@pytest.mark.parametrize("store", ["articles", "annotations", "pages"])
def test_a_damaged_cache_is_made_anew(build, files, store, tmp_path):
    whole = build("kept", files)
    for path in (tmp_path / "kept/.cache/newsarchive" / store).iterdir():
        path.write_bytes(path.read_bytes()[:-20] + b"x" * 20)
    assert build("kept", files) == whole


def test_what_was_done_to_the_site_is_undone(build, files, tmp_path):
    whole, site = build("kept", files), tmp_path / "kept/site"
    (site / "articles/report-0/index.html").write_text("Not by us.", "utf-8")
    (site / "articles/report-1/index.html").unlink()
    shutil.rmtree(site / "people")
    (site / "articles/report-2/beside.txt").write_text("Not by us.", "utf-8")
    (site / "articles/report-0").rename(site / "moved")
    (site / "articles/report-0").symlink_to(site / "moved")
    assert build("kept", files) == whole


def test_pages_that_stand_are_not_written_again(build, files, tmp_path):
    build("kept", files)
    page = tmp_path / "kept/site/people/ada-holm/index.html"
    before = page.stat().st_ino, page.stat().st_ctime_ns
    build("kept", files | {"report-99.txt": "Nothing happened here.\n", "report-99.yml": "date: 2021-03-15\n"})
    assert (page.stat().st_ino, page.stat().st_ctime_ns) == before
