"""A filled frame is, byte for byte, what the theme would have made of the page itself."""

from itertools import product

import pytest
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import get_navigation

from newsarchive.mkdocs.frame import frames
from newsarchive.mkdocs.look import add_look
from newsarchive.mkdocs.page import ArchivePage
from newsarchive.mkdocs.place import make_permanent, place_below_nav
from newsarchive.pages.page import Heading, Page

HOSTILE = '</title><script>alert(1)</script> & "quoted" {{ config }}'
HEADINGS = (Heading(2, "one", "One & <two>"), Heading(3, "three", "Three"), Heading(2, "four", HOSTILE))
IN_NAV = ("articles/", "dates/", "dates/2020/", "read/one/", "read/two/")
NAV = [{"All": "articles/index.md"}, "dates/index.md", {"2020": "dates/2020/index.md"}]
NAV.append({"Read": ["read/one/index.md", {"More": [{"Two": "read/two/index.md"}]}]})
OUT_OF_NAV = (
    "",
    "search/",
    "left-out/",
    "articles/a/",
    "compare/a--b/",
    "articles/a/b/",
    "dates/2020/11/",
    "read/one/sheet/2/",
    "a/b/c/d/",
)
VARIANTS = tuple(product(("", HOSTILE), (None, "../seeds/a.txt"), ((), HEADINGS)))
REPOSITORY = {"repo_url": "https://github.com/owner/archive", "edit_uri": "edit/main/docs/"}
FEATURES = ["navigation.path", "content.action.edit"]
PALETTE = [
    {"media": "(prefers-color-scheme: light)", "toggle": {"icon": "material/brightness-7", "name": "Dark"}},
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "toggle": {"icon": "material/brightness-4", "name": "Light"},
    },
]
MATERIAL = {"name": "material", "font": False, "features": FEATURES, "palette": PALETTE}
SIGN = "na7Zq"


class Site:
    """The pages of the nav, and what is needed to render or to fill others."""

    def __init__(self, config):
        if config.theme.name == "material":
            add_look(config)
        self.config = config
        self.files = Files([self.page(Page(address, address, Markup("<h1>"))).file for address in IN_NAV])
        self.env = config.theme.get_env()
        self.nav = get_navigation(self.files, config)
        self.frame = frames(self.env, config, self.nav, self.files)

    def page(self, page):
        file = File.generated(self.config, f"{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = page.seed
        return ArchivePage(page, None, file, self.config)

    def filled(self, page):
        made = self.page(page)
        make_permanent(made)
        return self.frame(page.address).fill(page, made.canonical_url, made.edit_url)

    def rendered(self, page):
        made = self.page(page)
        place_below_nav(self.nav, [made.file])
        make_permanent(made)
        made.active = True
        html = self.env.get_template("main.html").render(get_context(self.nav, self.files, self.config, made))
        made.active = False
        return html


def pages(address):
    for description, seed, headings in VARIANTS:
        html = Markup("<h1>A</h1>\n<p>{{ a }}")
        yield Page(address, HOSTILE, html, headings, description=description, seed=seed)


@pytest.mark.parametrize("use_directory_urls", [True, False])
@pytest.mark.parametrize(
    "settings",
    [{"theme": MATERIAL, "site_url": "https://archive.example/a/"} | REPOSITORY, {"theme": {"name": "mkdocs"}}],
    ids=["material", "mkdocs"],
)
def test_a_filled_frame_is_what_the_theme_makes_of_the_page(
    tmp_path, site_config, settings, use_directory_urls, monkeypatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # the home page of the theme of MkDocs tells when it was built
    site = Site(site_config(tmp_path, nav=NAV, use_directory_urls=use_directory_urls, **settings))
    for address in OUT_OF_NAV:
        for page in pages(address):
            assert site.filled(page) == site.rendered(page), page


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_any_theme_gives_a_frame_in_which_no_sign_is_left(tmp_path, site_config, theme):
    site = Site(
        site_config(tmp_path, nav=NAV, theme={"name": theme}, site_url="https://archive.example/", **REPOSITORY)
    )
    for address in OUT_OF_NAV:
        for page in pages(address):
            html = site.filled(page)
            assert SIGN not in html
            assert page.html in html
            assert "<script>alert" not in html


def test_the_users_own_templates_are_the_frame(tmp_path, site_config, write_files):
    foot = "<i>{{ page.url }} {{ page.title }} {{ page.meta.title }}</i>"
    mine = f'{{% extends "base.html" %}}{{% block footer %}}{foot}{{% endblock %}}'
    write_files(tmp_path, {"mine/main.html": mine, "mine/partials/logo.html": "<b>logo</b>"})
    theme = {"name": "material", "font": False, "custom_dir": str(tmp_path / "mine")}
    html = Site(site_config(tmp_path, nav=NAV, theme=theme)).filled(Page("articles/a/", "A < B", Markup("<h1>A</h1>")))
    assert "<i>articles/a/ A &lt; B A &lt; B</i>" in html
    assert "<b>logo</b>" in html


def test_pages_that_stand_alike_share_a_frame_and_others_have_another_digest(tmp_path, site_config):
    site = Site(site_config(tmp_path, nav=NAV, theme=MATERIAL))
    assert site.frame("articles/a/") is site.frame("articles/b/")
    alike = {site.frame(address).digest for address in ("articles/a/", "articles/b/", "compare/a/", "articles/a/b/")}
    assert len(alike) == 3


def test_a_theme_that_lists_headings_in_no_regular_way_lists_none(tmp_path, site_config, write_files):
    odd = "{{ page.content }}{% for item in page.toc %}{{ loop.index }} {{ item.title }} {{ item.id }}{% endfor %}"
    write_files(tmp_path, {"mine/main.html": odd})
    theme = {"name": "material", "font": False, "custom_dir": str(tmp_path / "mine")}
    html = Site(site_config(tmp_path, nav=NAV, theme=theme)).filled(next(p for p in pages("articles/a/") if p.headings))
    assert SIGN not in html


@pytest.mark.parametrize("palette", [None, PALETTE])
def test_the_frame_of_a_page_is_light(tmp_path, site_config, palette):
    nav = [{f"A part {number}": f"part-{number}/index.md"} for number in range(12)]
    config = site_config(tmp_path, nav=nav, theme=MATERIAL | {"palette": palette}, site_url="https://archive.example/")
    add_look(config)
    files = Files([])
    for number in range(12):
        file = File.generated(config, f"part-{number}/index.md", content="")
        ArchivePage(Page(f"part-{number}/", "A part", Markup("<h1>")), None, file, config)
        files.append(file)
    frame = frames(config.theme.get_env(), config, get_navigation(files, config), files)("part-1/an-article/")
    page = Page("part-1/an-article/", "", Markup())
    assert len(frame.fill(page, "https://archive.example/part-1/an-article/", None).encode()) <= 2_500
