from newsarchive.annotation import Mention, Resolution, Statement
from newsarchive.archive import archive_of
from newsarchive.article import Span
from newsarchive.pages.entity import entity_plans
from newsarchive.pages.statements import statement_plans

TEXT = "“We open,” said Ada Holm. “Never,” said the crew. “Soon,” a sign read. “So be it,” Holm said."


def archive(write_archive, make_entity):
    bare = write_archive({"one": ("2021-05-03", TEXT)}, [make_entity("people/ada-holm", "Ada Holm")])

    def said(words, speaker):
        at = TEXT.index(words)
        where = TEXT.index(speaker) if speaker else None
        span = Span("p1", where, where + len(speaker)) if speaker else None
        return Statement("one", Span("p1", at, at + len(words)), words, speaker, "said" if speaker else None, span)

    last = TEXT.rindex("Holm")
    mentions = (
        Mention("one", Span("p1", 16, 24), "Ada Holm", "people/ada-holm", "Ada Holm", Resolution.ONLY),
        Mention("one", Span("p1", last, last + 4), "Holm", "people/ada-holm", "Ada Holm", Resolution.SURNAME),
    )
    later = TEXT.index("So be it")
    statements = (
        said("We open,", "Ada Holm"),
        said("Never,", "the crew"),
        said("Soon,", None),
        Statement("one", Span("p1", later, later + 9), "So be it,", "Holm", "said", Span("p1", last, last + 4)),
    )
    return archive_of(bare.articles, bare.registry, mentions=mentions, statements=statements)


def test_statements_stand_by_speaker_and_lead_to_the_entity(pages_of, write_archive, make_entity, read_page):
    page = read_page(pages_of(statement_plans, archive(write_archive, make_entity))["statements/"])
    speakers = page.find_all("h2")
    assert [speaker.get_text() for speaker in speakers] == ["Ada Holm", "the crew", "No speaker named"]
    assert [speaker["id"] for speaker in speakers] == ["people-ada-holm", "said-by-the-crew", "said-by-nobody-named"]
    assert speakers[0].a["href"] == "../people/ada-holm/index.html"
    assert [hit.get_text() for hit in page.ul.find_all(class_="na-hit")] == ["We open,", "So be it,"]


def test_the_speaker_and_the_verb_are_as_the_text_has_them(pages_of, write_archive, make_entity, read_page):
    page = read_page(pages_of(statement_plans, archive(write_archive, make_entity))["statements/"])
    told = [told.get_text(strip=True) for told in page.select(".na-statements p")]
    assert told[1].startswith("“Holm”, “said”, in")
    assert told[3].startswith("no speaker named, in")


def test_an_entity_page_shows_what_it_says(pages_of, write_archive, make_entity, read_page):
    page = read_page(pages_of(entity_plans, archive(write_archive, make_entity))["people/ada-holm/"])
    said = page.find(id="statements").find_next("ul")
    assert [mark.get_text() for mark in said.find_all("b")] == ["We open,", "So be it,"]
    assert said.find_next_sibling("p").a["href"] == "../../statements/index.html#people-ada-holm"


def test_two_speakers_never_share_an_anchor(pages_of, write_archive, read_page):
    archive = write_archive({"one": (None, "‹A|the crew› and ‹B|The Crew› and ‹C|船員› and ‹D|¿›.")})
    page = read_page(pages_of(statement_plans, archive)["statements/"])
    assert len({speaker["id"] for speaker in page.find_all("h2")}) == 4


def test_an_archive_without_statements_says_so(pages_of, write_archive, read_page):
    assert "No quotation" in read_page(pages_of(statement_plans, write_archive({}))["statements/"]).get_text()
