import re

import pytest

from newsarchive.mkdocs.look import add_look
from newsarchive.mkdocs.stylesheet import PARTS, minified, site_stylesheet

TOGGLE = {"icon": "material/brightness-4", "name": "Other colours"}
BRAND = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 2#%"/></svg>'


@pytest.fixture
def stylesheet(tmp_path, site_config):
    def made(**theme):
        config = site_config(tmp_path, theme={"name": "material", "font": False} | theme)
        add_look(config)
        return site_stylesheet(config.theme)

    return made


def test_the_theme_comes_first_and_every_part_of_our_own_after_it(stylesheet):
    style = stylesheet()
    places = [style.index(words) for words in (".md-grid{", ".na-page{", ".md-main{display", ".na-wide{")]
    assert places == sorted(places)
    assert len(PARTS) == 3
    assert "sourceMappingURL" not in style


def test_rules_for_what_no_page_has_are_left_out(stylesheet):
    style = stylesheet()
    assert ".md-nav__list" not in style
    assert ".md-search" not in style
    assert ".md-typeset h1" in style
    assert len(style) < 140_000


def test_icons_are_those_that_the_site_chose(stylesheet, tmp_path, write_files):
    write_files(tmp_path, {"mine/.icons/brand.svg": BRAND})
    style = stylesheet(custom_dir=str(tmp_path / "mine"), icon={"logo": "brand"}, palette=[{"toggle": TOGGLE}, {}])
    drawing = "%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cpath d='M1 2%23%25'/%3E%3C/svg%3E"
    assert f'.md-header__title:not(:has(img,svg)){{--na-icon:url("data:image/svg+xml,{drawing}")}}' in style
    assert re.findall(r'\.na-colours\[value="\d"\]', style) == ['.na-colours[value="0"]']
    assert '[rel=edit]{--na-icon:url("data:image/svg+xml,' in style


def test_an_icon_that_is_not_there_is_named(stylesheet):
    with pytest.raises(FileNotFoundError, match=r"'material' has no '\.icons/no/such\.svg'"):
        stylesheet(icon={"repo": "no/such"})


def test_without_scripts_a_dark_system_gets_the_dark_colours(stylesheet):
    _, _, dark = stylesheet().partition("@media screen and (scripting:none) and (prefers-color-scheme:dark){")
    assert dark.startswith("[data-md-color-scheme]")
    assert "[data-md-color-scheme][dir]{--md-primary-fg-color:#93bce6" in dark


def test_a_style_is_as_short_as_it_can_be_said():
    spacious = """/* Why. */
    .a > .b,
    .c[a="b-c"] ~ .d[e="/"] {
      margin: 0.5em 10.5em -0.2em !important;
      content: "a b";
    }
    @media print {
      p {
      }
    }
    """
    values = 'margin:.5em 10.5em -.2em!important;content:"a b"'
    assert minified(spacious) == f'.a>.b,.c[a=b-c]~.d[e="/"]{{{values}}}@media print{{p{{}}}}'
